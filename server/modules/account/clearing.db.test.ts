import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTenantWithOwner } from '../../auth/index.ts'
import { recordSignIn } from '../../auth/sign-ins.ts'
import { type TestApp, openTestApp, signedIn, testTenant } from '../../auth/testing.ts'
import { addSeconds } from '../../clock.ts'
import { type Database, createDatabase } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { clearSignIns } from './clearing.ts'
import { accountRoutes } from './index.ts'

let database: TestDatabase
let worker: Database
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  worker = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 1, name: 'test worker' })
  app = await openTestApp(database.db, accountRoutes)
})
afterAll(async () => {
  await app.http.close()
  await worker.destroy()
  await database.drop()
})

const DAY = 86_400
const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(database.db)
  return rows[0]?.count ?? -1
}

test('the log of sign-ins is kept for ninety days, and not longer', async () => {
  const now = app.ground.clock.now()
  const clock = { now: () => now }
  for (const seconds of [91 * DAY, 90 * DAY + 1, 90 * DAY, 0])
    await recordSignIn(database.db, app.ground.newId, { at: addSeconds(now, -seconds), outcome: 'unknown_user' })
  expect(await clearSignIns(worker, clock)).toMatchObject({ signIns: 2 })
  expect(await count('auth.sign_ins')).toBe(2)
  expect(await clearSignIns(worker, clock)).toEqual({ signIns: 0, sessions: 0, verifications: 0 })
})

test('a session that has ended is cleared away; one that has not goes on', async () => {
  await createTenantWithOwner(app.ground, testTenant('Eigene', 'olga@eigene.example'))
  const [ended, going] = [
    await signedIn(app.http, 'olga@eigene.example'),
    await signedIn(app.http, 'olga@eigene.example'),
  ]
  const { sessions } = (await going('GET', '/api/v1/me/sessions')).json()
  const other = sessions.find(({ current }: { current: boolean }) => !current)
  await sql`UPDATE auth.sessions SET expires_at = ${addSeconds(app.ground.clock.now(), -1)} WHERE id = ${other?.id}`.execute(
    database.db,
  )
  await sql`
    INSERT INTO auth.verifications (id, identifier, value, expires_at)
    VALUES (${app.ground.newId()}, 'half-done', 'x', ${addSeconds(app.ground.clock.now(), -1)})`.execute(database.db)
  expect(await clearSignIns(worker, app.ground.clock)).toMatchObject({ sessions: 1, verifications: 1 })
  expect((await going('GET', '/api/v1/me')).statusCode).toBe(200)
  expect((await ended('GET', '/api/v1/me')).statusCode).toBe(401)
})

test('more than one statement takes goes all the same', async () => {
  await sql`
    INSERT INTO auth.sign_ins (id, at, outcome)
    SELECT gen_random_uuid(), '2020-01-01', 'unknown_user' FROM generate_series(1, 12_000)`.execute(database.db)
  expect(await clearSignIns(worker, app.ground.clock)).toMatchObject({ signIns: 12_000 })
})
