// The pretended world: several connections, each with its own clock, faults and courier. A library for tests (handle takes
// a Request and opens no socket) and the inside of the process in main.ts.

import { type Instant, instant } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import {
  type AnswerMemory,
  type PlainRequest,
  type PlainResponse,
  createPartnerServer,
  jsonAnswer,
  memoryInMaps,
  plainRequest,
  platformResponse,
  problemAnswer,
  refusal,
} from '@mahnwerk/connectors/protocol/server'
import { problemOf } from '@mahnwerk/connectors/protocol'
import { deliverWebhook } from '@mahnwerk/connectors/protocol/webhooks'
import { type Temperament, later, profileOf } from '../agency/index.ts'
import { type Connection, createConnection } from './connection.ts'
import { control } from './control.ts'
import { type Courier, createCourier } from './courier.ts'
import { deskOf } from './desk.ts'
import type { Faults } from './faults.ts'
import { type ConnectionSettings, FORGETFUL, type Input, type Journal, type JournalEntry } from './journal.ts'
import type { ClaimRecord } from './record.ts'
import { sameText } from './same-text.ts'

export type WorldSettings = {
  /** Carries the webhooks. */
  readonly fetch: typeof fetch
  /** The true time, by which webhooks are signed and clocks run on. */
  readonly now: () => Instant
  readonly controlToken?: string
  readonly journal?: Journal
  /** Pauses between tries of a delivery while the clock is moved by hand. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

type Place = {
  readonly connection: Connection
  readonly courier: Courier
  readonly memory: AnswerMemory
  /** Set while the clock is moved by hand; the next move waits for it. */
  moving: Promise<void> | undefined
}

/** No answer: nothing was taken (refused), or what was sent may have been taken (broken). */
export type NoAnswer = 'refused' | 'broken'

export type World = ReturnType<typeof createWorld>

