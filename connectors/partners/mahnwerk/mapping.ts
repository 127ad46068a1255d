// From a webhook as it arrived to News. The signature is checked before the body is looked at; an unknown type is kept.

import type { Instant } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import { type Result, accept, refuse } from '@mahnwerk/core/refusals'
import { type WebhookHeaders, verifyWebhook } from '../../protocol/webhooks/index.ts'
import type { WebhookRefusal } from '../partner.ts'
import { readWebhookBody } from './payloads.ts'

export function parseWebhook(given: {
  readonly headers: WebhookHeaders
  readonly rawBody: string
  readonly secrets: readonly string[]
  readonly now: Instant
}): Result<News, WebhookRefusal> {
  const verified = verifyWebhook(given)
  if (!verified.ok) return refuse('signature_invalid', { fault: verified.fault })
  const news = readWebhookBody(given.rawBody)
  if (!news.ok) {
    const pointers = news.problem.errors?.map((error) => error.pointer).join(' ') ?? ''
    return refuse('content_invalid', { pointers })
  }
  if (news.value.eventId !== verified.id) return refuse('content_invalid', { pointers: '/eventId' })
  return accept(news.value)
}
