import { addDays } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { verifyTenant } from '../../verify/index.ts'
import { recordInvoices } from '../invoices/index.ts'
import { startRun, workRun } from './index.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  house = await openHouse(database.db)
})

const STEPS = [
  { level: 1, afterDays: 7, channel: 'letter', fee: 0, periodDays: 10, interest: false },
  { level: 2, afterDays: 14, channel: 'letter', fee: 120, periodDays: 10, interest: false },
]

/** Invoices of a debtor each, so many days overdue. */
async function overdue(count: number, days: number, { each = 3, level = 0 } = {}): Promise<void> {
  await house.run(async (context) => {
    const dueDate = addDays(context.today, -days)
    const drafts = Array.from({ length: count }, (_, index) => {
      const draft = draftOf(`${days}-${index}`, {
        dueDate,
        invoiceDate: addDays(dueDate, -14),
        amount: minor(2_000 + index),
        ...(level === 0 ? {} : { dunned: { level, lastNoticeOn: addDays(context.today, -15) } }),
      })
      const last = `Schuldner ${String(Math.floor(index / each)).padStart(4, '0')}`
      return { ...draft, debtor: { ...draft.debtor, name: { kind: 'consumer' as const, first: 'Vera', last } } }
    })
    await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, drafts)
  })
}

async function policy(steps: readonly object[] = STEPS): Promise<void> {
  await house.run(({ trx, tenantId, newId, now }) =>
    sql`
      INSERT INTO dunning_policies (tenant_id, id, name, currency, steps, grouping_by, least_open, standard, created_at)
      VALUES (${tenantId}, ${newId()}, 'Probe', ${EUR}, ${JSON.stringify(steps)}, 'per_debtor', 500, true, ${now})`.execute(
      trx,
    ),
  )
}

async function run(): Promise<string> {
  const runId = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId })
  return runId
}

async function rows<Row>(statement: (tenantId: string) => ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return house.run(async ({ trx, tenantId }) => (await statement(tenantId).execute(trx)).rows)
}

const notices = (runId: string) =>
  rows<{ number: number; items: number; open: number; fee: number; level: number }>(
    (tenantId) => sql`
      SELECT number::int, items, open, fee, level FROM notices WHERE tenant_id = ${tenantId} AND run_id = ${runId} ORDER BY number`,
  )

test('a run writes one letter for each debtor, numbers them without a gap and raises each claim once', async () => {
  await policy()
  await overdue(30, 20)
  const runId = await run()
  const written = await notices(runId)
  expect(written.map(({ number }) => number)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1))
  expect(written.every(({ items, level }) => items === 3 && level === 1)).toBe(true)
  const claims = await rows<{ level: number; count: number }>(
    (tenantId) => sql`
      SELECT dunning_level AS level, count(*)::int AS count FROM invoices WHERE tenant_id = ${tenantId} GROUP BY 1`,
  )
  expect(claims).toEqual([{ level: 1, count: 30 }])
})

test('the same day again writes nothing', async () => {
  await policy()
  await overdue(9, 20)
  await run()
  expect(await notices(await run())).toEqual([])
})

test('the fee of a letter is charged once, to a claim of its level, and the books agree', async () => {
  await policy()
  await overdue(6, 20, { level: 1 })
  const written = await notices(await run())
  expect(written.map(({ fee }) => fee)).toEqual([120, 120])
  const [charged] = await rows<{ charges: number; bearers: number }>(
    (tenantId) => sql`
      SELECT sum(charges_open)::int AS charges, count(*) FILTER (WHERE charges_open > 0)::int AS bearers
      FROM invoices WHERE tenant_id = ${tenantId}`,
  )
  expect(charged).toEqual({ charges: 240, bearers: 2 })
  expect(await verifyTenant(house.ground, house.tenantId)).toEqual([])
})

test('a run is refused where a policy asks for more than the law allows', async () => {
  await policy([{ ...STEPS[1], level: 1 }])
  await expect(house.run((context) => startRun(context, { automatic: false }))).rejects.toMatchObject({
    refusal: { code: 'letter_must_be_free', facts: { letter: 1, demanded: 120, allowed: 0 } },
  })
})
