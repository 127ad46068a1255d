// One delivery of one piece of news to the creditor's webhook. Whether and when it is tried again is the caller's matter.

import type { News } from '@mahnwerk/core/cases'
import type { Instant } from '@mahnwerk/core/calendar'
import { writeNews } from '../reading.ts'
import { webhookHeaders } from './signature.ts'

/** taken: applied or known already. refused: final, a person looks. again: later, with the same id. */
export type Delivery =
  | { readonly result: 'taken' }
  | { readonly result: 'refused'; readonly status: number; readonly detail: string }
  | { readonly result: 'again'; readonly detail: string }

export type WebhookTarget = {
  readonly url: string
  readonly secrets: readonly string[]
  readonly fetch: typeof fetch
  readonly now: () => Instant
  readonly timeoutMs?: number
}

export async function deliverWebhook(news: News, target: WebhookTarget): Promise<Delivery> {
  const body = JSON.stringify(writeNews(news))
  const timestamp = Math.floor(Date.parse(target.now()) / 1000)
  const headers = webhookHeaders({ id: news.eventId, timestamp, body }, target.secrets)
  try {
    const signal = AbortSignal.timeout(target.timeoutMs ?? 15_000)
    const answer = await target.fetch(target.url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    const text = await answer.text()
    return judge(answer.status, text.slice(0, 500))
  } catch (error) {
    return { result: 'again', detail: error instanceof Error ? error.message : 'no answer' }
  }
}

// 408, 425 and 429 ask for patience although they are 4xx.
function judge(status: number, detail: string): Delivery {
  if (status >= 200 && status < 300) return { result: 'taken' }
  if (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) return { result: 'refused', status, detail }
  return { result: 'again', detail: `${status} ${detail}`.trim() }
}
