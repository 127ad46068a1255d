// Their words are the open protocol's own: a webhook's body is one piece of news in JSON.

import type { News } from '@mahnwerk/core/cases'
import { type Read, problemOf, readNews } from '../../protocol/index.ts'

export function readWebhookBody(rawBody: string): Read<News> {
  try {
    return readNews(JSON.parse(rawBody))
  } catch {
    return { ok: false, problem: problemOf('json-invalid') }
  }
}
