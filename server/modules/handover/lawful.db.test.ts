import { addDays, day } from '@mahnwerk/core/calendar'
import { prepareHandover } from '@mahnwerk/core/handover'
import { EUR, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { connected, recorded } from '../../testing/at-partner.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { startRun, workRun } from '../dunning/index.ts'
import { lockInvoice, waiveCharges } from '../invoices/index.ts'
import { gather } from './gather.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  house = await openHouse(database.db)
  await connected(house)
})

/** An overdue invoice with one letter. */
async function reminded(): Promise<string> {
  const id = await recorded(house, 'R-1', { dueDate: addDays(day('2026-10-14'), -60), amount: minor(30_000) })
  const runId = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId })
  return id
}

// A policy that asks for so much is refused today: this is a fee of books from before, or of a law that changed since.
async function charged(id: string, fee: number): Promise<void> {
  await house.run(async ({ trx, tenantId, newId, today }) => {
    await sql`
      INSERT INTO transfers (tenant_id, id, event_id, debit, credit, amount, currency, value_on, invoice_id)
      SELECT ${tenantId}, ${newId()}, e.id, 'debtor:charges:' || ${id}, 'charged', ${fee}, ${EUR}, ${today}, ${id}
      FROM events e WHERE e.tenant_id = ${tenantId} AND e.stream_id = ${id} ORDER BY version DESC LIMIT 1`.execute(trx)
    await sql`UPDATE invoices SET charges_open = ${fee} WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  })
}

const blockers = (id: string) =>
  house.run(async (context) => {
    const { given } = await gather(context, await lockInvoice(context, id), id)
    return prepareHandover(given, {}).blockers.filter(({ code }) => code === 'charges_above_law')
  })

test('a claim whose dunning fees the law does not allow stays until they are waived, with the rule and both sums', async () => {
  const id = await reminded()
  expect(await blockers(id)).toEqual([])
  await charged(id, 500)
  expect(await blockers(id)).toMatchObject([
    { facts: { demanded: 500, allowed: 0, rule: expect.stringContaining('BGB') } },
  ])
  await house.run((context) => waiveCharges(context, { id }, 'zu hoch'))
  expect(await blockers(id)).toEqual([])
})

test('what was reminded elsewhere before counts: our own letter with a fee is not the first one then', async () => {
  const id = await recorded(house, 'R-2', {
    dueDate: addDays(day('2026-10-14'), -60),
    amount: minor(30_000),
    dunned: { level: 2, lastNoticeOn: addDays(day('2026-10-14'), -30) },
  })
  const runId = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId })
  await charged(id, 120)
  expect(await blockers(id)).toEqual([])
  await charged(id, 500)
  expect(await blockers(id)).toMatchObject([{ facts: { demanded: 500 } }])
})
