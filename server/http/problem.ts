// Problem details (RFC 9457): the one shape of every answer that says no.

import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Refused, refused } from './refused.ts'
import { type Locale, sentenceOf } from './texts.ts'

export const problemSchema = z
  .object({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    status: z.int(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    /** Where in the office the cause can be mended. */
    repair: z.string().optional(),
    /** Places in the input, as JSON pointers. */
    errors: z.array(z.object({ pointer: z.string(), reason: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problemSchema>

export function localeOf(request: FastifyRequest): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'de'
}

export function problemOf(error: Refused, locale: Locale): Problem {
  const { code, facts, repair } = error.refusal
  const sentence = sentenceOf(code, facts, locale)
  return {
    type: `/problems/${code}`,
    code,
    ...sentence,
    status: error.status,
    facts,
    ...(repair === undefined ? {} : { repair }),
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: Refused): FastifyReply {
  const problem = problemOf(error, localeOf(request))
  return reply.code(error.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

type InputIssue = { readonly instancePath?: string; readonly message?: string }

/** What a schema refused: the first place in the sentence, all places in `errors`. */
export function sendInvalidInput(
  request: FastifyRequest,
  reply: FastifyReply,
  issues: readonly InputIssue[],
): FastifyReply {
  const errors = issues.map((issue) => ({ pointer: issue.instancePath || '/', reason: issue.message ?? '' }))
  const first = errors[0] ?? { pointer: '/', reason: '' }
  const error = refused('invalid_input', { place: first.pointer, reason: first.reason }, { status: 400 })
  const problem = { ...problemOf(error, localeOf(request)), errors }
  return reply.code(400).type('application/problem+json').serializer(JSON.stringify).send(problem)
}
