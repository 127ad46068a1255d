// The creditor's side of the protocol: one method per address of the partner. Fetch and clock are handed in; nothing is
// retried here, because when to send again is the outbox's decision.

import type { z } from 'zod'
import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import { canonicalJson } from '@mahnwerk/core/canonical'
import type { News } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import { type Outcome, judgeBreak, judgeFailure } from './outcome.ts'
import { type Read, contentProblem, readNewsPage } from './reading.ts'
import {
  type Answer,
  type Capabilities,
  type DirectPayment,
  type DirectPaymentReversal,
  type DocumentUpload,
  type Pause,
  type Recall,
  type Receipt,
  type Reconciliation,
  type Resumption,
  type Taken,
  capabilities,
  receipt,
  reconciliation,
  taken,
} from './schemas/index.ts'

export type ProtocolSettings = {
  /** Where the partner serves this connection, such as https://partner.example/mahnwerk/v1 */
  readonly baseUrl: string
  readonly token: string
  readonly fetch: typeof fetch
  /** Only for a Retry-After that names a date. */
  readonly clock?: () => Instant
  readonly timeoutMs?: number
}

export type NewsPage = { readonly news: readonly News[]; readonly lastSequence: number }

export type ProtocolClient = {
  capabilities(): Promise<Outcome<Capabilities>>
  /** Sends the package; with the same key again it is the same handover. */
  submitClaim(claim: HandoverPackage, idempotencyKey: string): Promise<Outcome<Receipt>>
  reportDirectPayment(claimRef: string, payment: DirectPayment): Promise<Outcome<Taken>>
  reportReversal(claimRef: string, reversal: DirectPaymentReversal): Promise<Outcome<Taken>>
  sendDocument(claimRef: string, documentId: string, document: DocumentUpload): Promise<Outcome<Taken>>
  answerQuestion(claimRef: string, answer: Answer): Promise<Outcome<Taken>>
  recallClaim(claimRef: string, recall: Recall): Promise<Outcome<Taken>>
  pauseClaim(claimRef: string, pause: Pause): Promise<Outcome<Taken>>
  resumeClaim(claimRef: string, resumption: Resumption): Promise<Outcome<Taken>>
  /** News after a sequence; 0 for all. Ask again while the last one is below lastSequence. */
  fetchNews(claimRef: string, after: number): Promise<Outcome<NewsPage>>
  reconcile(on: LocalDate): Promise<Outcome<Reconciliation>>
}

export function createProtocolClient(settings: ProtocolSettings): ProtocolClient {
  const call = caller(settings)
  const of = (claimRef: string, rest: string): string => `/claims/${encodeURIComponent(claimRef)}/${rest}`
  return {
    capabilities: () => call('GET', '/capabilities', bySchema(capabilities)),
    submitClaim: (claim, idempotencyKey) =>
      call('POST', '/claims', bySchema(receipt), claim, { 'idempotency-key': idempotencyKey }),
    reportDirectPayment: (claimRef, payment) => call('POST', of(claimRef, 'direct-payments'), bySchema(taken), payment),
    reportReversal: (claimRef, reversal) =>
      call('POST', of(claimRef, 'direct-payment-reversals'), bySchema(taken), reversal),
    sendDocument: (claimRef, documentId, document) =>
      call('PUT', of(claimRef, `documents/${encodeURIComponent(documentId)}`), bySchema(taken), document),
    answerQuestion: (claimRef, answer) => call('POST', of(claimRef, 'answers'), bySchema(taken), answer),
    recallClaim: (claimRef, recall) => call('POST', of(claimRef, 'recalls'), bySchema(taken), recall),
    pauseClaim: (claimRef, pause) => call('POST', of(claimRef, 'pauses'), bySchema(taken), pause),
    resumeClaim: (claimRef, resumption) => call('POST', of(claimRef, 'resumptions'), bySchema(taken), resumption),
    fetchNews: (claimRef, after) => call('GET', of(claimRef, `news?after=${after}`), readNewsPage),
    reconcile: (on) => call('GET', `/reconciliation?on=${on}`, bySchema(reconciliation)),
  }
}

type Reader<Body> = (json: unknown) => Read<Body>
type Caller = <Body>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  read: Reader<Body>,
  content?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Outcome<Body>>

function caller({ baseUrl, token, fetch, clock, timeoutMs = 10_000 }: ProtocolSettings): Caller {
  const root = baseUrl.replace(/\/+$/, '')
  const now = clock ?? (() => new Date().toISOString() as Instant) // toISOString writes UTC with milliseconds
  return async (method, path, read, content, headers = {}) => {
    try {
      const answer = await fetch(root + path, {
        method,
        redirect: 'manual', // a token is not carried to another address
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/json, application/problem+json',
          authorization: `Bearer ${token}`,
          ...(content === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(content === undefined ? {} : { body: canonicalJson(content) }),
      })
      const text = await answer.text()
      return answer.ok ? readSuccess(text, read) : judgeFailure(answer, text, now())
    } catch (error) {
      return judgeBreak(error)
    }
  }
}

// A success that cannot be read may still have happened.
function readSuccess<Body>(text: string, read: Reader<Body>): Outcome<Body> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { outcome: 'unknown', reason: 'the answer was a success, but its body is not JSON' }
  }
  const result = read(json)
  if (result.ok) return { outcome: 'accepted', body: result.value }
  const where = result.problem.errors?.map((one) => one.pointer || '/').join(', ') ?? ''
  return { outcome: 'unknown', reason: `the answer was a success, but its body is not as agreed: ${where}` }
}

function bySchema<Body>(schema: z.ZodType<Body>): Reader<Body> {
  return (json) => {
    const parsed = schema.safeParse(json)
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: contentProblem(parsed.error) }
  }
}
