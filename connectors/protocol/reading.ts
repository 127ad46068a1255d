// News from the wire to core and back. A type that version 1 lacks, or a known type with a word it lacks (a new stage, a
// new reason), becomes `unknown`: kept whole, never guessed. A known type with a malformed part is refused.

import { z } from 'zod'
import type { News } from '@mahnwerk/core/cases'
import type { Problem } from './schemas/index.ts'
import { NEWS_TYPES, newsBody, newsEnvelope } from './schemas/index.ts'
import { problemOf } from './problems.ts'

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

const looseNews = newsEnvelope.extend({ body: z.looseObject({ type: z.string().min(1).max(200) }) })

/** Reads one piece of news out of parsed JSON. */
export function readNews(json: unknown): Read<News> {
  const envelope = looseNews.safeParse(json)
  if (!envelope.success) return { ok: false, problem: contentProblem(envelope.error) }
  const { body, ...rest } = envelope.data
  if (!NEWS_TYPES.has(body.type)) return { ok: true, value: { ...rest, body: unknownBody(body) } }
  const known = newsBody.safeParse(body)
  if (known.success) return { ok: true, value: { ...rest, body: known.data } }
  if (known.error.issues.every((issue) => isUnknownWord(issue, body)))
    return { ok: true, value: { ...rest, body: unknownBody(body) } }
  return { ok: false, problem: contentProblem(known.error, ['body']) }
}

const loosePage = z.object({ news: z.array(z.unknown()).max(1000), lastSequence: z.int().min(0) })

/** Reads a page of news; one malformed piece refuses the page, so that no gap goes unseen. */
export function readNewsPage(json: unknown): Read<{ readonly news: readonly News[]; readonly lastSequence: number }> {
  const page = loosePage.safeParse(json)
  if (!page.success) return { ok: false, problem: contentProblem(page.error) }
  const news: News[] = []
  for (const item of page.data.news) {
    const read = readNews(item)
    if (!read.ok) return read
    news.push(read.value)
  }
  return { ok: true, value: { news, lastSequence: page.data.lastSequence } }
}

/** News as it is sent: an unknown body goes out as it came in. */
export function writeNews(news: News): Readonly<Record<string, unknown>> {
  if (news.body.type !== 'unknown') return news
  return { ...news, body: JSON.parse(news.body.raw) as unknown }
}

/** The problem details of a failed parse, with a pointer (RFC 6901) per field. */
export function contentProblem(error: z.ZodError, above: readonly string[] = []): Problem {
  const errors = error.issues.map((issue) => ({
    pointer: pointerTo([...above, ...issue.path.map(String)]),
    code: issue.code === 'custom' ? 'rule' : issue.code,
    detail: issue.message,
  }))
  return problemOf('content-invalid', { errors })
}

function pointerTo(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

// A missing word is malformed; only a text that is not in the list may be a word of a later version.
function isUnknownWord(issue: z.core.$ZodIssue, body: object): boolean {
  if (issue.code !== 'invalid_value') return false
  return typeof issue.path.reduce<unknown>(member, body) === 'string'
}

function member(of: unknown, key: PropertyKey): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined
}

function unknownBody(body: { readonly type: string }): News['body'] {
  return { type: 'unknown', rawType: body.type, raw: JSON.stringify(body) }
}
