// The partner's side of the protocol: authentication, routing, parsing, idempotency and error shapes, so that a desk only
// does its work. Knows no HTTP framework.

import type { z } from 'zod'
import { parseDay } from '@mahnwerk/core/calendar'
import { canonicalJson } from '@mahnwerk/core/canonical'
import { sha256 } from '../content-hash.ts'
import { contentProblem, writeNews } from '../reading.ts'
import {
  answer,
  directPayment,
  directPaymentReversal,
  documentUpload,
  handoverPackage,
  pause,
  recall,
  reference,
  resumption,
} from '../schemas/index.ts'
import type { AnswerMemory, DeskAnswer, PartnerDesk } from './desk.ts'
import { type PlainRequest, type PlainResponse, jsonAnswer, problemAnswer, refusal } from './message.ts'

export type PartnerServer = (request: PlainRequest) => Promise<PlainResponse>

export type PartnerServerSettings = {
  /** Compares the bearer token; the caller takes care that the comparison's time tells nothing. */
  readonly authorized: (token: string) => boolean
  readonly desk: PartnerDesk
  readonly memory: AnswerMemory
  /** Hears of errors that were answered with 500. */
  readonly onError?: (error: unknown) => void
}

export function createPartnerServer(settings: PartnerServerSettings): PartnerServer {
  return async (request) => {
    const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
    if (token === undefined || !settings.authorized(token)) return refusal('token-invalid')
    const fits = ROUTES.filter((route) => route.path.test(request.path))
    const route = fits.find((one) => one.method === request.method)
    if (route === undefined) return refusal(fits.length > 0 ? 'method-not-allowed' : 'not-found')
    const [, first = '', second = ''] = route.path.exec(request.path) ?? []
    try {
      return await route.handle({ ...settings, request, claimRef: decode(first), documentId: decode(second) })
    } catch (error) {
      settings.onError?.(error)
      return refusal('internal')
    }
  }
}

type Context = PartnerServerSettings & {
  readonly request: PlainRequest
  readonly claimRef: string
  readonly documentId: string
}

type Route = {
  readonly method: string
  readonly path: RegExp
  readonly handle: (context: Context) => Promise<PlainResponse>
}

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/capabilities$/, handle: async ({ desk }) => jsonAnswer(200, await desk.capabilities()) },
  { method: 'POST', path: /^\/claims$/, handle: takeClaim },
  {
    method: 'POST',
    path: /^\/claims\/([^/]+)\/direct-payments$/,
    handle: (it) => take(it, directPayment, (content) => it.desk.takeDirectPayment(it.claimRef, content)),
  },
  {
    method: 'POST',
    path: /^\/claims\/([^/]+)\/direct-payment-reversals$/,
    handle: (it) => take(it, directPaymentReversal, (content) => it.desk.takeReversal(it.claimRef, content)),
  },
  {
    method: 'POST',
    path: /^\/claims\/([^/]+)\/answers$/,
    handle: (it) => take(it, answer, (content) => it.desk.takeAnswer(it.claimRef, content)),
  },
  {
    method: 'POST',
    path: /^\/claims\/([^/]+)\/recalls$/,
    handle: (it) => take(it, recall, (content) => it.desk.takeRecall(it.claimRef, content)),
  },
  {
    method: 'POST',
    path: /^\/claims\/([^/]+)\/pauses$/,
    handle: (it) => take(it, pause, (content) => it.desk.takePause(it.claimRef, content)),
  },
  {
    method: 'POST',
    path: /^\/claims\/([^/]+)\/resumptions$/,
    handle: (it) => take(it, resumption, (content) => it.desk.takeResumption(it.claimRef, content)),
  },
  { method: 'PUT', path: /^\/claims\/([^/]+)\/documents\/([^/]+)$/, handle: takeDocument },
  { method: 'GET', path: /^\/claims\/([^/]+)\/news$/, handle: listNews },
  { method: 'GET', path: /^\/reconciliation$/, handle: reconcile },
]

async function takeClaim({ request, desk, memory }: Context): Promise<PlainResponse> {
  const idempotencyKey = request.headers['idempotency-key'] ?? ''
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) return refusal('idempotency-key-missing')
  const json = parseJson(request.body)
  if (json === undefined) return refusal('json-invalid')
  const parsed = handoverPackage.safeParse(json)
  if (!parsed.success) return problemAnswer(contentProblem(parsed.error))
  const contentHash = await sha256(canonicalJson(json))
  const begun = await memory.begin(idempotencyKey, contentHash)
  if (begun.state === 'answered') return begun.answer
  if (begun.state === 'running') return refusal('idempotency-key-in-use')
  if (begun.state === 'other_content') return refusal('idempotency-key-reused')
  try {
    const given = toAnswer(await desk.takeClaim({ idempotencyKey, package: parsed.data, contentHash }), 202)
    await memory.keep(idempotencyKey, given)
    return given
  } catch (error) {
    await memory.release(idempotencyKey)
    throw error
  }
}

async function take<Content>(
  { request }: Context,
  schema: z.ZodType<Content>,
  work: (content: Content) => Promise<DeskAnswer<unknown>>,
): Promise<PlainResponse> {
  const json = parseJson(request.body)
  if (json === undefined) return refusal('json-invalid')
  const parsed = schema.safeParse(json)
  return parsed.success ? toAnswer(await work(parsed.data), 202) : problemAnswer(contentProblem(parsed.error))
}

async function takeDocument(context: Context): Promise<PlainResponse> {
  const { claimRef, documentId, desk } = context
  if (!reference.safeParse(documentId).success) return refusal('not-found')
  return take(context, documentUpload, async (document) => {
    const bytes = Uint8Array.from(atob(document.contentBase64), (char) => char.charCodeAt(0))
    if ((await sha256(bytes)) !== document.sha256) return { ok: false, problem: 'document-hash-mismatch' }
    return desk.takeDocument(claimRef, documentId, document)
  })
}

async function listNews({ request, desk, claimRef }: Context): Promise<PlainResponse> {
  const after = request.query.get('after') ?? '0'
  if (!/^\d{1,9}$/.test(after)) return queryRefusal('after', 'is not a sequence')
  const page = await desk.news(claimRef, Number(after))
  if (!page.ok) return toAnswer(page, 200)
  return jsonAnswer(200, { news: page.body.news.map(writeNews), lastSequence: page.body.lastSequence })
}

async function reconcile({ request, desk }: Context): Promise<PlainResponse> {
  const on = parseDay(request.query.get('on') ?? '')
  if (on === undefined) return queryRefusal('on', 'is not a day')
  return jsonAnswer(200, await desk.reconciliation(on))
}

function queryRefusal(name: string, detail: string): PlainResponse {
  return refusal('content-invalid', { errors: [{ pointer: `?${name}`, code: 'rule', detail }] })
}

function toAnswer(answered: DeskAnswer<unknown>, status: number): PlainResponse {
  if (answered.ok) return jsonAnswer(status, answered.body)
  return refusal(answered.problem, answered.detail === undefined ? {} : { detail: answered.detail })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// A malformed escape names no claim; as it stands it will not be found.
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
