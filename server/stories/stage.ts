// A stage for whole runs: real applications on a real database, the pretended world beside them in the same process, and
// one clock that is moved by hand. Nothing here opens a socket or sleeps.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, instant } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import { partnerOf } from '@mahnwerk/connectors/partners'
import { deliverWebhook } from '@mahnwerk/connectors/protocol/webhooks'
import { type Faults, type World, createWorld, faults } from '../../simulator/world/index.ts'
import { type App, createApp } from '../app.ts'
import { createApiKey, createSecrets, createTenantWithOwner } from '../auth/index.ts'
import { systemPrincipal } from '../auth/system.ts'
import { type Caller, program, testTenant } from '../auth/testing.ts'
import { type Clock, addSeconds } from '../clock.ts'
import { configFrom } from '../config.ts'
import { type Database, createDatabase, inTenant } from '../db/database.ts'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { type Context, type Ground, inContext } from '../http/index.ts'
import { createIds } from '../ids.ts'
import { immediateJobs } from '../jobs/index.ts'
import { type OpenRoad, addConnection } from '../modules/partners/index.ts'
import { PROFILE } from './partner-profile.ts'

export const START = instant('2026-11-20T09:00:00.000Z') // a Friday

export type Stage = {
  readonly ground: Ground
  /** The database as the application, and as its owner, for what no application may do. */
  readonly url: string
  readonly ownerUrl: string
  readonly tenantId: string
  readonly practiceId: string
  readonly connectionId: string
  readonly world: World
  readonly apps: readonly App[]
  /** Calls the first server, or another one, with an API key of the owner. */
  readonly call: Caller
  readonly callAt: (server: number) => Caller
  readonly now: () => Instant
  /** Time passes, and what is due by then happens on both sides in order. */
  readonly pass: (span: { readonly days?: number; readonly seconds?: number }) => Promise<void>
  /** What is due now happens, on both sides, until nothing more follows. */
  readonly settle: () => Promise<void>
  readonly misbehave: (set: Partial<Faults>) => Promise<void>
  /** Statuses that the next requests to the partner are answered with, without reaching it. */
  readonly answersInstead: number[]
  /** A signed webhook of the partner's that the world knows nothing of. Returns the status it was answered with. */
  readonly tell: (news: News) => Promise<number>
  /** What the server answered to webhooks, in order. */
  readonly webhookAnswers: readonly number[]
  /** What the servers logged as unexpected. */
  readonly errors: readonly unknown[]
  readonly run: <Value>(work: (context: Context) => Promise<Value>) => Promise<Value>
  readonly close: () => Promise<void>
}

export type StageOptions = { readonly servers?: number; readonly seed?: string }

export async function openStage({ servers = 1, seed = 'seed' }: StageOptions = {}): Promise<Stage> {
  const database = await testDatabase()
  const workerDb = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 2, name: 'test worker' })
  let time: Instant = START
  const clock: Clock = { now: () => time }
  const apps: App[] = []
  const webhookAnswers: number[] = []
  const errors: unknown[] = []
  const answersInstead: number[] = []
  const carry = webhooks(apps, webhookAnswers)
  const world = createWorld({ now: clock.now, wait: async () => undefined, fetch: carry })
  const roads = roadsInto(world, clock, answersInstead)
  for (let index = 0; index < servers; index += 1)
    apps.push(await openServer(index, database, workerDb, clock, roads, errors))
  const [first] = apps
  if (!first) throw new RangeError('a stage without a server')
  const { ground } = first
  const { tenantId, practiceId, connectionId, key } = await settleIn(ground, world, seed)
  const settle = (): Promise<void> => settled(apps, world)
  return {
    ground,
    url: database.url,
    ownerUrl: database.ownerUrl,
    tenantId,
    practiceId,
    connectionId,
    world,
    apps,
    call: program(first.http, key),
    callAt: (server) => program((apps[server] ?? first).http, key),
    now: clock.now,
    settle,
    async pass({ days = 0, seconds = 0 }) {
      const goal = addSeconds(time, days * 86_400 + seconds)
      await settle()
      for (let next = await nextMoment(ground, tenantId, world, connectionId); next !== undefined && next <= goal;) {
        if (next > time) time = next
        await settle()
        const after = await nextMoment(ground, tenantId, world, connectionId)
        next = after === next ? addSeconds(after, 1) : after
      }
      time = goal
      await settle()
    },
    misbehave: async (set) => void (await world.setFaults(connectionId, faults.parse(set))),
    answersInstead,
    async tell(news) {
      const url = addressOf(tenantId, connectionId)
      const before = webhookAnswers.length
      await deliverWebhook(news, { url, secrets: [SECRET], fetch: carry, now: clock.now })
      return webhookAnswers[before] ?? 0
    },
    webhookAnswers,
    errors,
    run: (work) => inContext(ground, systemPrincipal(tenantId), work),
    async close() {
      for (const app of apps) await app.close()
      await workerDb.destroy()
      await database.drop()
    },
  }
}

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='
const TOKEN = 'token-of-the-stage'
const secrets = createSecrets('a secret for tests that is long enough')

