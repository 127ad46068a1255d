// What the checks share: how to call, the claim that was handed over, and how long to wait for what comes later.

import type { Instant } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import { readNewsPage } from '../reading.ts'
import type { Receipt } from '../schemas/index.ts'
import type { WebhookHeaders } from '../webhooks/index.ts'
import type { Call } from './caller.ts'
import { expect } from './expectation.ts'

/** The creditor's webhook of this run: the suite looks at what came and decides what it answers. */
export type WebhookReceiver = {
  readonly secret: string
  readonly received: () => readonly {
    readonly headers: WebhookHeaders
    readonly rawBody: string
    readonly receivedAt: Instant
  }[]
  /** The next so many deliveries are answered with this status, all others with 200. */
  readonly answerNext: (status: number, times: number) => void
}

export type Context = {
  readonly call: Call
  readonly now: () => Instant
  readonly wait: (milliseconds: number) => Promise<void>
  readonly patienceMs: number
  readonly newRef: (kind: string) => string
  /** The claim that the first check hands over, and what the others hold against it. */
  readonly claim: HandoverPackage
  readonly key: string
  receipt?: Receipt
  readonly receiver?: WebhookReceiver
}

export type Check = { readonly name: string; readonly run: (context: Context) => Promise<void> }

/** All news of a claim after a sequence, page by page. */
export async function newsAfter(
  context: Context,
  after: number,
  claimRef = context.claim.claimRef,
): Promise<readonly News[]> {
  const news: News[] = []
  for (let from = after; ; from = news.at(-1)?.sequence ?? from) {
    const reply = await context.call('GET', `/claims/${claimRef}/news?after=${from}`)
    expect(reply.status === 200, `expected 200, saw ${reply.status}: ${reply.text.slice(0, 300)}`)
    const page = readNewsPage(reply.json)
    expect(page.ok, `the page is not as agreed: ${page.ok ? '' : JSON.stringify(page.problem.errors)}`)
    news.push(...page.value.news)
    if (page.value.news.length === 0 || from >= page.value.lastSequence) return news
  }
}

/** Asks again and again until something is there, or patience ends. */
export async function eventually<Found>(
  context: Context,
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
): Promise<Found> {
  const pause = 250
  for (let waited = 0; ; waited += pause) {
    const found = await look()
    if (found !== undefined) return found
    expect(waited < context.patienceMs, `${what} did not come within ${context.patienceMs / 1000} seconds`)
    await context.wait(pause)
  }
}
