// The road to a partner as this server uses it. Which connector speaks on it is decided by app.ts alone.

import type { News } from '@mahnwerk/core/cases'
import type { ProtocolClient } from '@mahnwerk/connectors/protocol'

export type ParsedWebhook = { readonly ok: true; readonly news: News } | { readonly ok: false; readonly fault: 'signature' | 'content'; readonly reason: string }

export type Road = Pick<
  ProtocolClient,
  'submitClaim' | 'reportDirectPayment' | 'reportReversal' | 'sendDocument' | 'answerQuestion' | 'fetchNews' | 'reconcile'
> & {
  /** Verifies who wrote it before anything is believed. */
  readonly parseWebhook: (headers: Readonly<Record<string, string | undefined>>, rawBody: string) => ParsedWebhook
}

export type RoadTo = {
  readonly partner: string
  readonly baseUrl: string
  readonly token: string
  readonly webhookSecret: string
}

export type OpenRoad = (to: RoadTo) => Road
