// What a partner tells about a case: the canonical vocabulary into which every connector translates. Names follow the
// open partner protocol (docs/protocol.md). A word this list lacks is `unknown`: kept and shown, never guessed.

import type { Instant, LocalDate } from '../calendar/index.ts'
import type { Currency, Minor } from '../money/index.ts'

/** How far a case has come. */
export type Stage =
  | 'prepared'
  | 'agency_letter'
  | 'further_demand'
  | 'lawyer_demand'
  | 'decision_needed'
  | 'court_order'
  | 'enforcement'
  | 'long_term'
  | 'own_name'
  | 'ended'

/** How a payment was spread; the parts sum to the payment. */
export type PaymentSplit = {
  readonly principal: Minor
  /** Dunning fees, bank charges and flat compensation of the creditor. */
  readonly charges: Minor
  readonly interest: Minor
  /** The partner's collection costs. */
  readonly costs: Minor
  readonly overpaid: Minor
}

export type CostKind = 'collection_fee' | 'expenses' | 'vat' | 'court' | 'address_research' | 'agreement_fee' | 'other'
export type PaymentMethod = 'transfer' | 'direct_debit' | 'card' | 'cash' | 'other'

export type RejectReason =
  | 'data_missing'
  | 'address_unknown'
  | 'amount_too_low'
  | 'disputed'
  | 'no_contract'
  | 'limitation'
  | 'insolvent'
  | 'deceased'
  | 'minor_debtor'
  | 'abroad'
  | 'duplicate'
  | 'other'

export type CloseReason =
  | 'paid'
  | 'partly_paid'
  | 'settled'
  | 'recalled'
  | 'disputed'
  | 'address_unknown'
  | 'insolvent'
  | 'deceased'
  | 'irrecoverable'
  | 'uneconomical'
  | 'limitation'
  | 'other'

export type QuestionKind =
  | 'yes_no'
  | 'free_text'
  | 'accept_plan'
  | 'answer_dispute'
  | 'provide_document'
  | 'confirm_payment'

export type NewsBody =
  | { readonly type: 'case.received'; readonly receiptId: string }
  | { readonly type: 'case.accepted'; readonly caseNumber: string; readonly portalUrl?: string }
  | {
      readonly type: 'case.rejected'
      readonly reason: RejectReason
      readonly text: string
      readonly repairable: boolean
    }
  | { readonly type: 'case.stage_changed'; readonly stage: Stage; readonly nextStepOn?: LocalDate }
  | { readonly type: 'case.paused'; readonly reason: string; readonly until?: LocalDate }
  | { readonly type: 'case.resumed' }
  | { readonly type: 'case.closed'; readonly reason: CloseReason; readonly text?: string }
  | {
      readonly type: 'debtor.contacted'
      readonly channel: 'letter' | 'email' | 'phone' | 'visit'
      readonly subject: string
      readonly on: LocalDate
      readonly documentId?: string
    }
  | { readonly type: 'debtor.disputed'; readonly text: string }
  | { readonly type: 'debtor.promise_made'; readonly amount: Minor; readonly by: LocalDate }
  | {
      readonly type: 'debtor.plan_agreed'
      readonly rates: readonly { readonly on: LocalDate; readonly amount: Minor }[]
    }
  | {
      readonly type: 'debtor.moved'
      readonly street: string
      readonly postCode: string
      readonly city: string
      readonly country: string
    }
  | { readonly type: 'debtor.insolvent'; readonly on: LocalDate; readonly courtReference?: string }
  | { readonly type: 'debtor.deceased'; readonly on?: LocalDate }
  | {
      readonly type: 'cost.added'
      readonly costId: string
      readonly kind: CostKind
      readonly amount: Minor
      readonly on: LocalDate
      readonly text: string
      /** The rule by which it was computed, such as "VV 2300 RVG, 0,9". */
      readonly basis?: string
    }
  | { readonly type: 'cost.waived'; readonly costId: string; readonly amount: Minor }
  | {
      readonly type: 'payment.reported'
      readonly paymentId: string
      readonly receivedBy: 'partner' | 'lawyer' | 'court'
      readonly amount: Minor
      readonly on: LocalDate
      readonly method: PaymentMethod
      readonly split: PaymentSplit
    }
  | {
      readonly type: 'payment.reversed'
      readonly paymentId: string
      readonly reverses: string
      readonly on: LocalDate
      readonly reason: string
    }
  | {
      readonly type: 'payment.direct_acknowledged'
      /** The creditor's id of the direct payment. */
      readonly paymentId: string
      /** How the partner spread it; absent where it does not say. */
      readonly split?: PaymentSplit
    }
  | {
      readonly type: 'question.opened'
      readonly questionId: string
      readonly kind: QuestionKind
      readonly text: string
      readonly answerBy?: LocalDate
      readonly ifSilent?: string
    }
  | { readonly type: 'question.closed'; readonly questionId: string }
  | {
      readonly type: 'document.added'
      readonly documentId: string
      readonly kind: string
      readonly name: string
      readonly mediaType: string
    }
  | { readonly type: 'unknown'; readonly rawType: string; readonly raw: string }

/** One piece of news as it travels: who says it, of which claim, when, and which in the row it is. */
export type News = {
  /** The partner's id of this message; applied once per connection. */
  readonly eventId: string
  /** The creditor's reference of the claim: the case id. */
  readonly claimRef: string
  /** 1, 2, 3 … per claim without gap. */
  readonly sequence: number
  readonly occurredAt: Instant
  readonly currency: Currency
  readonly body: NewsBody
  /** What the partner's own system called it, kept for people. */
  readonly rawCode?: string
}
