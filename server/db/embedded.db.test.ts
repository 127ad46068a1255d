import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, readdir, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Embedded, runningEmbedded, startEmbedded } from './embedded.ts'

let parent: string
let dataDir: string
let log: string[]
const open: Embedded[] = []
const children: ChildProcess[] = []

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'mahnwerk-embedded-'))
  await chmod(parent, 0o755) // as root, PostgreSQL runs as somebody else
  dataDir = join(parent, 'data')
  log = []
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.stop()
  for (const child of children.splice(0)) await end(child, 'SIGKILL')
  await rm(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function start(): Promise<Embedded> {
  const database = await startEmbedded({ dataDir, log: (line) => log.push(line) })
  open.push(database)
  return database
}

async function stop(database: Embedded): Promise<void> {
  open.splice(open.indexOf(database), 1)
  await database.stop()
}

/** The database held by another process, which can be killed. */
async function holdElsewhere(): Promise<{ child: ChildProcess; database: { ownerUrl: string; pid: number } }> {
  const script = join(import.meta.dirname, 'testing', 'hold-embedded.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{')) return { child, database: JSON.parse(line) as { ownerUrl: string; pid: number } } // as hold-embedded writes it
  throw new Error('the other process opened no database')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await sleep(50)
  return !isAlive(pid)
}

