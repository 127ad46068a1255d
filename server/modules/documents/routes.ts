import { z } from 'zod'
import { type Ground, type Http, problemSchema, query } from '../../http/index.ts'
import { blobContent } from './keep.ts'
import { loadDocument } from './read.ts'
import { showing } from './showing.ts'

const documentSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['original_invoice', 'handover_package', 'partner_letter', 'dunning_letter', 'other']),
    name: z.string(),
    mediaType: z.string(),
    sha256: z.string(),
    size: z.int(),
    practiceId: z.uuid(),
    invoiceId: z.uuid().nullable(),
    caseId: z.uuid().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Document' })

const no = { 401: problemSchema, 403: problemSchema, 404: problemSchema }
const params = z.object({ id: z.uuid() })
const config = { right: 'documents.read' } as const

export function documentRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/documents/:id',
    { config, schema: { tags: ['documents'], params, response: { 200: documentSchema, ...no } } },
    (request) => query(ground, request, (context) => loadDocument(context, request.params.id)),
  )
  http.get(
    '/api/v1/documents/:id/content',
    {
      config,
      schema: {
        tags: ['documents'],
        params,
        querystring: z.object({ download: z.enum(['1', 'true']).optional() }),
        response: { 200: z.instanceof(Buffer).meta({ type: 'string', format: 'binary' }), ...no },
      },
    },
    async (request, reply) => {
      const { document, bytes } = await query(ground, request, async (context) => {
        const kept = await loadDocument(context, request.params.id)
        return { document: kept, bytes: await blobContent(context, Buffer.from(kept.sha256, 'hex')) }
      })
      void reply.headers(showing(document, request.query.download !== undefined))
      return bytes
    },
  )
}
