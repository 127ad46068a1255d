// What can leave for a partner. Each payload is complete: delivering needs nothing but the message and the connection.

import type {
  DirectPayment,
  DirectPaymentReversal,
  Answer as QuestionAnswer,
  Pause,
  Recall,
  Resumption,
} from '@mahnwerk/connectors/protocol'
import type { HandoverPackage } from '@mahnwerk/core/handover'

export type OutboxBody =
  | { readonly kind: 'claim.submit'; readonly payload: { readonly package: HandoverPackage } }
  | { readonly kind: 'payment.report'; readonly payload: { readonly payment: DirectPayment } }
  | { readonly kind: 'payment.reverse'; readonly payload: { readonly reversal: DirectPaymentReversal } }
  | { readonly kind: 'case.recall'; readonly payload: { readonly recall: Recall } }
  | { readonly kind: 'case.pause'; readonly payload: { readonly pause: Pause } }
  | { readonly kind: 'case.resume'; readonly payload: { readonly resumption: Resumption } }
  | { readonly kind: 'question.answer'; readonly payload: { readonly answer: QuestionAnswer } }

export type OutboxMessage = OutboxBody & {
  readonly tenantId: string
  readonly id: string
  readonly connectionId: string
  /** The claim concerned: messages of one lane leave one after the other. */
  readonly lane: string
  readonly attempts: number
}

/** What came of trying; `unknown` may have arrived and is sent again under the same id. */
export type Delivery =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'rejected'; readonly reason: string; readonly status: number }
  | { readonly outcome: 'unavailable' | 'unknown'; readonly reason: string; readonly retryAfterSeconds?: number }
