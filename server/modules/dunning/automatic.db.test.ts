import { EUR, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Jobs } from '../../jobs/index.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { recordInvoices } from '../invoices/index.ts'
import { changeLaw } from '../settings/index.ts'
import { type RunJob, resumeRuns, runToday, startDueRuns, startRun } from './index.ts'
import { changeSettings } from './settings.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function houseOn(now: string, automatic = true): Promise<House> {
  const house = await openHouse(database.db, now)
  await house.run(async (context) => {
    await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, [draftOf('A-1')])
    if (automatic) await changeSettings(context, 1, { automatic })
  })
  return house
}

const count = async (house: House, table: string): Promise<number> => {
  const { rows } = await house.run(({ trx, tenantId }) =>
    sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(table)} WHERE tenant_id = ${tenantId}`.execute(trx),
  )
  return rows[0]?.count ?? -1
}

test('a run starts by itself once a day where that is switched on', async () => {
  const house = await houseOn('2026-10-14T08:00:00.000Z')
  await runToday(house.ground, house.tenantId)
  await runToday(house.ground, house.tenantId)
  expect([await count(house, 'dunning_runs'), await count(house, 'notices')]).toEqual([1, 1])
})

test.each([
  ['it was not switched on', '2026-10-14T08:00:00.000Z', false],
  ['it is Sunday', '2026-10-18T08:00:00.000Z', true],
  ['it is a holiday', '2026-12-25T08:00:00.000Z', true],
])('no run starts by itself where %s', async (_why, now, automatic) => {
  const house = await houseOn(now, automatic)
  await runToday(house.ground, house.tenantId)
  expect(await count(house, 'dunning_runs')).toBe(0)
})

test('a holiday of the creditor’s region is one, and only there', async () => {
  const [bavaria, berlin] = [await houseOn('2027-01-06T08:00:00.000Z'), await houseOn('2027-01-06T08:00:00.000Z')]
  await bavaria.run((context) => changeLaw(context, 1, { region: 'BY' }))
  for (const house of [bavaria, berlin]) await runToday(house.ground, house.tenantId)
  expect([await count(bavaria, 'dunning_runs'), await count(berlin, 'dunning_runs')]).toEqual([0, 1])
})

test('a policy that the law forbids becomes one task, and nobody gets a letter', async () => {
  const house = await houseOn('2026-10-14T08:00:00.000Z')
  const steps = [{ level: 1, afterDays: 7, channel: 'letter', fee: 500, periodDays: 10, interest: false }]
  await house.run(({ trx, tenantId, newId, now }) =>
    sql`
      INSERT INTO dunning_policies (tenant_id, id, name, currency, steps, grouping_by, least_open, standard, created_at)
      VALUES (${tenantId}, ${newId()}, 'Alt', ${EUR}, ${JSON.stringify(steps)}, 'per_debtor', ${minor(0)}, true, ${now})`.execute(
      trx,
    ),
  )
  await runToday(house.ground, house.tenantId)
  await runToday(house.ground, house.tenantId)
  expect([await count(house, 'notices'), await count(house, 'tasks')]).toEqual([0, 1])
})

test('due runs, and those whose process died, are found across tenants', async () => {
  const asked: RunJob[] = []
  const jobs: Pick<Jobs, 'send'> = { send: async (_job, payload) => void asked.push(payload as unknown as RunJob) } // only runs are asked for
  const workerDb = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 1, name: 'test worker' })
  const [due, died] = [await houseOn('2026-10-15T08:00:00.000Z'), await houseOn('2026-10-15T08:00:00.000Z', false)]
  const left = await died.run((context) => startRun(context, { automatic: false }))
  await resumeRuns(workerDb, jobs)
  expect(asked).toEqual([{ tenantId: died.tenantId, runId: left }])
  await startDueRuns(due.ground, workerDb, jobs)
  expect(asked.map(({ tenantId }) => tenantId)).toContain(due.tenantId)
  await workerDb.destroy()
})