test('a new directory becomes a durable PostgreSQL 18 that sorts German and listens on no network', async () => {
  const { url } = await start()
  const [settings] = await query(
    url,
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as network,
      (select string_agg(word, ' ' order by word) from unnest(array['Zahn', 'Ärger', 'Arzt', 'ärmer']) word) as sorted`,
  )
  expect(settings).toEqual({ version: 18, fsync: 'on', commit: 'on', network: '', sorted: 'Ärger ärmer Arzt Zahn' })
})

test('the data directory is closed to others, and a wrong password is refused', async () => {
  const { url } = await start()
  expect((await stat(dataDir)).mode & 0o077).toBe(0)
  expect((await stat(join(dataDir, 'secret'))).mode & 0o077).toBe(0)
  const wrong = new URL(url)
  wrong.password = 'guessed'
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
})

test('what was committed is there after a stop, and the second start takes less than half a second', async () => {
  const first = await start()
  await query(first.ownerUrl, 'create table kept (id integer); insert into kept values (42)')
  await stop(first)
  expect(isAlive(first.pid)).toBe(false)
  const before = performance.now()
  const second = await start()
  expect(performance.now() - before).toBeLessThan(500)
  expect(await query(second.ownerUrl, 'select id from kept')).toEqual([{ id: 42 }])
  expect(log).toEqual([])
})

test('a killed process takes its database with it, and nothing committed is lost', async () => {
  const { child, database } = await holdElsewhere()
  await query(database.ownerUrl, 'create table kept (id integer); insert into kept values (42)')
  await end(child, 'SIGKILL')
  expect(await gone(database.pid)).toBe(true)
  const again = await start()
  expect(await query(again.ownerUrl, 'select id from kept')).toEqual([{ id: 42 }])
})

test('a start right after a kill finds the old server, stops it in order and goes on', async () => {
  const { child, database } = await holdElsewhere()
  await query(database.ownerUrl, 'create table kept (id integer); insert into kept values (42)')
  await end(child, 'SIGKILL')
  const again = await start()
  expect(again.pid).not.toBe(database.pid)
  expect(await query(again.ownerUrl, 'select id from kept')).toEqual([{ id: 42 }])
})

test('a killed database server is noticed, and recovers at the next start', async () => {
  const first = await start()
  await query(first.ownerUrl, 'create table kept (id integer); insert into kept values (42)')
  const lost = new Promise<void>((resolve) => first.onLoss(resolve))
  process.kill(first.pid, 'SIGKILL')
  await lost
  await stop(first)
  const second = await start()
  expect(await query(second.ownerUrl, 'select id from kept')).toEqual([{ id: 42 }])
})

test('a pid file whose number now belongs to some other process does not hinder the start', async () => {
  await stop(await start())
  const fake = [process.pid, join(dataDir, 'cluster'), 1, 5432, join(dataDir, 'socket'), '', '', 'ready'].join('\n')
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), fake)
  expect(isAlive((await start()).pid)).toBe(true)
})

test('a socket whose number now belongs to another server, or to a dead one, does not hinder the start', async () => {
  await stop(await start())
  const other = await startEmbedded({ dataDir: join(parent, 'other') })
  open.push(other)
  const lines = [other.pid, join(dataDir, 'cluster'), 0, 5432, join(dataDir, 'socket'), '']
  await writeFile(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), lines.join('\n'))
  expect(isAlive((await start()).pid)).toBe(true)
})

test('sessions that outlive their killed server are at their end before another server starts', async () => {
  const { child, database } = await holdElsewhere()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  await client.query('create table counted (number integer)')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const working = 'do $$ begin for n in 1..400000 loop insert into counted values (n); end loop; end $$'
  void client.query(working).catch(() => {})
  await sleep(50)
  process.kill(database.pid, 'SIGKILL')
  await end(child, 'SIGKILL')
  const session = `/proc/${rows[0]?.pid}/cwd`
  expect(await readlink(session)).toContain(dataDir)
  const { ownerUrl } = await start()
  await expect(readlink(session)).rejects.toThrow('ENOENT')
  const [counted] = await query<{ count: number }>(ownerUrl, 'select count(*)::int as count from counted')
  expect([0, 400_000]).toContain(counted?.count)
})

test('a directory that a living Mahnwerk works on is refused with its process id', async () => {
  const { child } = await holdElsewhere()
  await expect(start()).rejects.toThrow(`Mahnwerk läuft bereits mit den Daten in ${dataDir} (Prozess ${child.pid})`)
})

test('a tool beside a running Mahnwerk finds its database; without one there is none', async () => {
  expect(await runningEmbedded(dataDir)).toBeUndefined()
  const { child } = await holdElsewhere()
  const beside = await runningEmbedded(dataDir)
  expect(await query(beside?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  await beside?.stop()
  expect(await query(beside?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  child.stdin?.end()
  await once(child, 'exit')
  expect(await runningEmbedded(dataDir)).toBeUndefined()
})

test('of two that start at once on a new directory, one gets it and the other is told', async () => {
  const outcomes = await Promise.allSettled([holdElsewhere(), start()])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('an interrupted first start leaves nothing that hinders the next one', async () => {
  await mkdir(join(dataDir, 'cluster-unfinished-1', 'base'), { recursive: true })
  await writeFile(join(dataDir, 'cluster-unfinished-1', 'PG_VERSION'), '18\n')
  await start()
  expect(log).toEqual([expect.stringContaining('unterbrochen')])
  expect(await readdir(dataDir)).not.toContain('cluster-unfinished-1')
})

test('a first start killed half-way is begun anew', async () => {
  const script = join(import.meta.dirname, 'testing', 'hold-embedded.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: 'ignore' })
  children.push(child)
  const begun = async () =>
    (await readdir(dataDir).catch(() => [])).some((name) => name.startsWith('cluster-unfinished'))
  while (!(await begun())) await sleep(5)
  await end(child, 'SIGKILL')
  const { url } = await start()
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(log.join()).toContain('unterbrochen')
})

test('a completed cluster that cannot be read is never thrown away', async () => {
  await stop(await start())
  await rm(join(dataDir, 'cluster', 'PG_VERSION'))
  await expect(start()).rejects.toThrow('Mahnwerk löscht keine fertige Datenbank')
  expect(await readdir(join(dataDir, 'cluster'))).toContain('base')
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow('gehören zu PostgreSQL 17')
})

test('a lost secret is replaced and the data stays', async () => {
  const first = await start()
  await query(first.ownerUrl, 'create table kept (id integer); insert into kept values (42)')
  await stop(first)
  await rm(join(dataDir, 'secret'))
  const second = await start()
  expect(second.ownerUrl).not.toBe(first.ownerUrl)
  expect(await query(second.ownerUrl, 'select id from kept')).toEqual([{ id: 42 }])
})

test('a path too long for a socket works as well', async () => {
  dataDir = join(parent, 'a'.repeat(100), 'data')
  const database = await start()
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  const socketFolder = new URL(database.url).searchParams.get('host') ?? ''
  await stop(database)
  await expect(stat(socketFolder)).rejects.toThrow('ENOENT')
})

test.runIf(process.getuid?.() === 0)(
  'as root behind a closed folder, the data lies where PostgreSQL can reach it',
  async () => {
    await chmod(parent, 0o700)
    const first = await start()
    await query(first.ownerUrl, 'create table kept (id integer); insert into kept values (42)')
    await stop(first)
    const far = await realpath(dataDir)
    expect(log).toEqual([expect.stringContaining(far)])
    const second = await start()
    expect(await query(second.ownerUrl, 'select id from kept')).toEqual([{ id: 42 }])
    await stop(second)
    await rm(far, { recursive: true })
  },
)

test('the application login owns nothing and cannot become the owner', async () => {
  const { url } = await start()
  const [role] = await query(
    url,
    `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as mighty, pg_has_role('mahnwerk_owner', 'MEMBER') as owner
      from pg_roles where rolname = current_user`,
  )
  expect(role).toEqual({ mighty: false, owner: false })
  await expect(query(url, 'create table mine (id integer)')).rejects.toThrow('permission denied')
})

test('a server that cannot start says why', async () => {
  await stop(await start())
  await writeFile(join(dataDir, 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n')
  await expect(start()).rejects.toThrow(/nicht gestartet.*no_such_setting/s)
  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('no_such_setting')
})
