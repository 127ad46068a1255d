// The OpenAPI 3.1 document of the protocol, made from the schemas: what the partner serves, and the webhook the creditor
// serves. Printed by print-openapi.ts into openapi.json, which is committed.

import { z } from 'zod'
import { PROBLEMS, PROBLEM_TYPE_PREFIX, type ProblemCode } from './problems.ts'
import * as schemas from './schemas/index.ts'

type Json = Readonly<Record<string, unknown>>

const NAMED = {
  HandoverPackage: schemas.handoverPackage,
  Address: schemas.address,
  PartyName: schemas.partyName,
  News: schemas.news,
  NewsBody: schemas.newsBody,
  NewsPage: schemas.newsPage,
  PaymentSplit: schemas.paymentSplit,
  Capabilities: schemas.capabilities,
  Reconciliation: schemas.reconciliation,
  ReconciliationLine: schemas.reconciliationLine,
  Receipt: schemas.receipt,
  Taken: schemas.taken,
  DirectPayment: schemas.directPayment,
  DirectPaymentReversal: schemas.directPaymentReversal,
  DocumentUpload: schemas.documentUpload,
  Answer: schemas.answer,
  Recall: schemas.recall,
  Pause: schemas.pause,
  Resumption: schemas.resumption,
  Problem: schemas.problem,
} as const satisfies Readonly<Record<string, z.ZodType>>

type Name = keyof typeof NAMED

export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mahnwerk partner protocol',
      version: '1.0.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'How a creditor hands a claim over to a collection partner, and how news comes back. See docs/protocol.md.',
    },
    servers: [
      {
        url: '{baseUrl}',
        description: 'Agreed per connection',
        variables: { baseUrl: { default: 'https://partner.example/v1' } },
      },
    ],
    security: [{ bearer: [] }],
    paths: paths(),
    webhooks: { news: { post: webhook() } },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: componentSchemas(),
    },
  }
}

function paths(): Json {
  const claim = parameter('claimRef', 'path')
  return {
    '/capabilities': { get: operation('capabilities', 'What the partner can do', 200, 'Capabilities', []) },
    '/claims': {
      post: {
        ...operation('submitClaim', 'Hand a claim over', 202, 'Receipt', [
          'content-invalid',
          'idempotency-key-missing',
          'idempotency-key-in-use',
          'idempotency-key-reused',
          'claim-conflict',
          'claim-not-covered',
          'no-contract',
        ]),
        parameters: [
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 255 } },
        ],
        requestBody: bodyOf('HandoverPackage'),
      },
    },
    '/claims/{claimRef}/direct-payments': {
      parameters: [claim],
      post: write('reportDirectPayment', 'The debtor paid the creditor', 'DirectPayment', [
        'id-conflict',
        'currency-mismatch',
      ]),
    },
    '/claims/{claimRef}/direct-payment-reversals': {
      parameters: [claim],
      post: write('reportReversal', 'A direct payment went back', 'DirectPaymentReversal', [
        'payment-unknown',
        'id-conflict',
      ]),
    },
    '/claims/{claimRef}/documents/{documentId}': {
      parameters: [claim, parameter('documentId', 'path')],
      put: write('sendDocument', 'A document of the claim', 'DocumentUpload', [
        'document-hash-mismatch',
        'id-conflict',
        'too-large',
      ]),
    },
    '/claims/{claimRef}/answers': {
      parameters: [claim],
      post: write('answerQuestion', 'The answer to a question of the partner', 'Answer', [
        'question-unknown',
        'question-closed',
        'answer-not-fitting',
        'id-conflict',
      ]),
    },
    '/claims/{claimRef}/recalls': {
      parameters: [claim],
      post: write('recallClaim', 'The creditor ends an attempt', 'Recall', ['recall-not-agreed', 'id-conflict']),
    },
    '/claims/{claimRef}/pauses': {
      parameters: [claim],
      post: write('pauseClaim', 'The creditor asks for rest', 'Pause', ['pause-not-agreed', 'id-conflict']),
    },
    '/claims/{claimRef}/resumptions': {
      parameters: [claim],
      post: write('resumeClaim', 'The rest is over', 'Resumption', ['pause-not-agreed', 'id-conflict']),
    },
    '/claims/{claimRef}/news': {
      parameters: [claim],
      get: {
        ...operation('fetchNews', 'News after a sequence', 200, 'NewsPage', ['claim-unknown', 'content-invalid']),
        parameters: [{ ...parameter('after', 'query'), schema: { type: 'integer', minimum: 0, default: 0 } }],
      },
    },
    '/reconciliation': {
      get: {
        ...operation('reconcile', 'The books at the end of a day', 200, 'Reconciliation', ['content-invalid']),
        parameters: [{ ...parameter('on', 'query'), schema: { type: 'string', format: 'date' } }],
      },
    },
  }
}

function webhook(): Json {
  const header = (name: string): Json => ({ name, in: 'header', required: true, schema: { type: 'string' } })
  return {
    operationId: 'news',
    summary: 'One piece of news, signed (Standard Webhooks); a type not listed is kept as unknown',
    security: [],
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(header),
    requestBody: bodyOf('News'),
    responses: {
      200: { description: 'Taken, also when it was taken before' },
      '4XX': { description: 'Refused for good' },
      '5XX': { description: 'Not taken; send it again later' },
    },
  }
}

function write(operationId: string, summary: string, body: Name, problems: readonly ProblemCode[]): Json {
  return {
    ...operation(operationId, summary, 202, 'Taken', ['claim-unknown', 'content-invalid', ...problems]),
    requestBody: bodyOf(body),
  }
}

function operation(
  operationId: string,
  summary: string,
  status: number,
  answer: Name,
  problems: readonly ProblemCode[],
): Json {
  return {
    operationId,
    summary,
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: ref(answer) } } },
      ...problemResponses(['token-invalid', ...problems, 'unavailable', 'internal']),
    },
  }
}

// One response per status, which names the problem types that it may carry.
function problemResponses(codes: readonly ProblemCode[]): Json {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].toSorted((a, b) => a - b)
  const content = { 'application/problem+json': { schema: ref('Problem') } }
  return Object.fromEntries(
    statuses.map((status) => {
      const types = codes.filter((code) => PROBLEMS[code].status === status)
      return [status, { description: types.map((code) => `${PROBLEM_TYPE_PREFIX}${code}`).join(', '), content }]
    }),
  )
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas: made } = z.toJSONSchema(registry, { io: 'input', uri: refOf })
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, bare(schema)]))
}

// Inside an OpenAPI document a schema needs neither its dialect nor its own address.
function bare(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'))
}

function bodyOf(name: Name): Json {
  return { required: true, content: { 'application/json': { schema: ref(name) } } }
}

function parameter(name: string, place: 'path' | 'query'): Json {
  return { name, in: place, required: true, schema: { type: 'string' } }
}

function ref(name: Name): Json {
  return { $ref: refOf(name) }
}

function refOf(id: string): string {
  return `#/components/schemas/${id}`
}
