// The way of a piece of news out of a connection, with the faults of delivery: lost, late, overtaken or doubled.

import type { Instant } from '@mahnwerk/core/calendar'
import type { News, NewsBody } from '@mahnwerk/core/cases'
import { type Step, addSeconds, rawCodeOf } from '../agency/index.ts'
import { type Faults, strikes } from './faults.ts'
import type { ClaimRecord } from './record.ts'

/** Something planned in a connection: a step of a claim, or news sent late on purpose. */
export type Planned =
  | { readonly kind: 'step'; readonly ref: string; readonly step: Step }
  | { readonly kind: 'deliver'; readonly news: News }

export type Outgoing = {
  readonly seed: string
  readonly faults: Faults
  readonly post: (news: News, times: number) => void
  readonly plan: (at: Instant, planned: Planned) => void
}

const OVERTAKEN_SECONDS = 3600
const RENUMBER_SECONDS = 86_400

/** Notes the news in the claim's row, with the balance it leaves, and sends it. */
export function tell(record: ClaimRecord, body: NewsBody, at: Instant, out: Outgoing): void {
  const { claim } = record
  const sequence = record.news.length + 1
  const news: News = {
    eventId: `evt_${claim.ref}_${sequence}`,
    claimRef: claim.ref,
    sequence,
    occurredAt: at,
    currency: claim.package.claim.currency,
    body,
    rawCode: rawCodeOf(body),
  }
  record.news.push(news)
  record.balances.push({ open: claim.open, paidTotal: claim.paidTotal })
  if (isFirstAcceptance(record, body) && strikes(out.faults, 'changedCaseNumber', out.seed, claim.ref)) {
    out.plan(addSeconds(at, RENUMBER_SECONDS), { kind: 'step', ref: claim.ref, step: { kind: 'renumber' } })
  }
  send(record, news, at, out)
}

function isFirstAcceptance({ news }: ClaimRecord, body: NewsBody): boolean {
  return body.type === 'case.accepted' && news.filter((one) => one.body.type === 'case.accepted').length === 1
}

function send(record: ClaimRecord, news: News, at: Instant, out: Outgoing): void {
  const hit = (kind: 'lose' | 'delay' | 'reorder' | 'duplicate'): boolean =>
    strikes(out.faults, kind, out.seed, news.eventId)
  if (record.deliveries.has(news.eventId)) return
  if (hit('lose')) {
    record.deliveries.set(news.eventId, 'lost')
  } else if (hit('delay')) {
    record.late.add(news.eventId)
    out.plan(addSeconds(at, out.faults.delaySeconds), { kind: 'deliver', news })
  } else if (hit('reorder') && record.overtaken.length === 0) {
    record.overtaken = [news]
    out.plan(addSeconds(at, OVERTAKEN_SECONDS), { kind: 'deliver', news })
  } else {
    out.post(news, hit('duplicate') ? 2 : 1)
    const waiting = record.overtaken
    record.overtaken = []
    for (const overtaken of waiting) out.post(overtaken, 1)
  }
}

/** Sends news that was held back, unless its next one has taken it along. */
export function sendLate(record: ClaimRecord, news: News, post: Outgoing['post']): void {
  if (!isHeldBack(record, news)) return
  record.late.delete(news.eventId)
  record.overtaken = record.overtaken.filter((waiting) => waiting !== news)
  post(news, 1)
}

export function isHeldBack(record: ClaimRecord, news: News): boolean {
  if (record.deliveries.has(news.eventId)) return false
  return record.overtaken.includes(news) || record.late.has(news.eventId)
}
