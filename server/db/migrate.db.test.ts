import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectionOf } from './database.ts'
import { migrate } from './migrate.ts'
import { schemaText } from './schema-text.ts'
import { connectOwner } from './server-check.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let base: TestDatabase
let folder: string
let owner: pg.Client

beforeEach(async () => {
  base = await testDatabase('empty')
  owner = await connectOwner(connectionOf({ url: base.ownerUrl }))
  folder = await mkdtemp(join(tmpdir(), 'mahnwerk-migrations-'))
  await write('0001-first.sql', 'create table first (id integer primary key);')
  await write('0002-second.sql', 'create table second (id integer primary key);')
})
afterEach(async () => {
  await owner.end()
  await base.drop()
  await rm(folder, { recursive: true })
})

const write = (name: string, sql: string) => writeFile(join(folder, name), sql)
const run = () => migrate({ ...base, folder })
const tables = async () =>
  (
    await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
  ).rows.map(({ name }) => name)

test('files are applied in order, once', async () => {
  expect(await run()).toEqual(['0001-first.sql', '0002-second.sql'])
  expect(await run()).toEqual([])
  await write('0003-third.sql', 'create table third (id integer primary key);')
  expect(await run()).toEqual(['0003-third.sql'])
  expect(await tables()).toEqual(['first', 'second', 'third'])
})

test('of several processes that migrate at once, one does it', async () => {
  const applied = await Promise.all([run(), run(), run(), run()])
  expect(applied.flat().toSorted()).toEqual(['0001-first.sql', '0002-second.sql'])
})

test('a file edited after it was applied is refused', async () => {
  await run()
  await write('0001-first.sql', 'create table first (id bigint primary key);')
  await expect(run()).rejects.toThrow('„0001-first.sql“ wurde geändert')
})

test('a database from a newer version is refused', async () => {
  await run()
  await rm(join(folder, '0002-second.sql'))
  await expect(run()).rejects.toThrow('weiter als dieses Programm: sie kennt „0002-second.sql“')
})

test('a file that fails leaves nothing behind and says where it failed', async () => {
  await write('0002-second.sql', 'create table second (id integer primary key);\n\ncreate tabel third ();')
  await expect(run()).rejects.toThrow(/„0002-second.sql“ ist gescheitert: .*tabel.*Zeile 3/s)
  expect(await tables()).toEqual(['first'])
  await write('0002-second.sql', 'create table second (id integer primary key);')
  expect(await run()).toEqual(['0002-second.sql'])
})

test('a number that is missing or taken twice is a fault', async () => {
  await write('0004-fourth.sql', 'select 1')
  await expect(run()).rejects.toThrow('0003-what-it-adds.sql')
  await rm(join(folder, '0004-fourth.sql'))
  await write('0002-other.sql', 'select 1')
  await expect(run()).rejects.toThrow('0003-what-it-adds.sql')
})

test('the application may become its roles and nothing else is granted to it', async () => {
  await run()
  for (const role of ['mahnwerk_app', 'mahnwerk_worker'] as const) {
    const client = await connectOwner(connectionOf({ url: base.url, role }))
    expect((await client.query('select current_user as role')).rows).toEqual([{ role }])
    await expect(client.query('select * from first')).rejects.toThrow('permission denied')
    await client.end()
  }
})

test('a server that does not answer is named with what to do, without its password', async () => {
  const failure = await migrate({ ownerUrl: 'postgresql://me:topsecret@127.0.0.1:1/mahnwerk' }).catch(String)
  expect(failure).toContain('postgresql://me@127.0.0.1:1/mahnwerk ist nicht zu erreichen')
  expect(failure).toContain('DATABASE_URL')
  expect(failure).not.toContain('topsecret')
})

test('the committed schema is what the migrations make', async () => {
  const migrated = await testDatabase()
  const client = await connectOwner(connectionOf({ url: migrated.ownerUrl }))
  const committed = await readFile(join(import.meta.dirname, 'schema.sql'), 'utf8')
  expect(await schemaText(client)).toBe(committed.slice(committed.indexOf('\n\n') + 2))
  await client.end()
  await migrated.drop()
})
