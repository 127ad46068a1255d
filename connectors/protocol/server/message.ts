// Requests and answers without any HTTP framework, so that Fastify, a test or the simulator can carry them.

import type { Problem } from '../schemas/index.ts'
import { type ProblemCode, problemOf } from '../problems.ts'

export type PlainRequest = {
  readonly method: string
  /** Below the base URL of the connection, such as /claims. */
  readonly path: string
  readonly query: URLSearchParams
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export type PlainResponse = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function jsonAnswer(status: number, content: unknown): PlainResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) }
}

export function problemAnswer(problem: Problem, headers: Readonly<Record<string, string>> = {}): PlainResponse {
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(problem),
  }
}

export function refusal(code: ProblemCode, extra: Pick<Problem, 'detail' | 'errors'> = {}): PlainResponse {
  return problemAnswer(problemOf(code, extra))
}

/** Takes a Request of the platform apart; `basePath` is cut off the front of its path. */
export async function plainRequest(request: Request, basePath: string): Promise<PlainRequest> {
  const url = new URL(request.url)
  return {
    method: request.method,
    path: url.pathname.slice(basePath.length),
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  }
}

export function platformResponse(answer: PlainResponse): Response {
  return new Response(answer.status === 204 ? null : answer.body, { status: answer.status, headers: answer.headers })
}
