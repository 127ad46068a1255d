// What came of a call to a partner. Only explicit success is success; whatever might have been taken although no answer
// came is `unknown`, and may be sent again because every write of the protocol is safe to repeat.

import type { Instant } from '@mahnwerk/core/calendar'
import { type Problem, problem as problemSchema } from './schemas/index.ts'

export type Outcome<Body> =
  | { readonly outcome: 'accepted'; readonly body: Body }
  /** Final: a person looks. */
  | { readonly outcome: 'rejected'; readonly problem: Problem }
  /** Surely not taken: later again. */
  | { readonly outcome: 'unavailable'; readonly reason: string; readonly retryAfterSeconds?: number }
  /** Perhaps taken: again with the same ids, or ask. */
  | { readonly outcome: 'unknown'; readonly reason: string }

/** Answers that say "not now" although they are 4xx, and the one 5xx that says so. */
const LATER: ReadonlySet<number> = new Set([408, 409, 425, 429, 503])

// The connection never stood, so nothing was sent.
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Judges an answer that is not 2xx. */
export function judgeFailure(answer: Response, text: string, now: Instant): Outcome<never> {
  const problem = readProblem(answer.status, text)
  const reason = problem.detail ?? problem.title
  if (LATER.has(answer.status)) {
    const retryAfterSeconds = readRetryAfter(answer.headers.get('retry-after'), now)
    return retryAfterSeconds === undefined
      ? { outcome: 'unavailable', reason }
      : { outcome: 'unavailable', reason, retryAfterSeconds }
  }
  if (answer.status >= 500) return { outcome: 'unknown', reason: `${answer.status} ${reason}` }
  return { outcome: 'rejected', problem }
}

/** Judges a call that ended without an answer. */
export function judgeBreak(error: unknown): Outcome<never> {
  const code = codeOf(error)
  const reason = code ?? (error instanceof Error ? `${error.name}: ${error.message}` : 'no answer')
  return code !== undefined && NEVER_SENT.has(code)
    ? { outcome: 'unavailable', reason }
    : { outcome: 'unknown', reason }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return code ?? ('cause' in error ? codeOf(error.cause) : undefined)
}

// A partner may answer with less than the protocol asks, such as a proxy's page; then the status speaks.
function readProblem(status: number, text: string): Problem {
  const full = problemSchema.safeParse(parseJson(text))
  if (full.success) return { ...full.data, status }
  const detail = text.trim().slice(0, 500)
  const bare = { type: 'about:blank', title: `HTTP ${status}`, status, class: 'technical' } as const
  return detail === '' ? bare : { ...bare, detail }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Retry-After as seconds or as a date (RFC 9110); undefined where it says nothing readable. */
export function readRetryAfter(header: string | null, now: Instant): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.parse(now)) / 1000))
}
