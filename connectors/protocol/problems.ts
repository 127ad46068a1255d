// Every error of the protocol in one list, in the order in which they win. `type` is "urn:mahnwerk:problem:" and the code.

import type { Problem } from './schemas/index.ts'

type Class = Problem['class']
type Entry = { readonly status: number; readonly class: Class; readonly title: string }

export const PROBLEMS = {
  'not-found': { status: 404, class: 'technical', title: 'There is no such address.' },
  'method-not-allowed': { status: 405, class: 'technical', title: 'This address does not know the method.' },
  'token-invalid': { status: 401, class: 'technical', title: 'The bearer token is missing or not valid.' },
  unavailable: { status: 503, class: 'technical', title: 'Out of service for a while; send it again later.' },
  'too-large': { status: 413, class: 'technical', title: 'The message is larger than the partner takes.' },
  'json-invalid': { status: 400, class: 'technical', title: 'The body is not JSON.' },
  'content-invalid': { status: 400, class: 'field', title: 'Fields are missing or malformed.' },
  'idempotency-key-missing': {
    status: 400,
    class: 'technical',
    title: 'The header Idempotency-Key is missing or malformed.',
  },
  'idempotency-key-in-use': {
    status: 409,
    class: 'technical',
    title: 'The first request with this key is still running.',
  },
  'idempotency-key-reused': { status: 422, class: 'technical', title: 'This key was used for other content.' },
  'no-contract': { status: 403, class: 'contract', title: 'No contract covers this.' },
  'claim-not-covered': { status: 422, class: 'contract', title: 'The partner does not take claims of this kind.' },
  'claim-conflict': { status: 422, class: 'business', title: 'This claim was handed over before with other content.' },
  'claim-unknown': { status: 404, class: 'business', title: 'No such claim was handed over.' },
  'payment-unknown': { status: 404, class: 'business', title: 'No such direct payment was reported.' },
  'question-unknown': { status: 404, class: 'business', title: 'No such question is known for this claim.' },
  'question-closed': { status: 422, class: 'business', title: 'This question was answered before or has run out.' },
  'answer-not-fitting': { status: 422, class: 'business', title: 'This kind of answer does not answer the question.' },
  'recall-not-agreed': { status: 422, class: 'contract', title: 'Only an attempt can be ended like this.' },
  'pause-not-agreed': { status: 422, class: 'contract', title: 'The partner does not rest by a message.' },
  'currency-mismatch': { status: 422, class: 'business', title: 'The currency is not that of the claim.' },
  'id-conflict': { status: 422, class: 'business', title: 'This id was used before with other content.' },
  'document-hash-mismatch': {
    status: 400,
    class: 'field',
    title: 'The content does not have the SHA-256 that was named.',
  },
  'signature-invalid': { status: 401, class: 'technical', title: 'The signature is missing, wrong or too old.' },
  internal: {
    status: 500,
    class: 'technical',
    title: 'Something broke; the message may have been taken. Send it again.',
  },
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof PROBLEMS

export const PROBLEM_TYPE_PREFIX = 'urn:mahnwerk:problem:'

/** Makes the problem of a code, with what is special about this case. */
export function problemOf(code: ProblemCode, extra: Pick<Problem, 'detail' | 'errors'> = {}): Problem {
  const { status, class: kind, title } = PROBLEMS[code]
  return { type: PROBLEM_TYPE_PREFIX + code, title, status, class: kind, ...extra }
}

/** The code of a problem of ours, or undefined for a type of somebody else. */
export function problemCode(problem: Problem): ProblemCode | undefined {
  const code = problem.type.startsWith(PROBLEM_TYPE_PREFIX) ? problem.type.slice(PROBLEM_TYPE_PREFIX.length) : ''
  // Membership in the list is what the type stands for.
  return Object.hasOwn(PROBLEMS, code) ? (code as ProblemCode) : undefined
}
