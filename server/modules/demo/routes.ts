import { z } from 'zod'
import { type Http, problemSchema } from '../../http/index.ts'
import { type Journey, travel } from './travel.ts'

const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 422: problemSchema, 503: problemSchema }

export function demoRoutes(http: Http, journey: Journey): void {
  http.post(
    '/api/v1/demo/travel',
    {
      config: { right: 'demo.travel' },
      schema: {
        tags: ['demo'],
        body: z
          .union([z.object({ days: z.int().min(1).max(366) }), z.object({ toNextEvent: z.literal(true) })])
          .meta({ id: 'Travel' }),
        response: {
          200: z
            .object({ from: z.string(), to: z.string(), today: z.string(), steps: z.int() })
            .meta({ id: 'Arrival' }),
          ...problems,
        },
      },
    },
    (request) => travel(journey, request.principal.tenantId, request.body),
  )
}
