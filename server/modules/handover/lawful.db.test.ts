import { addDays } from '@mahnwerk/core/calendar'
import { prepareHandover } from '@mahnwerk/core/handover'
import { EUR, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { connected, recorded } from '../../testing/at-partner.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { startRun, workRun } from '../dunning/index.ts'
import { lockInvoice } from '../invoices/index.ts'
import { waiveCharges } from '../invoices/commands.ts'
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

/** An overdue invoice with one letter that costs so much. */
async function reminded(fee: number): Promise<string> {
  const id = await recorded(house, 'R-1', { dueDate: addDays('2026-10-14' as never, -60), amount: minor(30_000) })
  await house.run(({ trx, tenantId, newId, now }) =>
    sql`
      INSERT INTO dunning_policies (tenant_id, id, name, currency, steps, grouping_by, least_open, standard, created_at)
      VALUES (${tenantId}, ${newId()}, 'Probe', ${EUR}, ${JSON.stringify([
        { level: 1, afterDays: 7, channel: 'letter', fee, periodDays: 10, interest: false },
      ])}, 'per_debtor', 0, true, ${now})`.execute(trx),
  )
  const runId = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId })
  return id
}

const blockers = (id: string) =>
  house.run(async (context) => {
    const { given } = await gather(context, await lockInvoice(context, id), id)
    return prepareHandover(given, {}).blockers.filter(({ code }) => code === 'charges_above_law')
  })

test('a claim whose dunning fees the law does not allow stays until they are waived, with the rule and both sums', async () => {
  const id = await reminded(500)
  expect(await blockers(id)).toMatchObject([
    { facts: { demanded: 500, allowed: 0, rule: expect.stringContaining('BGB') } },
  ])
  await house.run((context) => waiveCharges(context, { id }, 'zu hoch'))
  expect(await blockers(id)).toEqual([])
})

test('a claim without dunning fees is not held back', async () => {
  expect(await blockers(await reminded(0))).toEqual([])
})
