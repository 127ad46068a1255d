import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, type Ground, type Http, notFound, problemSchema, query } from '../../http/index.ts'
import { inContext, refused } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { blobContent, loadDocument, showing } from '../documents/index.ts'
import { mailPreviewSchema, previewMail, previewPdf, previewSchema } from './preview.ts'
import { choosePrint, fileOfPrint, listPool } from './print-pool.ts'
import { markPrinted } from './printed.ts'
import { setLetter } from './set-letters.ts'
import { previewTemplate, previewTemplatePdf, previewedSchema, templatePreviewSchema } from './template-preview.ts'

const no = { '4xx': problemSchema }
const tags = ['dunning']
const pdf = z.instanceof(Buffer).meta({ type: 'string', format: 'binary' })

const poolSchema = z
  .object({
    count: z.int().describe('All that wait; entries holds the first of them'),
    entries: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        level: z.int(),
        day: z.iso.date(),
        debtorName: z.string(),
        place: z.string(),
        currency: z.string(),
        total: z.int(),
        documentId: z.uuid(),
      }),
    ),
  })
  .meta({ id: 'PrintPool' })

const printSchema = z
  .object({
    noticeIds: z.array(z.uuid()).min(1).max(500).optional().describe('Absent: the first 500 of all'),
    sides: z
      .enum(['one', 'two'])
      .optional()
      .describe('two, the default: empty backs keep each letter on sheets of its own'),
  })
  .meta({ id: 'PrintOrder' })

export function noticeRoutes(http: Http, ground: Ground): void {
  letterRoutes(http, ground)
  templateRoutes(http, ground)
  poolRoutes(http, ground)
}

function letterRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/notices/:id/letter.pdf',
    {
      config: { right: 'documents.read' },
      schema: { tags, params: z.object({ id: z.uuid() }), response: { 200: pdf, ...no } },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await query(ground, request, (context) => findLetter(context, id))
      if (found === null) await setLetter(ground, request.principal.tenantId, id)
      const { document, bytes } = await query(ground, request, (context) => letterKept(context, id))
      void reply.headers(showing(document, false))
      return bytes
    },
  )
  const asked = { body: previewSchema }
  const config = { right: 'invoices.read' } as const
  http.post(
    '/api/v1/notices/letter-preview',
    { config, schema: { tags, ...asked, response: { 200: pdf, ...no } } },
    async (request, reply) => {
      const make = await query(ground, request, (context) => previewPdf(context, request.body))
      return sent(reply, 'Vorschau.pdf', await make())
    },
  )
  http.post(
    '/api/v1/notices/mail-preview',
    { config, schema: { tags, ...asked, response: { 200: mailPreviewSchema, ...no } } },
    (request) => query(ground, request, (context) => previewMail(context, request.body)),
  )
}

function templateRoutes(http: Http, ground: Ground): void {
  const schema = { tags: ['letters'], body: templatePreviewSchema }
  const config = { right: 'settings.read' } as const
  http.post(
    '/api/v1/letter-templates/preview',
    { config, schema: { ...schema, response: { 200: previewedSchema, ...no } } },
    (request) => query(ground, request, (context) => previewTemplate(context, request.body, localeOf(request))),
  )
  http.post(
    '/api/v1/letter-templates/preview.pdf',
    { config, schema: { ...schema, response: { 200: pdf, ...no } } },
    async (request, reply) => {
      const make = await query(ground, request, (context) => previewTemplatePdf(context, request.body))
      return sent(reply, 'Vorschau.pdf', await make())
    },
  )
}

function poolRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/dunning/print-pool',
    { config: { right: 'invoices.read' }, schema: { tags, response: { 200: poolSchema, ...no } } },
    (request) => query(ground, request, listPool),
  )
  http.post(
    '/api/v1/dunning/print-pool/print',
    { config: { right: 'invoices.write' }, schema: { tags, body: printSchema, response: { 200: pdf, ...no } } },
    async (request, reply) => {
      const { noticeIds, sides } = request.body
      const job = await query(ground, request, (context) => choosePrint(context, noticeIds))
      const { name, bytes } = await fileOfPrint(job, sides)
      await inContext(ground, request.principal, (context) => markPrinted(context, job.noticeIds, job.again))
      return sent(reply, name, bytes)
    },
  )
}

/** The document of a notice; null where it is not set yet. Refuses where it could not be set. */
async function findLetter({ trx, tenantId, principal }: Context, id: string): Promise<string | null> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<{ documentId: string | null; trouble: string | null }>`
    SELECT document_id AS "documentId", trouble FROM notices WHERE tenant_id = ${tenantId} AND id = ${id}
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  const [notice] = rows
  if (notice === undefined) throw notFound('notice')
  if (notice.trouble !== null) throw refused('letter_not_settable', { trouble: notice.trouble }, { status: 409 })
  return notice.documentId
}

async function letterKept(context: Context, id: string) {
  const documentId = await findLetter(context, id)
  if (documentId === null) throw new Error(`notice ${id}: a letter that was set is kept`)
  const document = await loadDocument(context, documentId)
  return { document, bytes: await blobContent(context, Buffer.from(document.sha256, 'hex')) }
}

function sent(reply: FastifyReply, name: string, bytes: Uint8Array): Buffer {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  void reply.headers({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
  })
  return Buffer.from(bytes)
}
