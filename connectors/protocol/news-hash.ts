// A running hash over the news of one claim, so that both sides can compare in one look whether they hold the same row.
// Each step hashes the hash before it and one line: sequence, eventId, type and, where the news carries one, the amount.

import { sha256 } from './content-hash.ts'

/** The hash before the first news: 64 zeros. */
export const NEWS_HASH_START = '0'.repeat(64)

export type HashedNews = {
  readonly sequence: number
  readonly eventId: string
  readonly body: { readonly type: string; readonly rawType?: string; readonly amount?: unknown }
}

/** SHA-256 of "<hash before>\n<sequence> <eventId> <type> <amount or ->", in hex. */
export function nextNewsHash(before: string, news: HashedNews): Promise<string> {
  return sha256(`${before}\n${newsHashLine(news)}`)
}

/** The line that is hashed; an unknown type stands under its own name and without amount. */
export function newsHashLine(news: HashedNews): string {
  const type = news.body.rawType ?? news.body.type
  const amount = typeof news.body.amount === 'number' && news.body.rawType === undefined ? news.body.amount : '-'
  return `${news.sequence} ${news.eventId} ${type} ${amount}`
}
