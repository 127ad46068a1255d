// The server as a process: API, pages, deliveries. Everything it keeps is in PostgreSQL; SIGTERM ends it in order.

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createReach, openEmail, openInbox } from '@mahnwerk/connectors/channels/email'
import { partnerOf } from '@mahnwerk/connectors/partners'
import { webhookSecret as writeSecret } from '@mahnwerk/connectors/protocol/webhooks'
import { createApp } from './app.ts'
import { loadSecrets } from './auth/index.ts'
import { systemClock } from './clock.ts'
import { configFrom } from './config.ts'
import { connectionOf, createDatabase } from './db/database.ts'
import { openDatabase } from './db/open.ts'
import { listenForChanges } from './http/live.ts'
import { createIds } from './ids.ts'
import { createJobs } from './jobs/index.ts'
import { seedDemo, simulatedWorld } from './modules/demo/index.ts'
import type { PostOfficeRoad } from './modules/mail/index.ts'
import type { OpenRoad } from './modules/partners/index.ts'

/** Without a database an orderly end may wait for it for ever. */
const LAST_WORDS_MS = 5_000
const PAGES = join(import.meta.dirname, '..', 'web', 'dist')

const log = (error: unknown, what: string): void => console.error(new Date().toISOString(), what, error)
const config = configFrom(process.env)
const database = await openDatabase({ env: process.env, log: console.log, share: true })
const secrets = await loadSecrets({
  secret: process.env['MAHNWERK_SECRET'],
  before: process.env['MAHNWERK_SECRET_BEFORE'],
  dataDir: database.dataDir,
})
const db = createDatabase({ url: database.url, role: 'mahnwerk_app', max: 16, name: 'mahnwerk' })
const workerDb = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 2, name: 'mahnwerk worker' })
const changes = listenForChanges(
  connectionOf({ url: database.url, role: 'mahnwerk_app', name: 'mahnwerk live' }),
  (error) => log(error, 'live'),
)
const jobs = createJobs(database.ownerUrl, (error) => log(error, 'jobs'))
const { SIMULATOR_URL, SIMULATOR_CONTROL_TOKEN, SIMULATOR_SMTP_PORT, SIMULATOR_IMAP_PORT } = process.env
const world =
  SIMULATOR_URL === undefined || SIMULATOR_CONTROL_TOKEN === undefined
    ? undefined
    : simulatedWorld(SIMULATOR_URL, SIMULATOR_CONTROL_TOKEN)

const postOffice =
  SIMULATOR_CONTROL_TOKEN === undefined || SIMULATOR_SMTP_PORT === undefined || SIMULATOR_IMAP_PORT === undefined
    ? undefined
    : postOfficeRoad(Number(SIMULATOR_SMTP_PORT), Number(SIMULATOR_IMAP_PORT), SIMULATOR_CONTROL_TOKEN)

let ready = false
const app = await createApp({
  db,
  workerDb,
  clock: systemClock,
  newId: createIds(),
  secrets,
  openRoad: openRoadWithin(config.partnerTimeoutMs),
  changes,
  jobs,
  config,
  ...(world === undefined ? {} : { world }),
  ...(postOffice === undefined ? {} : { postOffice }),
  ...(existsSync(join(PAGES, 'index.html')) ? { pages: PAGES } : {}),
  isReady: () => ready,
  log,
})
if (config.role !== 'worker') await app.http.listen({ port: config.port, host: config.host })
if (process.argv.includes('--demo') && app.journey !== undefined && SIMULATOR_URL !== undefined) {
  await seedDemo({
    journey: app.journey,
    secrets,
    newWebhookSecret: () => writeSecret(randomBytes(32)),
    simulatorUrl: SIMULATOR_URL,
    baseUrl: `http://127.0.0.1:${config.port}`,
  })
}
await jobs.start(config.role !== 'web')
ready = true

let ending = false
async function end(code = 0): Promise<void> {
  if (ending) return
  ending = true
  await jobs.stop()
  await app.close()
  await changes.stop()
  await Promise.all([db.destroy(), workerDb.destroy()])
  await database.stop()
  process.exit(code)
}
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
// Without it nothing can be answered: whoever watches this process starts it anew, and the database with it.
database.onLoss(() => {
  if (ending) return
  log('the database ended', 'database')
  setTimeout(() => process.exit(1), LAST_WORDS_MS).unref()
  void end(1)
})

/** A partner that is unknown here is a broken assumption: its connection was stored by a newer version. */
function openRoadWithin(timeoutMs: number): OpenRoad {
  const patient: typeof fetch = (input, init) => {
    const limit = AbortSignal.timeout(timeoutMs)
    return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit })
  }
  return ({ partner, baseUrl, token, webhookSecret }) => {
    const connector = partnerOf(partner)
    if (!connector) throw new Error(`no connector for partner ${partner}`)
    return connector.connect(
      { baseUrl, token, webhookSecrets: [webhookSecret] },
      { fetch: patient, now: systemClock.now },
    )
  }
}

/**
 * The post office of the pretended world, which the demo's mail goes through. It stands on this machine, where no tenant's settings
 * may lead: therefore its ports come from the process's own surroundings.
 */
function postOfficeRoad(smtpPort: number, imapPort: number, password: string): PostOfficeRoad {
  const host = '127.0.0.1'
  const reach = createReach([host])
  return {
    smtp: { host, port: smtpPort, security: 'none' },
    imap: { host, port: imapPort, security: 'none', password },
    openEmail: (settings) => openEmail(settings, { reach }),
    openInbox: (settings, afterwards) => openInbox(settings, afterwards, { reach }),
  }
}
