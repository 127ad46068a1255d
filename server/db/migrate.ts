// Brings a database to the schema of this version: numbered plain SQL files, forward only, each in a transaction of its own.
// What was applied is kept with a checksum; a file that was edited afterwards, or a database from a newer version, is refused.
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { connectionOf } from './database.ts'
import { DatabaseFailure } from './embedded/failure.ts'
import { asAllowed, checkServer, connectOwner, ensureRoles } from './server-check.ts'

export type MigrateOptions = {
  /** The owner's address: its user makes the tables and, where they are missing, the roles. */
  readonly ownerUrl: string
  /** The application's address: its user may then become the application's roles. The owner's unless told. */
  readonly url?: string
  readonly folder?: string
  readonly log?: (line: string) => void
}

export type Migration = {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export const MIGRATIONS = join(import.meta.dirname, 'migrations')

// Any number, as long as it is the same in every process that migrates.
const ADVISORY_LOCK = 7_245_221

/** Returns the names applied now. Throws a DatabaseFailure (what, remedy) where the database cannot be brought forward. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(options.folder ?? MIGRATIONS)
  const client = await connectOwner(
    connectionOf({ url: options.ownerUrl, name: 'mahnwerk migrate', statementTimeoutMs: 0 }),
  )
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await ensureRoles(client, new URL(options.url ?? options.ownerUrl).username)
    await ensureHistory(client)
    const applied = await readApplied(client)
    checkHistory(migrations, applied)
    const missing = migrations.filter(({ version }) => !applied.has(version))
    for (const migration of missing) {
      await apply(client, migration)
      options.log?.(`Datenbank erweitert: ${migration.name}`)
    }
    return missing.map(({ name }) => name)
  } finally {
    await client.end() // gives the advisory lock back, too
  }
}

/** The files in order; the numbers must run 1, 2, 3 … without a gap, so that two branches cannot both add the same one. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(names.map((name, index) => readMigration(folder, name, index + 1)))
}

async function readMigration(folder: string, name: string, expected: number): Promise<Migration> {
  const match = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)
  if (match === null || Number(match[1]) !== expected)
    throw new Error(`${join(folder, name)}: expected a name like ${String(expected).padStart(4, '0')}-what-it-adds.sql`)
  const sql = await readFile(join(folder, name), 'utf8')
  return { version: expected, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

type Applied = ReadonlyMap<number, { readonly name: string; readonly checksum: string }>

async function ensureHistory(client: pg.Client): Promise<void> {
  await asAllowed(
    client.query(`
    create schema if not exists mahnwerk;
    create table if not exists mahnwerk.migrations (
      version integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`),
  )
}

async function readApplied(client: pg.Client): Promise<Applied> {
  const { rows } = await client.query<{ version: number; name: string; checksum: string }>(
    'select version, name, checksum from mahnwerk.migrations',
  )
  return new Map(rows.map((row) => [row.version, row]))
}

function checkHistory(migrations: readonly Migration[], applied: Applied): void {
  for (const [version, { name, checksum }] of applied) {
    const file = migrations.find((migration) => migration.version === version)
    if (file === undefined)
      throw new DatabaseFailure(
        `Die Datenbank ist weiter als dieses Programm: sie kennt „${name}“.`,
        'Bitte mit der neueren Mahnwerk-Version starten; zurück geht es nur über eine Sicherung.',
      )
    if (file.checksum !== checksum)
      throw new DatabaseFailure(
        `Die Datei „${file.name}“ wurde geändert, nachdem sie auf diese Datenbank angewendet worden ist.`,
        'Bitte die Datei wiederherstellen und die Änderung in eine neue Datei mit der nächsten Nummer schreiben.',
      )
  }
}

async function apply(client: pg.Client, { version, name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into mahnwerk.migrations (version, name, checksum) values ($1, $2, $3)', [
      version,
      name,
      checksum,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new DatabaseFailure(
      `Die Erweiterung „${name}“ ist gescheitert: ${described(cause, sql)}`,
      'Die Datenbank ist unverändert auf dem Stand davor.',
      { cause },
    )
  }
}

function described(cause: unknown, sql: string): string {
  if (!(cause instanceof pg.DatabaseError)) return String(cause)
  const line = cause.position === undefined ? '' : ` (Zeile ${sql.slice(0, Number(cause.position)).split('\n').length})`
  return `${cause.message}${line}`
}
