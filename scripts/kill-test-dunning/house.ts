// What a run needs: a server on its own bundled PostgreSQL, durable as in earnest, a mail server that takes everything, and three
// creditors. Everything lies in one folder, which is removed at the end.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../server/clock.ts'
import { type Database, createDatabase } from '../../server/db/database.ts'
import { type Embedded, runningEmbedded } from '../../server/db/embedded.ts'
import type { Ground } from '../../server/http/index.ts'
import { createIds } from '../../server/ids.ts'
import { type MailSink, openMailSink } from '../../server/testing/mail-sink.ts'
import { type Opened, openParts } from '../killing/opened.ts'
import { freePort } from '../free-port.ts'
import { type KillableServer, killableServer } from '../killing/server.ts'
import { type Creditor, settleIn } from './creditors.ts'
import { killWithChildren } from './processes.ts'

export type House = {
  readonly creditors: readonly Creditor[]
  readonly mailSink: MailSink
  /** The database as the application sees it; another one after each restart. */
  readonly ground: () => Ground
  /** Sees what the server's sessions are doing. */
  readonly onlooker: () => Database
  /** SIGKILL; first for the database with all its processes where that is wanted. */
  readonly kill: (withDatabase: boolean) => Promise<void>
  /** Starts it again; resolves when it serves. */
  readonly restart: () => Promise<void>
  /** Starts it again and does not wait. */
  readonly begin: () => Promise<void>
  readonly close: () => Promise<void>
}

const SECRET = 'the secret of the kill test, long enough'
// The mail server is on this machine.
const SURROUNDINGS = { OUTBOX_TICK_MS: '200', RATE_LIMIT: 'off', MAIL_NETWORKS: '127.0.0.0/8' }

export const openHouse = (): Promise<House> => openParts(open)

async function open(opened: Opened): Promise<Omit<House, 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-kill-test-'))
  await chmod(folder, 0o755) // the database may run as another user; its own folder within is closed
  opened.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const mailSink = await openMailSink()
  opened.push(mailSink.stop)
  // No address of a database: the server brings its own.
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _ownerUrl, ...given } = process.env
  const env = { ...given, ...SURROUNDINGS, MAHNWERK_DATA: folder, MAHNWERK_SECRET: SECRET }
  const server = killableServer(await freePort(), env, join(folder, 'server.log'))
  opened.push(server.stop)
  const database = databaseIn(join(folder, 'postgres'), server)
  opened.push(database.leave)
  await database.restart()
  const creditors = await settleIn(database.ground(), server.url, mailSink.port)
  return { creditors, mailSink, ...database, begin: server.start }
}

/** The server's own database, seen from beside it for as long as both live. */
function databaseIn(folder: string, server: KillableServer) {
  const newId = createIds()
  let seen: { readonly running: Embedded; readonly db: Database; readonly onlooker: Database } | undefined
  const leave = async (): Promise<void> => {
    const before = seen
    seen = undefined
    await Promise.all([before?.db.destroy(), before?.onlooker.destroy()])
  }
  const here = () => {
    if (seen === undefined) throw new Error('the server is not there')
    return seen
  }
  return {
    leave,
    ground: (): Ground => ({ db: here().db, clock: systemClock, newId }),
    onlooker: () => here().onlooker,
    async kill(withDatabase: boolean): Promise<void> {
      if (withDatabase && seen !== undefined) await killWithChildren(seen.running.pid)
      await server.kill()
      await leave()
    },
    async restart(): Promise<void> {
      await server.start()
      await server.ready()
      const running = await runningEmbedded(folder)
      if (running === undefined) throw new Error('a server that serves has a database')
      const db = createDatabase({ url: running.url, role: 'mahnwerk_app', max: 4, name: 'kill test' })
      seen = { running, db, onlooker: createDatabase({ url: running.url, max: 1, name: 'kill test' }) }
    },
  }
}
