// What every partner connector can do, whatever the partner itself speaks: one claim out, reports about it out, news back
// in core's vocabulary. A connector translates and never decides.

import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import type { News, NewsBody } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import type { Result } from '@mahnwerk/core/refusals'
import type {
  Answer,
  Capabilities,
  DirectPayment,
  DirectPaymentReversal,
  DocumentUpload,
  NewsPage,
  Outcome,
  Pause,
  Recall,
  Receipt,
  Reconciliation,
  Resumption,
  Taken,
} from '../protocol/index.ts'
import type { WebhookHeaders } from '../protocol/webhooks/index.ts'

/** One connection of a creditor to a partner. */
export type PartnerSettings = {
  readonly baseUrl: string
  readonly token: string
  /** The secrets valid now, the newest first; two while one is being changed. */
  readonly webhookSecrets: readonly string[]
}

/** What a connector gets from outside. `now` is true time: signatures are held against it, not against a moved clock. */
export type PartnerWorld = {
  readonly fetch: typeof fetch
  readonly now: () => Instant
}

export type WebhookRefusal = 'signature_invalid' | 'content_invalid'

export type PartnerConnection = {
  capabilities(): Promise<Outcome<Capabilities>>
  submitClaim(claim: HandoverPackage, idempotencyKey: string): Promise<Outcome<Receipt>>
  reportDirectPayment(claimRef: string, payment: DirectPayment): Promise<Outcome<Taken>>
  reportReversal(claimRef: string, reversal: DirectPaymentReversal): Promise<Outcome<Taken>>
  sendDocument(claimRef: string, documentId: string, document: DocumentUpload): Promise<Outcome<Taken>>
  answerQuestion(claimRef: string, answer: Answer): Promise<Outcome<Taken>>
  /** Ends an attempt; the partner tells by case.closed that it has. */
  recallClaim(claimRef: string, recall: Recall): Promise<Outcome<Taken>>
  /** Asks for rest; the partner tells by case.paused that it does. Rejected where it cannot: a person talks to it. */
  pauseClaim(claimRef: string, pause: Pause): Promise<Outcome<Taken>>
  resumeClaim(claimRef: string, resumption: Resumption): Promise<Outcome<Taken>>
  fetchNews(claimRef: string, after: number): Promise<Outcome<NewsPage>>
  reconcile(on: LocalDate): Promise<Outcome<Reconciliation>>
  /** Header names in lower case; `rawBody` exactly as it arrived. A refusal is answered 401 or 400 and never retried. */
  parseWebhook(headers: WebhookHeaders, rawBody: string): Result<News, WebhookRefusal>
}

export type Partner = {
  /** Stable and stored: the name of its folder. */
  readonly key: string
  /** The name people read. */
  readonly title: string
  connect(settings: PartnerSettings, world: PartnerWorld): PartnerConnection
  /** A stand-in that speaks as the partner does, for tests and for the conformance suite. */
  fake(now: () => Instant): PartnerFake
}

export type PartnerFake = {
  readonly settings: PartnerSettings
  readonly fetch: typeof fetch
  /** The partner tells something about a claim it was handed. */
  tell(claimRef: string, body: NewsBody): News
  /** The webhook that would carry it. */
  webhookOf(news: News): { readonly headers: WebhookHeaders; readonly rawBody: string }
  /** works: as it should. down: no connection. silent: takes what is sent and gives no answer. */
  behave(how: 'works' | 'down' | 'silent'): void
}
