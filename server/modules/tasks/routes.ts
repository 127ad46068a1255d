import { sql } from 'kysely'
import { z } from 'zod'
import { practiceFilter } from '../../auth/principal.ts'
import { type Ground, type Http, command, notFound, problemSchema, query } from '../../http/index.ts'
import { settleTask } from './tasks.ts'

const taskSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    link: z.string(),
    dueOn: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Task' })

const answers = { 401: problemSchema, 403: problemSchema, 404: problemSchema }

export function taskRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/tasks',
    {
      config: { right: 'invoices.read' },
      schema: { tags: ['tasks'], response: { 200: z.object({ tasks: z.array(taskSchema) }), ...answers } },
    },
    (request) =>
      query(ground, request, async ({ trx, tenantId, principal }) => {
        const { rows } = await sql<z.infer<typeof taskSchema>>`
          SELECT id, kind, facts, link, due_on AS "dueOn", created_at AS "createdAt" FROM tasks
          WHERE tenant_id = ${tenantId} AND done_at IS NULL
            AND (${practiceFilter(principal)}::uuid[] IS NULL OR practice_id = ANY (${practiceFilter(principal)}::uuid[]))
          ORDER BY due_on NULLS LAST, created_at DESC LIMIT 100`.execute(trx)
        return { tasks: rows }
      }),
  )
  http.post(
    '/api/v1/tasks/:id/done',
    {
      config: { right: 'invoices.write' },
      schema: { tags: ['tasks'], params: z.object({ id: z.uuid() }), response: { 204: z.null(), ...answers } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        const { rows } = await sql<{ cause: string }>`
          SELECT cause FROM tasks WHERE tenant_id = ${context.tenantId} AND id = ${request.params.id} AND done_at IS NULL
            AND (${practiceFilter(context.principal)}::uuid[] IS NULL
              OR practice_id = ANY (${practiceFilter(context.principal)}::uuid[]))`.execute(context.trx)
        if (!rows[0]) throw notFound('task')
        await settleTask(context, rows[0].cause)
        return { status: 204, body: null }
      }),
  )
}
