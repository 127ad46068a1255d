// One claim with the news told of it and what became of each delivery; and the balance after each piece of news, so that
// the books of any past day can be shown.

import { createHash } from 'node:crypto'
import type { Instant } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import type { Minor } from '@mahnwerk/core/money'
import { NEWS_HASH_START, type ReconciliationLine, newsHashLine } from '@mahnwerk/connectors/protocol'
import type { AgencyClaim } from '../agency/index.ts'

export type ClaimRecord = {
  claim: AgencyClaim
  readonly news: News[]
  readonly balances: { readonly open: AgencyClaim['open']; readonly paidTotal: Minor }[]
  /** Running hashes, made when first asked for. */
  readonly hashes: string[]
  /** By event id: what became of the webhook. */
  readonly deliveries: Map<string, 'taken' | 'refused' | 'lost'>
  /** Ids of the creditor with the content they came with. */
  readonly taken: Map<string, { readonly content: string; readonly receivedAt: Instant }>
  /** Event ids of news that is sent late on purpose. */
  readonly late: Set<string>
  /** News overtaken on purpose, waiting for the next one. */
  overtaken: News[]
}

export function recordOf(claim: AgencyClaim): ClaimRecord {
  return {
    claim,
    news: [],
    balances: [],
    hashes: [],
    deliveries: new Map(),
    taken: new Map(),
    late: new Set(),
    overtaken: [],
  }
}

/** The claim's line in the books at a moment; undefined where it was not there yet. */
export function lineAt(record: ClaimRecord, asOf: Instant): ReconciliationLine | undefined {
  const last = record.news.findLastIndex((news) => news.occurredAt <= asOf)
  const balance = record.balances[last]
  if (balance === undefined) return undefined
  return {
    claimRef: record.claim.ref,
    currency: record.claim.package.claim.currency,
    openPrincipal: balance.open.principal,
    openCharges: balance.open.charges,
    openInterest: balance.open.interest,
    openCosts: balance.open.costs,
    paidTotal: balance.paidTotal,
    lastSequence: last + 1,
    newsHash: hashUpTo(record, last),
  }
}

function hashUpTo({ hashes, news }: ClaimRecord, last: number): string {
  for (let index = hashes.length; index <= last; index += 1) {
    const next = news[index]
    if (next === undefined) break
    const before = hashes[index - 1] ?? NEWS_HASH_START
    hashes.push(
      createHash('sha256')
        .update(`${before}\n${newsHashLine(next)}`)
        .digest('hex'),
    )
  }
  return hashes[last] ?? NEWS_HASH_START
}
