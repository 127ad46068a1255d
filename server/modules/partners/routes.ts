import { z } from 'zod'
import { type Ground, type Http, problemSchema, query } from '../../http/index.ts'
import { listConnections } from './connections.ts'
import { trafficOf } from './traffic.ts'

const connectionSchema = z
  .object({
    id: z.uuid(),
    partner: z.string(),
    name: z.string(),
    state: z.enum(['active', 'suspended', 'ended']),
    activeSince: z.string(),
    portalUrl: z.string().nullable(),
    costsBorneBy: z.enum(['debtor', 'creditor']),
    courtOnlyByDecision: z.boolean(),
    caseFeeMin: z.int(),
    caseFeeMax: z.int(),
    freeUntil: z.string().nullable(),
    registerEntry: z.string().nullable(),
    association: z.string().nullable(),
    lastContactAt: z.string().nullable(),
    lastFailureAt: z.string().nullable(),
    lastFailure: z.string().nullable(),
    /** Messages on their way, and those that a person must look at. */
    pending: z.int(),
    dead: z.int(),
  })
  .meta({ id: 'Connection' })

export function partnerRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/connections',
    {
      // Whoever sees invoices sees where they went.
      config: { right: 'invoices.read' },
      schema: {
        tags: ['partners'],
        response: { 200: z.object({ connections: z.array(connectionSchema) }), 401: problemSchema, 403: problemSchema },
      },
    },
    (request) =>
      query(ground, request, async (context) => {
        const traffic = await trafficOf(context)
        const connections = (await listConnections(context)).map(({ profile, ...connection }) => ({
          ...connection,
          costsBorneBy: profile.costsBorneBy,
          courtOnlyByDecision: profile.courtOnlyByDecision,
          caseFeeMin: profile.caseFee.min,
          caseFeeMax: profile.caseFee.max,
          freeUntil: profile.caseFee.freeUntil ?? null,
          registerEntry: profile.registerEntry ?? null,
          association: profile.association ?? null,
          ...traffic(connection.id),
        }))
        return { connections }
      }),
  )
}
