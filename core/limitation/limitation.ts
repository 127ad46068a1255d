// Until when a claim can be enforced: what happened to it, and the answer's shape. Each country answers from its own facts
// (§§ 195 ff. BGB, §§ 1486 ff. ABGB, art. 3:307 ff. BW).

import { type LocalDate, daysBetween } from '../calendar/index.ts'
import type { Line } from '../explanations/index.ts'

export type LimitationEvent =
  /** The debtor acknowledged the debt: by words, part payment, interest, security. */
  | { readonly kind: 'acknowledgement' | 'part_payment'; readonly on: LocalDate }
  /** A written demand of the creditor; in some countries it restarts the period, in others it does nothing. */
  | { readonly kind: 'written_reminder'; readonly on: LocalDate }
  /** An order for payment or a suit; `lastActOn` is the last step of the procedure, absent while it goes on. */
  | {
      readonly kind: 'order_for_payment' | 'suit' | 'insolvency_filing'
      readonly filedOn: LocalDate
      readonly servedOn?: LocalDate
      /** Served soon after filing, so that filing counts. */
      readonly servedSoon: boolean
      readonly lastActOn?: LocalDate
    }
  | { readonly kind: 'negotiation'; readonly from: LocalDate; readonly until?: LocalDate }
  /** A judgement or enforcement order became final. */
  | { readonly kind: 'title'; readonly finalOn: LocalDate }
  | { readonly kind: 'enforcement'; readonly on: LocalDate }

export type LimitationFacts = {
  readonly claim: 'contract' | 'consumer_sale' | 'other'
  /** The day the claim arose, as a rule its due day. */
  readonly arisenOn: LocalDate
  /** The creditor knew claim and debtor from this day; absent where it never did. */
  readonly knownOn?: LocalDate
  readonly events: readonly LimitationEvent[]
}

export type LimitationEnd = {
  /** The last day on which the claim can still be secured; absent while the period stands still. */
  readonly lastDay?: LocalDate
  readonly why: Line
  /** What would move the end, and to when where that can be said. */
  readonly moves: readonly Line[]
}

/** How near the end is: none beyond 180 days. */
export type LimitationWarning = 'none' | 'within_180' | 'within_90' | 'within_30' | 'barred'

export function limitationWarning(end: LimitationEnd, today: LocalDate): LimitationWarning {
  if (end.lastDay === undefined) return 'none'
  const left = daysBetween(today, end.lastDay)
  if (left < 0) return 'barred'
  if (left <= 30) return 'within_30'
  if (left <= 90) return 'within_90'
  return left <= 180 ? 'within_180' : 'none'
}
