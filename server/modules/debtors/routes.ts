import { z } from 'zod'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { correctDebtor } from './correct.ts'
import { holdSchema, liftHold, listHolds, newHoldSchema, setHold } from './hold.ts'
import { holdPageSchema, holdQuerySchema, listAllHolds } from './hold-list.ts'
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
  holdRoutes(http, ground)
}

function holdRoutes(http: Http, ground: Ground): void {
  const tags = ['debtors']
  const response = {
    200: z.object({ holds: z.array(holdSchema) }).meta({ id: 'DebtorHolds' }),
    ...no,
    422: problemSchema,
  }
  const config = { right: 'invoices.write' } as const
  http.get(
    '/api/v1/holds',
    {
      config: { right: 'invoices.read' },
      schema: {
        tags,
        description: 'Everything that rests today, in the order in which it ends.',
        querystring: holdQuerySchema,
        response: { 200: holdPageSchema, ...no },
      },
    },
    (request) => query(ground, request, (context) => listAllHolds(context, request.query)),
  )
  http.get(
    '/api/v1/debtors/:id/holds',
    { config: { right: 'invoices.read' }, schema: { tags, params, response } },
    (request) => query(ground, request, async (context) => ({ holds: await listHolds(context, request.params.id) })),
  )
  http.put(
    '/api/v1/debtors/:id/hold',
    {
      config,
      schema: { tags, params, description: 'Stops every reminder to the debtor.', body: newHoldSchema, response },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await setHold(context, request.params.id, request.body)
        return { status: 200, body: { holds: await listHolds(context, request.params.id) } }
      }),
  )
  http.delete('/api/v1/debtors/:id/hold', { config, schema: { tags, params, response } }, (request, reply) =>
    command(ground, request, reply, async (context) => {
      await liftHold(context, request.params.id)
      return { status: 200, body: { holds: await listHolds(context, request.params.id) } }
    }),
  )
}
