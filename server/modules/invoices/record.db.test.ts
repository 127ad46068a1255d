import { day } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Context } from '../../http/index.ts'
import { recordInvoices } from './record.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
})
afterAll(() => database.drop())

const record = (drafts: ReturnType<typeof draftOf>[], practiceId = house.practices[0]) =>
  house.run((context) => recordInvoices(context, { practiceId, source: 'api' }, drafts))

async function one<Row>(context: Context, statement: ReturnType<typeof sql<Row>>): Promise<Row | undefined> {
  return (await statement.execute(context.trx)).rows[0]
}

test('an invoice comes in with its debtor, its event and its transfer', async () => {
  const [outcome] = await record([draftOf('A-1')])
  expect(outcome?.outcome).toBe('accepted')
  const id = outcome?.outcome === 'accepted' ? outcome.invoiceId : ''
  const row = await house.run((context) =>
    one(
      context,
      sql<{ name: string; open: number; type: string; version: number; debit: string; credit: string; amount: number }>`
        SELECT i.debtor_name AS name, i.open, e.type, e.version, t.debit, t.credit, t.amount
        FROM invoices i JOIN events e ON e.tenant_id = i.tenant_id AND e.stream_id = i.id
        JOIN transfers t ON t.tenant_id = i.tenant_id AND t.event_id = e.id
        WHERE i.tenant_id = ${context.tenantId} AND i.id = ${id}`,
    ),
  )
  expect(row).toEqual({
    name: 'Weber, Jonas',
    open: 18_450,
    type: 'invoice.recorded',
    version: 1,
    debit: `debtor:principal:${id}`,
    credit: 'revenue',
    amount: 18_450,
  })
})

test('the same invoice again is already there, also twice in one call', async () => {
  const outcomes = await record([draftOf('B-1'), draftOf('B-1'), draftOf('B-2')])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'already_there', 'accepted'])
  const again = await record([draftOf('B-2'), draftOf('B-3')])
  expect(again.map(({ outcome }) => outcome)).toEqual(['already_there', 'accepted'])
  expect(again[0]).toMatchObject({ invoiceId: (outcomes[2] as { invoiceId: string }).invoiceId })
})

test('the same number of another day or another seller is another invoice', async () => {
  await record([draftOf('C-1')])
  const outcomes = await record([
    draftOf('C-1', { invoiceDate: day('2026-08-03') }),
    draftOf('C-1', { sellerKey: 'na:andere' }),
  ])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
})

test('two parallel calls with the same invoices make each once', async () => {
  const drafts = Array.from({ length: 300 }, (_unused, index) => draftOf(`P-${index}`))
  const [one_, other] = await Promise.all([record(drafts), record(drafts.toReversed())])
  const accepted = [...(one_ ?? []), ...(other ?? [])].filter(({ outcome }) => outcome === 'accepted')
  expect(accepted).toHaveLength(300)
  const sums = await house.run((context) =>
    one(
      context,
      sql<{ invoices: number; events: number; transfers: number }>`
        SELECT count(*) AS invoices, count(e.id) AS events, count(t.id) AS transfers FROM invoices i
        LEFT JOIN events e ON e.tenant_id = i.tenant_id AND e.stream = 'invoice' AND e.stream_id = i.id
        LEFT JOIN transfers t ON t.tenant_id = i.tenant_id AND t.invoice_id = i.id
        WHERE i.tenant_id = ${context.tenantId} AND i.number LIKE 'P-%'`,
    ),
  )
  expect(sums).toEqual({ invoices: 300, events: 300, transfers: 300 })
})

test('a refused one does not stop the others', async () => {
  const outcomes = await record([draftOf('D-1', { amount: minor(0) }), draftOf('D-2')])
  expect(outcomes[0]).toEqual({
    outcome: 'refused',
    refusal: { code: 'invoice_amount_not_positive', facts: { amount: 0, currency: 'EUR' } },
  })
  expect(outcomes[1]?.outcome).toBe('accepted')
})

test('one debtor has many invoices, in each practice one of its own', async () => {
  const debtor = { ...draftOf('x').debtor, number: '4711' }
  await record([draftOf('E-1', { debtor }), draftOf('E-2', { debtor })])
  await record([draftOf('E-3', { debtor })], house.practices[1])
  const count = await house.run((context) =>
    one(
      context,
      sql<{
        count: number
      }>`SELECT count(*) AS count FROM debtors WHERE tenant_id = ${context.tenantId} AND number = '4711'`,
    ),
  )
  expect(count).toEqual({ count: 2 })
})

test('earlier notices come with the invoice', async () => {
  const dunned = { level: 2, lastNoticeOn: day('2026-09-20') }
  await record([draftOf('F-1', { dunned })])
  const row = await house.run((context) =>
    one(
      context,
      sql`SELECT dunning_level, last_notice_on FROM invoices WHERE tenant_id = ${context.tenantId} AND number = 'F-1'`,
    ),
  )
  expect(row).toEqual({ dunning_level: 2, last_notice_on: '2026-09-20' })
})

test('a limited user records into the own practice only, and is not told ids of another one', async () => {
  await record([draftOf('G-1')], house.practices[1])
  const into = (practiceId: string) =>
    house.run((context) => recordInvoices(context, { practiceId, source: 'api' }, [draftOf('G-1')]), house.limited)
  await expect(into(house.practices[1])).rejects.toMatchObject({ status: 404 })
  expect(await into(house.practices[0])).toEqual([{ outcome: 'already_there' }])
})
