// The conformance suite: hands over a claim to the partner at a URL and holds everything it answers against the protocol.
// The checks run in this order, because later ones look at what earlier ones have sent.

import { type Instant, instant } from '@mahnwerk/core/calendar'
import { createCall } from './caller.ts'
import { accessChecks } from './checks-access.ts'
import { claimChecks } from './checks-claims.ts'
import { newsChecks } from './checks-news.ts'
import { reportChecks } from './checks-reports.ts'
import { webhookChecks } from './checks-webhooks.ts'
import type { Check, Context, WebhookReceiver } from './context.ts'
import { type ConformanceResult, judge } from './expectation.ts'
import { sampleClaim } from './sample.ts'

export { type ConformanceResult, Unmet, expect, judge } from './expectation.ts'
export { type WebhookReceiver } from './context.ts'
export { sampleClaim } from './sample.ts'

export type ConformanceSettings = {
  readonly baseUrl: string
  readonly token: string
  readonly fetch: typeof fetch
  /** Marks this run's claims, so that it can be repeated against the same partner. */
  readonly runId: string
  readonly now?: () => Instant
  readonly wait?: (milliseconds: number) => Promise<void>
  /** How long to wait for news; 30 seconds unless told. */
  readonly patienceMs?: number
  /** Where the partner's webhooks of this connection arrive. Without it they are not checked. */
  readonly receiver?: WebhookReceiver
}

export async function runConformance(settings: ConformanceSettings): Promise<readonly ConformanceResult[]> {
  const context = contextOf(settings)
  const results: ConformanceResult[] = []
  for (const check of checksFor(settings)) results.push(await judge(check.name, () => check.run(context)))
  return results
}

function checksFor({ receiver }: ConformanceSettings): readonly Check[] {
  const always = [...accessChecks, ...claimChecks, ...reportChecks, ...newsChecks]
  return receiver === undefined ? always : [...always, ...webhookChecks]
}

function contextOf({ runId, receiver, ...settings }: ConformanceSettings): Context {
  const now = settings.now ?? (() => instant(new Date().toISOString()))
  let count = 0
  const newRef = (kind: string): string => {
    count += 1
    return `conf-${runId}-${kind}-${count}`
  }
  return {
    call: createCall({ ...settings, timeoutMs: 10_000 }),
    now,
    wait: settings.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
    patienceMs: settings.patienceMs ?? 30_000,
    newRef,
    claim: sampleClaim(newRef('claim'), now()),
    key: newRef('key'),
    ...(receiver === undefined ? {} : { receiver }),
  }
}
