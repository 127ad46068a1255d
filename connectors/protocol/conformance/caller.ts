// Calls the partner by hand, one request at a time, so that also what the client would never send can be tried.

import type { z } from 'zod'
import { problem } from '../schemas/index.ts'
import { type ProblemCode, PROBLEM_TYPE_PREFIX } from '../problems.ts'
import { expect } from './expectation.ts'

export type Reply = { readonly status: number; readonly json: unknown; readonly text: string; readonly type: string }

export type Call = (
  method: string,
  path: string,
  given?: {
    readonly content?: unknown
    readonly text?: string
    readonly key?: string
    readonly token?: string | undefined
  },
) => Promise<Reply>

export function createCall(settings: { baseUrl: string; token: string; fetch: typeof fetch; timeoutMs: number }): Call {
  const root = settings.baseUrl.replace(/\/+$/, '')
  return async (method, path, given = {}) => {
    const token = 'token' in given ? given.token : settings.token
    const body = given.text ?? (given.content === undefined ? undefined : JSON.stringify(given.content))
    const answer = await settings.fetch(root + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(settings.timeoutMs),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(given.key === undefined ? {} : { 'idempotency-key': given.key }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const text = await answer.text()
    return { status: answer.status, text, json: parse(text), type: answer.headers.get('content-type') ?? '' }
  }
}

/** The answer has this status and fits the schema. */
export function expectBody<Body>(reply: Reply, status: number, schema: z.ZodType<Body>): Body {
  expect(reply.status === status, `expected ${status}, saw ${reply.status}: ${reply.text.slice(0, 300)}`)
  const parsed = schema.safeParse(reply.json)
  expect(parsed.success, `the body is not as agreed: ${parsed.error?.message ?? ''}`)
  return parsed.data
}

/** The answer is the problem of this code, with its status. */
export function expectProblem(reply: Reply, status: number, code: ProblemCode): void {
  const body = expectBody(reply, status, problem)
  expect(reply.type.startsWith('application/problem+json'), `expected application/problem+json, saw ${reply.type}`)
  expect(body.type === PROBLEM_TYPE_PREFIX + code, `expected the type ${PROBLEM_TYPE_PREFIX}${code}, saw ${body.type}`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
