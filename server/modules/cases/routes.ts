import { sql } from 'kysely'
import { z } from 'zod'
import { day } from '@mahnwerk/core/calendar'
import { practiceFilter } from '../../auth/principal.ts'
import { type Ground, type Http, command, placeBefore, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { explanation } from '../law/index.ts'
import { answerQuestion } from './answer-question.ts'
import { recallAttempt } from './recall.ts'
import { readCase } from './read.ts'
import { caseRowSchema, caseSchema } from './schemas.ts'
import { readStopCost } from './stop-cost.ts'

const problems = {
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  422: problemSchema,
}

const stopCostSchema = z
  .object({
    on: z.iso.date(),
    amount: z.int().nullable().describe('Minor units; null where the contract with the partner says nothing'),
    currency: z.string(),
    explanation,
  })
  .meta({ id: 'StopCost' })

const listQuery = z.object({
  state: z.enum(['active', 'closed', 'all']).default('active'),
  q: z.string().trim().max(100).optional(),
  questions: z.enum(['open']).optional(),
  before: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

export function caseRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/cases',
    {
      config: { right: 'cases.read' },
      schema: {
        tags: ['cases'],
        querystring: listQuery,
        response: {
          200: z.object({ cases: z.array(caseRowSchema), next: z.string().nullable(), count: z.int(), open: z.int() }),
          ...problems,
        },
      },
    },
    (request) =>
      query(ground, request, async ({ trx, tenantId, principal }) => {
        const { state, q = '', questions, before, limit } = request.query
        const practices = practiceFilter(principal)
        const { value: beforeAt, id: beforeId } = placeBefore(before, 'moment')
        const where = sql`c.tenant_id = ${tenantId}
          AND (${practices}::uuid[] IS NULL OR c.practice_id = ANY (${practices}::uuid[]))
          AND (${state} = 'all' OR c.active = (${state} = 'active'))
          AND (${questions ?? null}::text IS NULL OR c.questions_open > 0)
          AND (${q} = '' OR lower(c.number || ' ' || c.debtor_name || ' ' || i.number || ' ' || coalesce(c.partner_case_number, ''))
            LIKE '%' || lower(${q}) || '%')`
        const { rows } = await sql<z.infer<typeof caseRowSchema>>`
          SELECT c.id, c.number, c.debtor_name AS "debtorName", c.invoice_id AS "invoiceId", i.number AS "invoiceNumber",
            k.name AS partner, c.partner_case_number AS "partnerCaseNumber", c.stage, c.processing_kind AS processing, c.payment,
            c.responsible, c.active, c.currency, c.principal + c.charges + c.interest + c.costs AS total, c.paid, i.open,
            c.questions_open AS "questionsOpen", c.next_step_on AS "nextStepOn", c.opened_at AS "openedAt", c.closed_at AS "closedAt"
          FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
            JOIN connections k ON k.tenant_id = c.tenant_id AND k.id = c.connection_id
          WHERE ${where} AND (${beforeAt}::timestamptz IS NULL OR (c.opened_at, c.id) < (${beforeAt}::timestamptz, ${beforeId}::uuid))
          ORDER BY c.opened_at DESC, c.id DESC LIMIT ${limit + 1}`.execute(trx)
        const totals = await sql<{ count: number; open: number }>`
          SELECT count(*) AS count, coalesce(sum(i.open), 0)::bigint AS open
          FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id WHERE ${where}`.execute(trx)
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        const { count, open } = totals.rows[0] ?? { count: 0, open: 0 }
        return { cases: page, next: rows.length > limit && last ? `${last.openedAt}~${last.id}` : null, count, open }
      }),
  )
  http.get(
    '/api/v1/cases/:id',
    {
      config: { right: 'cases.read' },
      schema: { tags: ['cases'], params: z.object({ id: z.uuid() }), response: { 200: caseSchema, ...problems } },
    },
    (request) => query(ground, request, (context) => readCase(context, request.params.id)),
  )
  http.get(
    '/api/v1/cases/:id/stop-cost',
    {
      config: { right: 'cases.read' },
      schema: {
        tags: ['cases'],
        params: z.object({ id: z.uuid() }),
        querystring: z.object({ on: z.iso.date().optional() }),
        response: { 200: stopCostSchema, ...problems },
      },
    },
    (request) =>
      query(ground, request, (context) =>
        readStopCost(
          context,
          request.params.id,
          request.query.on === undefined ? context.today : day(request.query.on),
          localeOf(request),
        ),
      ),
  )
  http.post(
    '/api/v1/cases/:id/questions/:questionId/answer',
    {
      config: { right: 'cases.answer' },
      schema: {
        tags: ['cases'],
        params: z.object({ id: z.uuid(), questionId: z.uuid() }),
        body: z
          .object({ answer: z.enum(['yes', 'no', 'text']), text: z.string().trim().max(5000).optional() })
          .meta({ id: 'QuestionAnswer' }),
        response: { 204: z.null(), ...problems },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await answerQuestion(context, request.params.id, request.params.questionId, request.body)
        return { status: 204, body: null }
      }),
  )
  http.post(
    '/api/v1/cases/:id/recall',
    {
      config: { right: 'handover.confirm' },
      schema: {
        tags: ['cases'],
        description: 'Ends an attempt. The partner closes the case; what has not come in is written off as before.',
        params: z.object({ id: z.uuid() }),
        body: z.object({ reason: z.string().trim().min(1).max(500).optional() }).meta({ id: 'RecallAttempt' }),
        response: {
          200: z
            .object({
              feeMin: z
                .int()
                .describe('What the attempt has cost, in minor units: zero where it began in the free time'),
              feeMax: z.int(),
            })
            .meta({ id: 'RecalledAttempt' }),
          ...problems,
        },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        return { status: 200, body: await recallAttempt(context, request.params.id, request.body.reason) }
      }),
  )
}
