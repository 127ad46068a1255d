// The whole application as app.ts wires it, on a test database, with two tenants that both have one of everything: A, which is
// tried, and B, which tries. And A's people: one for each role, and one who is limited to A's second practice.

import type pg from 'pg'
import { fakeEmail } from '@mahnwerk/connectors/channels/email'
import { PARTNERS } from '@mahnwerk/connectors/partners'
import { webhookSecret } from '@mahnwerk/connectors/protocol/webhooks'
import { type App, createApp } from '../../app.ts'
import { TENANT_ROLES, type TenantRole, createApiKey, createSecrets, createUser } from '../../auth/index.ts'
import { PASSWORD } from '../../auth/testing.ts'
import { systemClock } from '../../clock.ts'
import { configFrom } from '../../config.ts'
import { connectionOf, createDatabase } from '../../db/database.ts'
import { connectOwner } from '../../db/server-check.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Change } from '../../events/index.ts'
import { createIds } from '../../ids.ts'
import { immediateJobs } from '../../jobs/index.ts'
import type { OpenRoad } from '../../modules/partners/index.ts'
import { seeAsOwner } from './fingerprint.ts'
import { type Plan, type Planted, type Road, plant, plantThings } from './plant.ts'

export const WORD = 'QZA'
export const AMOUNT = 7_654_321

export type House = {
  readonly app: App
  readonly owner: pg.Client
  /** The application's login. */
  readonly url: string
  /** Tables that were closed to their own owner before this house opened them to look. */
  readonly forced: readonly string[]
  readonly a: Planted
  readonly b: Planted
  readonly roadOfB: Road
  /** A key of B with all rights that a key can have. */
  readonly keyOfB: string
  /** E-mail addresses of A's people by role, and of the one who is limited. */
  readonly people: Readonly<Record<TenantRole | 'limited', string>>
  /** More of everything comes into A's first practice. */
  readonly grow: () => Promise<void>
  /** Tells every open page that something changed, as another process would. */
  readonly announce: (change: Change) => void
  readonly close: () => Promise<void>
}

const secrets = createSecrets('a secret for tests that is long enough')
const LONG = 2 ** 31 - 1

export async function openHouse(extend: (app: App) => void = () => {}): Promise<House> {
  const database = await testDatabase()
  const listeners = new Set<(change: Change) => void>()
  const [partner] = PARTNERS
  if (partner === undefined) throw new Error('a house needs a partner')
  const fake = partner.fake(systemClock.now)
  const openRoad: OpenRoad = ({ baseUrl, token, webhookSecret: secret }) =>
    partner.connect({ baseUrl, token, webhookSecrets: [secret] }, { fetch: fake.fetch, now: systemClock.now })
  const { app, workerDb } = await open(database, openRoad, listeners)
  extend(app)
  // What a route asks for is said in its answer, so that the test need not be told.
  app.http.addHook(
    'onSend',
    async (request, reply) => void reply.header('x-right', request.routeOptions.config.right ?? ''),
  )
  await app.http.ready()
  const owner = await connectOwner(connectionOf({ url: database.ownerUrl, name: 'isolation' }))
  const forced = await seeAsOwner(owner)
  const { baseUrl, token, webhookSecrets } = fake.settings
  const roadOfA = { baseUrl, token, webhookSecret: webhookSecrets[0] ?? '' }
  const roadOfB = { baseUrl, token, webhookSecret: webhookSecret(Buffer.alloc(32, 7)) }
  const plan: Plan = { word: WORD, amount: AMOUNT, road: roadOfA }
  const a = await plant(app, secrets, plan)
  const b = await plant(app, secrets, { ...plan, word: 'KLM', amount: 9_000, road: roadOfB })
  // What was planted to be sent is sent, so that nothing stirs by itself later.
  await app.mail.sendDue()
  const { key } = await createApiKey(app.ground, b.tenantId, { name: 'fremd', role: 'owner' })
  return {
    app,
    owner,
    url: database.url,
    forced,
    a,
    b,
    roadOfB,
    keyOfB: key,
    people: await settle(app, a),
    grow: async () => {
      await plantThings(app, plan, a.place, '2')
      await app.mail.sendDue()
    },
    announce: (change) => {
      for (const listener of listeners) listener(change)
    },
    close: async () => {
      await app.close()
      await workerDb.destroy()
      await owner.end()
      await database.drop()
    },
  }
}

async function open({ db, url }: TestDatabase, openRoad: OpenRoad, listeners: Set<(change: Change) => void>) {
  const workerDb = createDatabase({ url, role: 'mahnwerk_worker', max: 2, name: 'test worker' })
  const app = await createApp({
    db,
    workerDb,
    clock: systemClock,
    newId: createIds(),
    secrets,
    openRoad,
    openEmail: fakeEmail().open,
    changes: {
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      stop: async () => {},
    },
    jobs: immediateJobs(),
    // No tick: what leaves, leaves when the test says so.
    config: { ...configFrom({ RATE_LIMIT: 'off', MAHNWERK_URL: 'http://localhost:8080' }), tickMs: LONG },
    // So that the routes of a demo are there, too.
    world: { nextEventAt: async () => undefined, advanceTo: async () => {}, connect: async () => {} },
    isReady: () => true,
    log: (error) => {
      throw error
    },
  })
  return { app, workerDb }
}

async function settle({ ground }: App, a: Planted): Promise<House['people']> {
  const people: Record<string, string> = {}
  for (const who of [...TENANT_ROLES, 'limited'] as const) {
    const email = `${who.replace('_', '-')}@people.example`
    const role = who === 'limited' ? 'accountant' : who
    const limit = who === 'limited' ? { practices: [a.practices[1]] } : {}
    await createUser(ground, a.tenantId, { name: who, email, role, password: PASSWORD, ...limit })
    people[who] = email
  }
  return people as House['people'] // one for each
}