export function createWorld(given: WorldSettings) {
  const journal = given.journal ?? FORGETFUL
  const wait = given.wait ?? ((milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)))
  const places = new Map<string, Place>()
  // While the journal is replayed news is not sent but kept here: most of it was delivered before.
  let replayed: { place: Place; news: News; times: number }[] | undefined

  function open(id: string, settings: ConnectionSettings): Place | undefined {
    const profile = profileOf(settings.profile)
    if (profile === undefined) return undefined
    const connection = createConnection({
      id,
      settings,
      profile,
      trueNow: given.now,
      post(news, times) {
        if (replayed === undefined) place.courier.post(news, times)
        else replayed.push({ place, news, times })
      },
    })
    const courier = createCourier({
      send: (news) => deliverWebhook(news, target(connection)),
      settled(news, result) {
        connection.record(news.claimRef)?.deliveries.set(news.eventId, result)
        void journal.append({ entry: 'settled', id, claimRef: news.claimRef, eventId: news.eventId, result })
      },
      now: () => Date.parse(given.now()),
      wait,
    })
    const place: Place = { connection, courier, memory: memoryInMaps(), moving: undefined }
    places.set(id, place)
    return place
  }

  function target(connection: Connection) {
    const { webhookUrl, webhookSecret } = connection.settings()
    return { url: webhookUrl, secrets: [webhookSecret], fetch: given.fetch, now: given.now }
  }

  function need(id: string): Place {
    const place = places.get(id)
    if (place === undefined) throw new RangeError(`no such connection: ${id}`)
    return place
  }

  /**
   * Makes a connection whose clock starts at `now` (true time unless told; it may lie in the past), or changes the token,
   * webhook and seed of one that is there, whose clock only moves forward. Undefined for an unknown profile.
   */
  async function connect(id: string, settings: ConnectionSettings, now?: Instant): Promise<Instant | undefined> {
    const known = places.get(id)
    const place = known ?? open(id, settings)
    if (place === undefined) return undefined
    place.connection.changeSettings(settings)
    await journal.append({ entry: 'connection', id, settings })
    if (now !== undefined && (known === undefined || now > known.connection.now())) {
      const trueAt = given.now()
      place.connection.setClock(now, trueAt)
      await journal.append({ entry: 'time', id, to: now, trueAt })
    }
    return place.connection.now()
  }

  async function put(id: string, input: Input): Promise<void> {
    const { connection } = need(id)
    const at = connection.now()
    connection.apply(input, at)
    await journal.append({ entry: 'input', id, at, input })
  }

  /** Everything due by then happens in order; each webhook is delivered before the next thing happens. */
  async function advanceTo(id: string, to: Instant): Promise<void> {
    const place = need(id)
    const before = place.moving
    const moving = (async () => {
      await before
      await move(place, to)
    })()
    place.moving = moving
    try {
      await moving
    } finally {
      if (place.moving === moving) place.moving = undefined
    }
  }

  async function move({ connection, courier }: Place, to: Instant): Promise<void> {
    const until = later(to, connection.now())
    await journal.append({ entry: 'time', id: connection.id, to: until, trueAt: given.now() })
    await courier.drain()
    while (connection.runNext(to)) await courier.drain()
    connection.moveTo(to)
    await journal.written()
  }

  /** What true time has made due happens; waiting webhooks are tried again. */
  function tick(): void {
    for (const { connection, courier, moving } of places.values()) {
      if (moving === undefined) connection.runDue(connection.now())
      courier.pump()
    }
  }

  /** Waits until every webhook is delivered or has failed several times. */
  async function settle(): Promise<void> {
    tick()
    await Promise.all([...places.values()].map(({ courier }) => courier.drain()))
  }

  async function setFaults(id: string, set: Faults): Promise<Faults> {
    await put(id, { op: 'faults', faults: set })
    need(id).courier.hold(set.down !== 'no')
    return set
  }

  /** Answers a request, or says how the connection has to end without an answer. */
  async function respond(request: PlainRequest): Promise<PlainResponse | NoAnswer> {
    if (request.path === '/health') return jsonAnswer(200, health())
    if (request.path.startsWith('/control/')) return respondToControl(request)
    const [, id = '', path = ''] = /^\/partners\/([^/]+)\/v1(\/.*)$/.exec(request.path) ?? []
    const place = places.get(id)
    return place === undefined ? refusal('not-found') : respondAsPartner(place, { ...request, path })
  }

  async function respondAsPartner(place: Place, request: PlainRequest): Promise<PlainResponse | NoAnswer> {
    const { connection, memory } = place
    const { down } = connection.faults()
    if (down === 'refused') return 'refused'
    if (down === 'unavailable') return problemAnswer(problemOf('unavailable'), { 'retry-after': '30' })
    let broken = false
    const desk = deskOf(connection, journal, given.now, () => {
      broken = true
    })
    const authorized = (token: string): boolean => sameText(token, connection.settings().token)
    const answer = await createPartnerServer({ authorized, desk, memory })(request)
    return broken ? 'broken' : answer
  }

  async function respondToControl(request: PlainRequest): Promise<PlainResponse> {
    const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? ''
    if (given.controlToken === undefined || !sameText(token, given.controlToken)) return refusal('token-invalid')
    return control(world, { ...request, path: request.path.slice('/control'.length) })
  }

  function health(): Readonly<Record<string, string | number>> {
    const claims = [...places.values()].reduce((sum, { connection }) => sum + connection.size(), 0)
    return { status: 'ok', connections: places.size, claims }
  }

  /** Does again what the journal tells, then sends only what had not been delivered. */
  function restore(entries: Iterable<JournalEntry>): void {
    const posts: NonNullable<typeof replayed> = []
    replayed = posts
    for (const entry of entries) replay(entry)
    for (const { connection } of places.values()) connection.runDue(connection.now())
    replayed = undefined
    for (const { place, news, times } of posts) {
      const settled = place.connection.record(news.claimRef)?.deliveries.has(news.eventId)
      if (settled !== true) place.courier.post(news, times)
    }
    for (const { connection, courier } of places.values()) courier.hold(connection.faults().down !== 'no')
  }

  function replay(entry: JournalEntry): void {
    const place = places.get(entry.id)
    if (entry.entry === 'connection') {
      if (place === undefined) open(entry.id, entry.settings)
      else place.connection.changeSettings(entry.settings)
      return
    }
    if (place === undefined) return
    if (entry.entry === 'time') place.connection.setClock(entry.to, entry.trueAt)
    else if (entry.entry === 'input') replayInput(place, entry.input, entry.at)
    else place.connection.record(entry.claimRef)?.deliveries.set(entry.eventId, entry.result)
  }

  // A key that was answered before the restart is answered alike after it.
  function replayInput({ connection, memory }: Place, input: Input, at: Instant): void {
    const { answer } = connection.apply(input, at)
    if (input.op !== 'claim' || !answer.ok) return
    void memory.begin(input.key, input.contentHash)
    void memory.keep(input.key, jsonAnswer(202, answer.body))
  }

  const world = {
    connect,
    advanceTo,
    tick,
    settle,
    setFaults,
    respond,
    restore,
    setTemperament: (id: string, claimRef: string, temperament: Temperament): Promise<void> =>
      put(id, { op: 'temperament', claimRef, temperament }),
    nextEventAt: (id: string): Instant | undefined => need(id).connection.nextAt(),
    nowOf: (id: string): Instant => need(id).connection.now(),
    record: (id: string, claimRef: string): ClaimRecord | undefined => places.get(id)?.connection.record(claimRef),
    overview(id: string) {
      const place = places.get(id)
      if (place === undefined) return undefined
      const { connection, courier } = place
      const { profile } = connection.settings()
      return { id, profile, now: connection.now(), claims: connection.size(), webhooksWaiting: courier.waiting() }
    },
    /** Answers a Request of the platform; throws as fetch does where the connection breaks. */
    async handle(request: Request): Promise<Response> {
      const answer = await respond(await plainRequest(request, ''))
      if (typeof answer !== 'string') return platformResponse(answer)
      throw new TypeError('fetch failed', { cause: { code: answer === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET' } })
    },
  }
  return world
}

/** The true time of this machine. */
export function trueNow(): Instant {
  return instant(new Date().toISOString())
}
