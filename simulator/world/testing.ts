// A bench for tests: a world, a creditor that keeps every piece of news once and does its own sums, and a clock by hand.

import { type Instant, instant } from '@mahnwerk/core/calendar'
import type { News, PaymentSplit } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import { type Minor, ZERO, add, minor, subtract, sum } from '@mahnwerk/core/money'
import { type ProtocolClient, createProtocolClient, readNews } from '@mahnwerk/connectors/protocol'
import { sampleClaim } from '@mahnwerk/connectors/protocol/conformance'
import { verifyWebhook } from '@mahnwerk/connectors/protocol/webhooks'
import type { Faults } from './faults.ts'
import { type Journal, type World, createWorld, faults } from './index.ts'

export const CONNECTION = 'c1'
export const START: Instant = instant('2026-11-20T09:00:00Z') // a Friday
const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='
const TOKEN = 'partner-token'

export type Bench = {
  readonly world: World
  readonly client: ProtocolClient
  /** Every webhook that arrived, repeats included, in the order of arrival. */
  readonly arrived: News[]
  /** What the creditor answers webhooks with; 200 once it is empty. */
  readonly answers: number[]
  claim(ref: string, word?: string): HandoverPackage
  submit(claim: HandoverPackage): Promise<void>
  /** Moves the agency's clock to a moment. */
  to(moment: string): Promise<void>
  /** True time goes on. */
  pass(seconds: number): void
}

export async function benchOf(
  given: { seed?: string; faults?: Partial<Faults>; journal?: Journal } = {},
): Promise<Bench> {
  const arrived: News[] = []
  const answers: number[] = []
  let time = Date.parse(START)
  const now = () => instant(new Date(time).toISOString())
  const world = createWorld({
    now,
    wait: async () => undefined,
    ...(given.journal === undefined ? {} : { journal: given.journal }),
    async fetch(_url, init) {
      const status = answers.shift() ?? 200
      const rawBody = bodyText(init)
      const headers = Object.fromEntries(new Headers(init?.headers))
      if (!verifyWebhook({ headers, rawBody, secrets: [SECRET], now: now() }).ok)
        return new Response('', { status: 401 })
      const read = readNews(JSON.parse(rawBody))
      if (!read.ok) return new Response('', { status: 400 })
      if (status === 200) arrived.push(read.value)
      return new Response('', { status })
    },
  })
  await world.connect(CONNECTION, settingsOf(given.seed ?? 'seed'))
  if (given.faults !== undefined) await world.setFaults(CONNECTION, faults.parse(given.faults))
  const client = createProtocolClient({
    baseUrl: `http://simulator.test/partners/${CONNECTION}/v1`,
    token: TOKEN,
    fetch: async (input, init) => world.handle(new Request(input, init)),
  })
  return {
    world,
    client,
    arrived,
    answers,
    claim: claimOf,
    async submit(claim) {
      const outcome = await client.submitClaim(claim, `key-${claim.claimRef}`)
      if (outcome.outcome !== 'accepted') throw new Error(`the handover came out as ${outcome.outcome}`)
    },
    to: (moment) => world.advanceTo(CONNECTION, instant(moment)),
    pass(seconds) {
      time += seconds * 1000
    },
  }
}

/** The text a fetch was given to send. */
export function bodyText(init: RequestInit | undefined): string {
  if (typeof init?.body !== 'string') throw new TypeError('a webhook without a text')
  return init.body
}

export function settingsOf(seed: string) {
  return { token: TOKEN, webhookUrl: 'http://creditor.test/webhook', webhookSecret: SECRET, profile: 'kranich', seed }
}

/** A claim whose debtor has the temperament of the word (see temperament.ts). */
export function claimOf(ref: string, word = 'schweigt'): HandoverPackage {
  const claim = sampleClaim(ref, START)
  return { ...claim, debtor: { ...claim.debtor, email: `m.muster+${word}@example.org` } }
}

/** What the creditor makes of the news: the same figures as the agency's if nothing was lost, doubled or spread otherwise. */
export function sumsOf(claim: HandoverPackage, news: readonly News[]): Readonly<Record<string, Minor>> {
  const open = { principal: claim.claim.principal, charges: ZERO, interest: ZERO, costs: ZERO }
  open.charges = sum(claim.claim.charges.map((charge) => charge.amount))
  let paidTotal = ZERO
  const splits = new Map<string, PaymentSplit>()
  const move = (split: PaymentSplit, by: (a: Minor, b: Minor) => Minor): void => {
    for (const part of ['principal', 'charges', 'interest', 'costs'] as const) open[part] = by(open[part], split[part])
    const total = sum(Object.values(split))
    paidTotal = by === subtract ? add(paidTotal, total) : subtract(paidTotal, total)
  }
  for (const { body } of inOrder(news)) {
    if (body.type === 'cost.added') open.costs = add(open.costs, body.amount)
    if (body.type === 'payment.reported' || body.type === 'payment.direct_acknowledged') {
      if (body.split === undefined) throw new Error('a payment without a split')
      splits.set(body.paymentId, body.split)
      move(body.split, subtract)
    }
    const back = body.type === 'payment.reversed' ? splits.get(body.reverses) : undefined
    if (back !== undefined) move(back, add)
  }
  return { ...open, paidTotal: minor(paidTotal) }
}

/** Each piece once, in the order of its claim. */
export function inOrder(news: readonly News[]): readonly News[] {
  return [...new Map(news.map((one) => [one.sequence, one])).values()].toSorted((a, b) => a.sequence - b.sequence)
}

export function typesOf(news: readonly News[]): readonly string[] {
  return news.map(({ body }) => (body.type === 'case.stage_changed' ? `stage ${body.stage}` : body.type))
}
