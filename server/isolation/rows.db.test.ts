// What the database itself refuses, whatever a query forgets: rows of a tenant that is not set, and changes of what is
// never changed.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type Database, inTenant } from '../db/database.ts'
import { tenantTables } from './testing/fingerprint.ts'
import { type House, openHouse } from './testing/house.ts'

let house: House
let worker: Database
let app: Database
let tables: string[]
beforeAll(async () => {
  house = await openHouse()
  app = house.app.ground.db
  worker = createDatabase({ url: house.url, role: 'mahnwerk_worker', max: 1, name: 'isolation worker' })
  tables = await tenantTables(house.owner)
})
afterAll(async () => {
  await worker.destroy()
  await house.close()
})

const count = (table: string) => sql<{ rows: number }>`SELECT count(*)::integer AS rows FROM ${sql.raw(table)}`
const ofA = (table: string) => sql<{ rows: number }>`${count(table)} WHERE tenant_id = ${house.a.tenantId}`

/** What a statement is refused with; undefined where it is not. */
async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
}

const NOT_ALLOWED = '42501'

test('every table with a tenant is behind row-level security, and its owner is no exception', async () => {
  const { rows } = await house.owner.query<{ name: string; enabled: boolean; policies: string }>(`
    SELECT c.relname AS name, c.relrowsecurity AS enabled,
      (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*') AS policies
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations' ORDER BY 1`)
  expect(rows.map(({ name }) => name)).toEqual(tables)
  expect(rows.filter(({ enabled, policies }) => !enabled || Number(policies) !== 1)).toEqual([])
  expect(house.forced).toEqual(tables)
})

test('the roles of the application own nothing, and cannot step past the policies', async () => {
  const { rows } = await house.owner.query<{ name: string }>(`
    SELECT rolname AS name FROM pg_roles WHERE rolname IN ('mahnwerk_app', 'mahnwerk_worker') AND (rolsuper OR rolbypassrls)
    UNION ALL SELECT relname FROM pg_class WHERE relowner IN ('mahnwerk_app'::regrole, 'mahnwerk_worker'::regrole)`)
  expect(rows).toEqual([])
})

describe('rows of A', () => {
  test('are in every table: else nothing were proven here', async () => {
    const empty = ['member_practices']
    for (const table of tables.filter((name) => !empty.includes(name))) {
      const { rows } = await house.owner.query<{ rows: string }>(
        `SELECT count(*) AS rows FROM ${table} WHERE tenant_id = $1`,
        [house.a.tenantId],
      )
      expect([table, Number(rows[0]?.rows) > 0]).toEqual([table, true])
    }
  })

  test('are seen by nobody while another tenant is set', async () => {
    for (const table of tables) {
      const { rows } = await inTenant(app, house.b.tenantId, (trx) => ofA(table).execute(trx))
      expect([table, rows[0]?.rows]).toEqual([table, 0])
    }
  })

  test('are seen by nobody while no tenant is set, or an empty one', async () => {
    for (const table of tables) {
      expect([table, (await count(table).execute(app)).rows[0]?.rows]).toEqual([table, 0])
      const unset = await app.transaction().execute(async (trx) => {
        await sql`SELECT set_config('app.tenant_id', '', true)`.execute(trx)
        return count(table).execute(trx)
      })
      expect([table, unset.rows[0]?.rows]).toEqual([table, 0])
    }
  })

  test('are changed and taken away by nobody while another tenant is set', async () => {
    for (const table of tables) {
      for (const statement of [
        sql`UPDATE ${sql.raw(table)} SET tenant_id = tenant_id`,
        sql`DELETE FROM ${sql.raw(table)}`,
      ]) {
        const tried = inTenant(app, house.b.tenantId, (trx) =>
          sql`${statement} WHERE tenant_id = ${house.a.tenantId}`.execute(trx),
        )
        const outcome = await tried.then(
          ({ numAffectedRows }) => Number(numAffectedRows),
          (error: { code?: string }) => error.code,
        )
        expect([table, 0, NOT_ALLOWED]).toContain(outcome)
      }
    }
  })

  test('cannot be added from another tenant', async () => {
    const add = inTenant(app, house.b.tenantId, (trx) =>
      sql`INSERT INTO practices (tenant_id, id, name) VALUES (${house.a.tenantId}, gen_random_uuid(), 'x')`.execute(
        trx,
      ),
    )
    expect(await refusalOf(add)).toBe(NOT_ALLOWED)
  })

  test('are not found through a foreign key of another tenant', async () => {
    const refer = inTenant(app, house.b.tenantId, (trx) =>
      sql`INSERT INTO member_practices (tenant_id, user_id, practice_id)
        VALUES (${house.b.tenantId}, gen_random_uuid(), ${house.a.practices[0]})`.execute(trx),
    )
    expect(await refusalOf(refer)).toBe('23503')
  })
})

const NEVER_CHANGED = ['events', 'transfers', 'blobs'] as const
const NEVER_DELETED = [
  'events',
  'transfers',
  'blobs',
  'inbox',
  'payments',
  'tenants',
  'practices',
  'debtors',
  'invoices',
  'documents',
  'cases',
  'questions',
  'connections',
  'counters',
]

describe('within the own tenant', () => {
  test.each(NEVER_CHANGED)('%s are never changed', async (table) => {
    const change = (db: Database) =>
      inTenant(db, house.a.tenantId, (trx) => sql`UPDATE ${sql.raw(table)} SET tenant_id = tenant_id`.execute(trx))
    expect([await refusalOf(change(app)), await refusalOf(change(worker))]).toEqual([NOT_ALLOWED, NOT_ALLOWED])
  })

  test.each(NEVER_DELETED)('%s are never taken away', async (table) => {
    const remove = (db: Database) =>
      inTenant(db, house.a.tenantId, (trx) => sql`DELETE FROM ${sql.raw(table)}`.execute(trx))
    expect([await refusalOf(remove(app)), await refusalOf(remove(worker))]).toEqual([NOT_ALLOWED, NOT_ALLOWED])
  })

  test('of a payment and of a message that came in, only their progress is changed', async () => {
    for (const statement of ['UPDATE payments SET amount = 1', `UPDATE inbox SET body = '{}'`]) {
      expect(await refusalOf(inTenant(app, house.a.tenantId, (trx) => sql.raw(statement).execute(trx)))).toBe(
        NOT_ALLOWED,
      )
    }
  })
})

test('the worker looks across tenants in the tables where work is due, and in no other', async () => {
  const seen: string[] = []
  for (const table of tables) {
    const rows = await count(table)
      .execute(worker)
      .then((result) => result.rows[0]?.rows ?? 0)
      .catch((error: { code?: string }) => (error.code === NOT_ALLOWED ? 0 : Promise.reject(error as Error)))
    if (rows > 0) seen.push(table)
  }
  const due = ['connections', 'dunning_runs', 'dunning_settings', 'imports', 'mail_intake', 'mail_intake_places']
  expect(seen).toEqual([...due, 'mails', 'notices', 'outbox'])
  for (const table of seen) {
    const change = await sql`UPDATE ${sql.raw(table)} SET tenant_id = tenant_id`
      .execute(worker)
      .then(({ numAffectedRows }) => Number(numAffectedRows))
      .catch((error: { code?: string }) => error.code)
    expect([0, NOT_ALLOWED]).toContain(change)
  }
})
