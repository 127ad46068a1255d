// A case at a partner: three axes and one question. `stage` says how far it is, `processing` what is going on, `payment`
// what came, `responsible` who acts now. An answer 2xx is not an acceptance: only `accepted` moves responsibility.

import type { LocalDate } from '../calendar/index.ts'
import type { Amounts } from '../ledger/index.ts'
import type { Currency, Minor } from '../money/index.ts'
import type { CloseReason, RejectReason, Stage } from './news.ts'

/** What is going on, with only the facts that each state has. */
export type Processing =
  /** The package is on its way. */
  | { readonly kind: 'sent' }
  /** The partner has it. */
  | { readonly kind: 'received' }
  /** The partner works on it and is responsible. */
  | { readonly kind: 'accepted'; readonly caseNumber: string }
  | { readonly kind: 'paused'; readonly caseNumber: string; readonly reason: string; readonly until?: LocalDate }
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly text: string; readonly repairable: boolean }
  /** `stageBefore`: where it goes on if it is resumed. */
  | {
      readonly kind: 'ended'
      readonly reason: CloseReason
      readonly caseNumber?: string
      readonly stageBefore?: Stage
    }

export type PaymentAxis = 'unpaid' | 'part' | 'principal_paid' | 'full' | 'overpaid'
export type Responsible = 'creditor' | 'partner' | 'lawyer' | 'court' | 'nobody'

export type Case = {
  readonly id: string
  readonly invoiceId: string
  readonly connectionId: string
  readonly currency: Currency
  readonly stage: Stage
  readonly processing: Processing
  readonly responsible: Responsible
  readonly nextStepOn?: LocalDate
  /** Handed over, and come to it since. */
  readonly total: Amounts
  readonly paid: Minor
  readonly questionsOpen: number
  readonly lastSequence: number
}

/** Still with the partner: no other partner may have it, own reminders rest. */
export function isActive(processing: Processing): boolean {
  return processing.kind !== 'rejected' && processing.kind !== 'ended'
}

/** What came, read from what is still open: a surplus is one only where nothing is open beside it. */
export function paymentAxis(paid: Minor, open: Amounts, overpaid: Minor): PaymentAxis {
  const rest = open.principal + open.charges + open.interest + open.costs
  if (rest === 0) return overpaid > 0 ? 'overpaid' : 'full'
  if (open.principal === 0) return 'principal_paid'
  return paid > 0 ? 'part' : 'unpaid'
}

/** "Was passiert, wenn ich nichts tue?": one answer for every case. */
export type IfIdle =
  | { readonly kind: 'partner_confirms' }
  | { readonly kind: 'question_waits'; readonly answerBy?: LocalDate; readonly ifSilent?: string }
  | { readonly kind: 'partner_writes'; readonly on?: LocalDate }
  | { readonly kind: 'paused'; readonly until?: LocalDate }
  | { readonly kind: 'decision_waits' }
  | { readonly kind: 'repair_needed' }
  | { readonly kind: 'nothing_more' }

export function ifIdle(state: Case, question?: { readonly answerBy?: LocalDate; readonly ifSilent?: string }): IfIdle {
  const { processing } = state
  switch (processing.kind) {
    case 'sent':
    case 'received':
      return { kind: 'partner_confirms' }
    case 'paused':
      return { kind: 'paused', ...(processing.until === undefined ? {} : { until: processing.until }) }
    case 'rejected':
      return { kind: 'repair_needed' }
    case 'ended':
      return { kind: 'nothing_more' }
    case 'accepted':
      if (question) return { kind: 'question_waits', ...question }
      if (state.stage === 'decision_needed') return { kind: 'decision_waits' }
      return { kind: 'partner_writes', ...(state.nextStepOn === undefined ? {} : { on: state.nextStepOn }) }
  }
}
