import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Mapping } from '@mahnwerk/formats/invoices'
import { type Ground, type Http, command, inContext, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import type { Jobs } from '../../jobs/index.ts'
import { importAnswer, importRow } from './answer.ts'
import { listImports } from './import.ts'
import { saveMapping, startImport } from './mapping.ts'
import { uploadOnce } from './once.ts'
import { type Upload, receiveFiles } from './receive.ts'
import { RUN_IMPORT } from './run.ts'
import { filesBody, importRowSchema, importSchema, keyHeader, lineQuerySchema, mappingSchema } from './schemas.ts'

const no = {
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  413: problemSchema,
  422: problemSchema,
}
const params = z.object({ id: z.uuid() })
const tags = ['imports']
const config = { right: 'invoices.import' } as const
const allLines = lineQuerySchema.parse({})
const UPLOAD_WORDS = [
  'Takes e-invoices in at once; a table waits for its mapping. The same files again change nothing.',
  'Under an Idempotency-Key a repeat gets the first answer; while that is at work, 409 idempotency_key_in_use.',
].join(' ')

export function importRoutes(http: Http, ground: Ground, jobs: Pick<Jobs, 'send'>): void {
  http.post(
    '/api/v1/imports',
    {
      config,
      schema: {
        tags,
        description: UPLOAD_WORDS,
        consumes: ['multipart/form-data'],
        headers: keyHeader,
        body: filesBody,
        querystring: z.object({ practiceId: z.uuid().optional() }),
        response: { 201: z.object({ imports: z.array(importSchema) }), ...no },
      },
    },
    async (request, reply) => {
      const { principal } = request
      const { 'idempotency-key': key } = request.headers
      const asked = { principal, key, url: request.url, files: uploads(request) }
      const { body } = await uploadOnce(ground, asked, async (files) => {
        const ids = await receiveFiles(ground, principal, request.query.practiceId, files)
        const imports = await inContext(ground, principal, (context) =>
          inTurn(ids, (id) => importAnswer(context, id, allLines, localeOf(request))),
        )
        return { status: 201, body: { imports } }
      })
      return reply.code(201).send(body)
    },
  )
  http.get(
    '/api/v1/imports',
    { config, schema: { tags, response: { 200: z.object({ imports: z.array(importRowSchema) }), ...no } } },
    (request) =>
      query(ground, request, async (context) => ({ imports: (await listImports(context, 50)).map(importRow) })),
  )
  http.get(
    '/api/v1/imports/:id',
    { config, schema: { tags, params, querystring: lineQuerySchema, response: { 200: importSchema, ...no } } },
    (request) =>
      query(ground, request, (context) => importAnswer(context, request.params.id, request.query, localeOf(request))),
  )
  http.put(
    '/api/v1/imports/:id/mapping',
    { config, schema: { tags, params, body: mappingSchema, response: { 200: importSchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await saveMapping(context, request.params.id, mappingOf(request.body))
        return { status: 200, body: await importAnswer(context, request.params.id, allLines, localeOf(request)) }
      }),
  )
  http.post(
    '/api/v1/imports/:id/run',
    { config, schema: { tags, params, response: { 202: importSchema, ...no } } },
    async (request, reply) => {
      const importId = request.params.id
      const answer = await command(ground, request, reply, async (context) => {
        await startImport(context, importId)
        return { status: 202, body: await importAnswer(context, importId, allLines, localeOf(request)) }
      })
      await jobs.send(RUN_IMPORT, { tenantId: request.principal.tenantId, importId }, importId)
      return answer
    },
  )
}

async function* uploads(request: FastifyRequest): AsyncGenerator<Upload> {
  for await (const part of request.files()) yield { name: part.filename, bytes: await part.toBuffer() }
}

async function inTurn<Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (const item of items) values.push(await work(item))
  return values
}

// A member that was not sent is left out, not undefined.
function mappingOf(body: z.output<typeof mappingSchema>): Mapping {
  return JSON.parse(JSON.stringify(body)) as Mapping // checked by the schema, which has the same shape
}
