// Makes a new database cluster: in a folder beside its final name, which it gets by one rename when everything is in it.
// So a cluster under its final name was completed once, and what lies beside it never was and may be thrown away.
import { chown, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { type Binaries, exists } from './binaries.ts'
import { DatabaseFailure } from './failure.ts'
import { run } from './program.ts'
import { passwordOf } from './secret.ts'

export const MAJOR_VERSION = '18'
const UNFINISHED = 'cluster-unfinished-'

export type Cluster = {
  readonly dataDir: string
  readonly binaries: Binaries
  readonly account: Account
  readonly secret: string
  readonly volatile: boolean
  readonly log: (line: string) => void
}

/** The completed cluster's folder. Throws a DatabaseFailure where one is there but is not ours to use. */
export async function ensureCluster(cluster: Cluster): Promise<{ cluster: string; isNew: boolean }> {
  const folder = join(cluster.dataDir, 'cluster')
  if (await exists(folder)) {
    await checkVersion(folder)
    return { cluster: folder, isNew: false }
  }
  for (const name of await readdir(cluster.dataDir)) {
    if (!name.startsWith(UNFINISHED)) continue
    cluster.log('Ein früheres Anlegen der Datenbank wurde unterbrochen; es enthält keine Daten und wird neu begonnen.')
    // Its initdb may still be writing: it was not ours to end.
    await rm(join(cluster.dataDir, name), { recursive: true, force: true, maxRetries: 10 })
  }
  await create(cluster, folder)
  return { cluster: folder, isNew: true }
}

async function create(cluster: Cluster, folder: string): Promise<void> {
  const unfinished = join(cluster.dataDir, `${UNFINISHED}${process.pid}`)
  const passwordFile = join(cluster.dataDir, 'initdb-password')
  await writeFile(passwordFile, passwordOf(cluster.secret, 'postgres'), { mode: 0o600 })
  if (cluster.account !== undefined) await chown(passwordFile, cluster.account.uid, cluster.account.gid)
  try {
    await initialise(cluster, unfinished, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await writeFile(join(unfinished, 'pg_hba.conf'), 'local all all scram-sha-256\n')
  await bootstrap(cluster, unfinished)
  await rename(unfinished, folder)
  if (!cluster.volatile) await syncFolder(cluster.dataDir)
}

/** German sorting by ICU; where its libraries do not load, plain code-point order, which only sorts umlauts differently. */
async function initialise(cluster: Cluster, folder: string, passwordFile: string): Promise<void> {
  const always = ['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  const words = ['--locale=C', '--text-search-config=german', ...(cluster.volatile ? ['--no-sync'] : [])]
  const initdb = (locale: string[]) =>
    run({ ...cluster, ...cluster.binaries, program: cluster.binaries.initdb, args: [...always, ...words, ...locale] })
  try {
    await initdb(['--locale-provider=icu', '--icu-locale=de-DE'])
  } catch (error) {
    if (!/icu|locale/i.test(String(error))) throw error
    cluster.log('Deutsche Sortierung (ICU) steht nicht zur Verfügung; Umlaute sortieren nach ihrem Zeichencode.')
    await rm(folder, { recursive: true, force: true })
    await initdb(['--locale-provider=builtin', '--builtin-locale=C.UTF-8'])
  }
}

/**
 * The owner has the schema and may make roles and databases; the application's login owns nothing and may become
 * the two roles that row-level security is written for.
 */
async function bootstrap(cluster: Cluster, folder: string): Promise<void> {
  await runAlone(cluster, folder, [
    `CREATE ROLE mahnwerk_owner LOGIN CREATEROLE CREATEDB PASSWORD '${passwordOf(cluster.secret, 'mahnwerk_owner')}'`,
    `CREATE ROLE mahnwerk LOGIN PASSWORD '${passwordOf(cluster.secret, 'mahnwerk')}'`,
    `CREATE ROLE mahnwerk_app NOLOGIN`,
    `CREATE ROLE mahnwerk_worker NOLOGIN`,
    `GRANT mahnwerk_app, mahnwerk_worker TO mahnwerk, mahnwerk_owner WITH ADMIN FALSE, INHERIT FALSE, SET TRUE`,
    `CREATE DATABASE mahnwerk OWNER mahnwerk_owner`,
  ])
}

/** Where the file with the secret was lost, the roles get passwords of the new one. The server must not be running. */
export async function renewPasswords(cluster: Cluster, folder: string): Promise<void> {
  cluster.log('Das Geheimnis der Datenbank fehlte; ihre Benutzer haben neue Kennwörter.')
  const roles = ['postgres', 'mahnwerk_owner', 'mahnwerk']
  const renewed = roles.map((role) => `ALTER ROLE ${role} PASSWORD '${passwordOf(cluster.secret, role)}'`)
  await runAlone(cluster, folder, renewed)
}

/** Single-user mode takes one statement a line, needs no password, and ends with everything written down. */
async function runAlone(cluster: Cluster, folder: string, statements: readonly string[]): Promise<void> {
  const args = ['--single', '-D', folder, '-c', `fsync=${cluster.volatile ? 'off' : 'on'}`, 'postgres']
  const input = statements.join('\n')
  const output = await run({ ...cluster, ...cluster.binaries, program: cluster.binaries.postgres, args, input })
  if (/ERROR|FATAL/.test(output)) throw new Error(`single-user mode failed:\n${output}`)
}

async function checkVersion(folder: string): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version?.trim() === MAJOR_VERSION) return
  if (version === undefined)
    throw new DatabaseFailure(
      `In ${folder} liegt keine lesbare Datenbank (PG_VERSION fehlt).`,
      'Mahnwerk löscht keine fertige Datenbank. Bitte eine Sicherung zurückspielen oder das Verzeichnis selbst beiseitelegen.',
    )
  throw new DatabaseFailure(
    `Die Daten in ${folder} gehören zu PostgreSQL ${version.trim()}; mitgeliefert ist PostgreSQL ${MAJOR_VERSION}.`,
    'Bitte mit der bisherigen Mahnwerk-Version sichern und die Sicherung mit dieser Version zurückspielen.',
  )
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
