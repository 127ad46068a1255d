import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogueFaults, countTenantTables } from './catalogue.ts'
import { connectionOf } from './database.ts'
import { readMigrations, MIGRATIONS } from './migrate.ts'
import { connectOwner } from './server-check.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

test('every table keeps the rules of tenancy and distribution', async () => {
  const base = await testDatabase()
  const client = await connectOwner(connectionOf({ url: base.ownerUrl }))
  expect(await catalogueFaults(client)).toEqual([])
  const migrations = await readMigrations(MIGRATIONS)
  expect(await countTenantTables(client)).toBeGreaterThan(migrations.length === 0 ? -1 : 10)
  await client.end()
  await base.drop()
})

const POLICY = `to mahnwerk_app, mahnwerk_worker using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`
const SECURED = (table: string) =>
  `alter table ${table} enable row level security; alter table ${table} force row level security; create policy tenant on ${table} ${POLICY};`
const SOUND = (table: string) =>
  `create table ${table} (tenant_id uuid not null, id uuid not null, note text, primary key (tenant_id, id)); ${SECURED(table)}`

describe('a planted breach is found', () => {
  let base: TestDatabase
  let client: pg.Client
  beforeAll(async () => {
    base = await testDatabase('empty')
    client = await connectOwner(connectionOf({ url: base.ownerUrl }))
  })
  afterAll(async () => {
    await client.end()
    await base.drop()
  })

  const PLANTED: readonly (readonly [title: string, sql: string, faults: readonly RegExp[]])[] = [
    ['a sound table is not', SOUND('bad'), []],
    [
      'a table without tenant',
      `create table bad (id uuid primary key);`,
      [/^bad: does not force/, /^bad: has no column tenant_id/, /^bad: has no policy/, /^bad: has no primary key/],
    ],
    [
      'a tenant that may be absent',
      `${SOUND('bad')} alter table bad drop constraint bad_pkey, alter tenant_id drop not null`,
      [/no column/, /primary key/],
    ],
    [
      'a tenant that is text',
      `create table bad (tenant_id text, id uuid, primary key (tenant_id, id)); alter table bad enable row level security; alter table bad force row level security; create policy tenant on bad to mahnwerk_app, mahnwerk_worker using (tenant_id = current_setting('app.tenant_id', true))`,
      [/no column/, /has no policy/, /^tenant on bad: is a policy beyond/],
    ],
    [
      'a primary key that begins with the id',
      `create table bad (tenant_id uuid, id uuid, primary key (id, tenant_id)); ${SECURED('bad')}`,
      [/^bad: has no primary key/],
    ],
    [
      'a unique constraint over tenants',
      `${SOUND('bad')} alter table bad add constraint bad_note unique (note)`,
      [/^bad_note: is unique/],
    ],
    [
      'a unique index over an expression',
      `${SOUND('bad')} create unique index bad_lower on bad (lower(note), tenant_id)`,
      [/^bad_lower: is unique/],
    ],
    [
      'a foreign key without the tenant',
      `${SOUND('good')} create unique index good_id on good (tenant_id, id, note); ${SOUND('bad')} alter table good add unique (id, tenant_id); alter table bad add constraint bad_good foreign key (id, tenant_id) references good (id, tenant_id)`,
      [/^bad_good: is a foreign key without tenant_id first/, /^good_id_tenant_id_key: is unique/],
    ],
    [
      'a foreign key out of the tenant tables',
      `${SOUND('bad')} create schema auth; create table auth.users (id uuid primary key); alter table bad add constraint bad_user foreign key (id) references auth.users`,
      [/^bad_user: is a foreign key to a table/],
    ],
    [
      'security that is not forced',
      `${SOUND('bad')} alter table bad no force row level security`,
      [/^bad: does not force/],
    ],
    ['security that is off', `${SOUND('bad')} alter table bad disable row level security`, [/^bad: does not force/]],
    [
      'a second policy that opens everything',
      `${SOUND('bad')} create policy open on bad to mahnwerk_app using (true)`,
      [/^open on bad: is a policy beyond/],
    ],
    [
      'a policy that lets foreign rows be written',
      `${SOUND('bad')} create policy loose on bad for insert to mahnwerk_app with check (true)`,
      [/^loose on bad: is a policy beyond/],
    ],
    [
      'a worker that may write beyond the tenant',
      `${SOUND('bad')} create policy wide on bad for update to mahnwerk_worker using (true)`,
      [/^wide on bad: is a policy beyond/],
    ],
    [
      'a worker that looks for work is not',
      `${SOUND('bad')} create policy discovery on bad for select to mahnwerk_worker using (true); grant select (tenant_id) on bad to mahnwerk_worker`,
      [],
    ],
    [
      'a worker that may read whole rows',
      `${SOUND('bad')} grant select on bad to mahnwerk_worker`,
      [/^bad: lets mahnwerk_worker read whole rows/],
    ],
    [
      'a trigger',
      `${SOUND('bad')} create trigger bad_trigger before update on bad for each row execute function suppress_redundant_updates_trigger()`,
      [/^bad_trigger on bad: is a trigger/],
    ],
    [
      'a right to truncate',
      `${SOUND('bad')} grant truncate on bad to mahnwerk_app`,
      [/^bad \(mahnwerk_app\): may be truncated/],
    ],
    [
      'an update of the history',
      `${SOUND('events')} grant select, insert, update on events to mahnwerk_app`,
      [/^events \(mahnwerk_app\): is append-only/],
    ],
    [
      'an update of one column of a transfer',
      `${SOUND('transfers')} grant update (note) on transfers to mahnwerk_worker`,
      [/^transfers \(mahnwerk_worker\): is append-only/],
    ],
    [
      'a delete of a transfer',
      `${SOUND('transfers')} grant delete on transfers to mahnwerk_app`,
      [/^transfers \(mahnwerk_app\): is append-only/],
    ],
    [
      'a view with the rights of its owner',
      `${SOUND('bad')} create view all_bad as select * from bad`,
      [/^all_bad: is a view/],
    ],
    [
      'a view with the rights of its reader is not',
      `${SOUND('bad')} create view my_bad with (security_invoker = true) as select * from bad`,
      [],
    ],
    [
      'a function with the rights of its owner',
      `${SOUND('bad')} create function peek() returns bigint language sql security definer as 'select 1::bigint'`,
      [/^peek\(\): is a function/],
    ],
    [
      'a table that belongs to the application',
      `${SOUND('bad')} grant create on schema public to mahnwerk_app; alter table bad owner to mahnwerk_app`,
      [/^bad \(mahnwerk_app\): may be truncated/, /^bad: belongs to a role/, /^mahnwerk_app: is a role/],
    ],
  ]

  test.each(PLANTED)('%s', async (_title, sql, expected) => {
    await client.query('begin')
    try {
      await client.query(sql)
      const faults = (await catalogueFaults(client)).toSorted()
      expect(faults).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as unknown))
    } finally {
      await client.query('rollback')
    }
  })
})
