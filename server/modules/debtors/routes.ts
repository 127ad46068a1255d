import { z } from 'zod'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { correctDebtor } from './correct.ts'
import { findDebtors, loadDebtor } from './load.ts'
import { debtorCorrectionSchema, debtorSchema } from './schemas.ts'

const no = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema, 409: problemSchema }
const params = z.object({ id: z.uuid() })

export function debtorRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/debtors',
    {
      config: { right: 'invoices.read' },
      schema: {
        tags: ['debtors'],
        querystring: z.object({
          q: z.string().max(200).default(''),
          practiceId: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
        response: { 200: z.object({ debtors: z.array(debtorSchema) }), ...no },
      },
    },
    (request) => query(ground, request, async (context) => ({ debtors: await findDebtors(context, request.query) })),
  )
  http.get(
    '/api/v1/debtors/:id',
    {
      config: { right: 'invoices.read' },
      schema: { tags: ['debtors'], params, response: { 200: debtorSchema, ...no } },
    },
    (request) => query(ground, request, (context) => loadDebtor(context, request.params.id)),
  )
  http.patch(
    '/api/v1/debtors/:id',
    {
      config: { right: 'invoices.write' },
      schema: { tags: ['debtors'], params, body: debtorCorrectionSchema, response: { 200: debtorSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        const { version, ...correction } = request.body
        return { status: 200, body: await correctDebtor(context, request.params.id, version, correction) }
      }),
  )
}