async function openServer(
  index: number,
  { db }: TestDatabase,
  workerDb: Database,
  clock: Clock,
  openRoad: OpenRoad,
  errors: unknown[],
): Promise<App> {
  const app = await createApp({
    db,
    workerDb,
    clock,
    // The same ids in every run: the pretended world draws from them.
    newId: createIds(() => Date.parse(clock.now()), seeded(index)),
    secrets,
    openRoad,
    changes: { subscribe: () => () => true, stop: async () => {} },
    jobs: immediateJobs(),
    // No tick: the stage says when the outbox looks.
    config: { ...configFrom({ RATE_LIMIT: 'off' }), tickMs: 2 ** 31 - 1 },
    isReady: () => true,
    log: (error) => void errors.push(error),
  })
  await app.http.ready()
  return app
}

function seeded(server: number): (bytes: number) => Uint8Array {
  let drawn = 0
  return (bytes) =>
    createHash('sha256')
      .update(`server ${server} bytes ${(drawn += 1)}`)
      .digest()
      .subarray(0, bytes)
}

/** Requests of every road go straight into the world. */
function roadsInto(world: World, clock: Clock, answersInstead: number[]): OpenRoad {
  const send: typeof fetch = async (input, init) => {
    const status = answersInstead.shift()
    return status === undefined ? world.handle(new Request(input, init)) : new Response('', { status })
  }
  return ({ partner, baseUrl, token, webhookSecret }) => {
    const connector = partnerOf(partner)
    if (!connector) throw new Error(`no connector for ${partner}`)
    return connector.connect({ baseUrl, token, webhookSecrets: [webhookSecret] }, { now: clock.now, fetch: send })
  }
}

/** Webhooks of the world go to the servers in turn. */
function webhooks(apps: readonly App[], answers: number[]): typeof fetch {
  return async (url, init) => {
    const app = apps[answers.length % apps.length]
    if (!app) throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
    const { statusCode, body } = await app.http.inject({
      method: 'POST',
      url: new URL(new Request(url).url).pathname,
      headers: Object.fromEntries(new Headers(init?.headers)),
      payload: typeof init?.body === 'string' ? init.body : '',
    })
    answers.push(statusCode)
    return new Response(body, { status: statusCode })
  }
}

async function settleIn(ground: Ground, world: World, seed: string) {
  const { tenantId, practiceIds } = await createTenantWithOwner(ground, {
    ...testTenant('Stadtpark', 'anna@stadtpark.example'),
    email: 'praxis@stadtpark.example',
    practices: [{ name: 'Stadtpark' }],
  })
  const [practiceId = ''] = practiceIds
  const connectionId = ground.newId()
  await inContext(ground, systemPrincipal(tenantId), (context) =>
    addConnection(context, {
      id: connectionId,
      partner: 'mahnwerk',
      profile: PROFILE,
      baseUrl: `http://world.test/partners/${connectionId}/v1`,
      token: secrets.encipher(TOKEN, connectionId),
      webhookSecret: secrets.encipher(SECRET, connectionId),
    }),
  )
  const webhookUrl = addressOf(tenantId, connectionId)
  await world.connect(connectionId, { token: TOKEN, webhookUrl, webhookSecret: SECRET, profile: 'kranich', seed })
  const { key } = await createApiKey(ground, tenantId, { name: 'Praxisprogramm', role: 'owner' })
  return { tenantId, practiceId, connectionId, key }
}

function addressOf(tenantId: string, connectionId: string): string {
  return `http://server.test/api/v1/partner-news/${tenantId}/${connectionId}`
}

// One round makes the next: a report delivered brings news, news brings an answer.
async function settled(apps: readonly App[], world: World): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(apps.map((app) => app.outbox.deliverDue()))
    await world.settle()
  }
}

/** When something happens by itself next: at the partner, or a message that waits for its next try. */
async function nextMoment(
  { db }: Ground,
  tenantId: string,
  world: World,
  connectionId: string,
): Promise<Instant | undefined> {
  // The first of each row counts: what waits behind it has no moment of its own.
  const { rows } = await inTenant(db, tenantId, (trx) =>
    sql<{ at: Instant | null }>`
      SELECT min(at) AS at FROM (SELECT DISTINCT ON (lane) next_attempt_at AS at FROM outbox
        WHERE tenant_id = ${tenantId} AND state = 'pending' ORDER BY lane, position) heads`.execute(trx),
  )
  const moments = [rows[0]?.at ?? undefined, world.nextEventAt(connectionId)].filter((at) => at !== undefined)
  return moments.toSorted()[0]
}
