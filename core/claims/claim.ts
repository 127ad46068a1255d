// A claim is what one debtor owes on one invoice. Its state says whether it is still owed and who works on it; its marker is what a
// person noted about it; what a list shows as its status follows from both, the open amounts and the day (status.ts).

import type { LocalDate } from '../calendar/index.ts'
import type { Amounts } from '../ledger/index.ts'
import { type Currency, type Minor, sum } from '../money/index.ts'

/** collection: a case at a partner is active. paid: nothing is open. */
export type ClaimState = 'open' | 'collection' | 'paid' | 'written_off' | 'cancelled'

export type Marker =
  | { readonly kind: 'none' }
  /** No dunning up to and including this day. */
  | { readonly kind: 'hold'; readonly until: LocalDate; readonly note: string }
  | { readonly kind: 'disputed'; readonly note: string }
  | { readonly kind: 'clarification'; readonly note: string }
  /** The debtor promised to pay by this day. */
  | { readonly kind: 'promised'; readonly by: LocalDate; readonly note: string }

export type MarkerKind = Marker['kind']

export type Claim = {
  readonly id: string
  readonly currency: Currency
  /** What was payable when the invoice was issued. */
  readonly amount: Minor
  readonly open: Amounts
  /** Money of the debtor beyond what was owed, not yet returned. */
  readonly overpaid: Minor
  /** Given up and not brought back; the parts of it stand in the ledger. */
  readonly writtenOff: Minor
  readonly dueDate: LocalDate
  readonly state: ClaimState
  readonly marker: Marker
  /** Dunning notices sent: 0 none, 1 the first one. A friendly reminder does not count. */
  readonly dunningLevel: number
  readonly lastNoticeOn?: LocalDate
  /** Who works on it while it is in collection. */
  readonly partner?: string
}

/** The highest level that a claim may bring along; which level is the last for it, its policy says (ladder.ts). */
export const LAST_LEVEL = 3

export const NO_MARKER: Marker = { kind: 'none' }

export function totalOpen(claim: Claim): Minor {
  return sum(Object.values(claim.open))
}

/** Whether somebody still has to pay. */
export function isOutstanding(claim: Claim): boolean {
  return claim.state === 'open' || claim.state === 'collection'
}
