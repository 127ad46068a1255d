import { sql } from 'kysely'
import { z } from 'zod'
import { parseDay } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { practiceFilter } from '../../auth/principal.ts'
import { type Ground, type Http, command, notFound, placeBefore, problemSchema, query } from '../../http/index.ts'
import { lockInvoice } from '../invoices/index.ts'
import { lockCaseToTell } from './active-case.ts'
import { cashBook } from './cash-book.ts'
import { effectOf, recordDirectPayment } from './record.ts'
import { reverseDirectPayment } from './reverse.ts'

const dayInput = z.string().transform((text, context) => {
  const parsed = parseDay(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'JJJJ-MM-TT' })
  return z.NEVER
})
// What is beyond AMOUNT_MAX is refused by the rule, with a sentence; the schema only holds what can be held.
const amountInput = z.int().positive().max(1e15).describe('In minor units; beyond 10^12 it is refused').transform(minor)
const methodSchema = z.enum(['cash', 'transfer', 'card', 'direct_debit', 'other'])

const directInput = z
  .object({ amount: amountInput, on: dayInput, method: methodSchema, note: z.string().max(500).optional() })
  .meta({ id: 'RecordPayment' })

const amountsSchema = z.object({ principal: z.int(), charges: z.int(), interest: z.int(), costs: z.int() })

const effectSchema = z
  .object({
    allocation: amountsSchema.extend({ overpaid: z.int() }),
    openAfter: amountsSchema,
    toBeReported: z.boolean(),
    costsRemain: z.boolean(),
    partner: z.string().nullable(),
    currency: z.string(),
  })
  .meta({ id: 'RecordPaymentEffect' })

const paymentSchema = z
  .object({
    id: z.uuid(),
    invoiceId: z.uuid(),
    invoiceNumber: z.string(),
    debtorName: z.string(),
    caseId: z.uuid().nullable(),
    receivedBy: z.string(),
    partner: z.string().nullable(),
    method: z.string(),
    amount: z.int(),
    currency: z.string(),
    receivedOn: z.string(),
    allocation: amountsSchema.extend({ overpaid: z.int() }),
    note: z.string().nullable(),
    recordedBy: z.string(),
    recordedAt: z.string(),
    reversedAt: z.string().nullable(),
    reversalReason: z.string().nullable(),
    report: z.enum(['not_needed', 'pending', 'reported', 'rejected']),
    reportedAt: z.string().nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Payment' })

const problems = {
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  422: problemSchema,
}
const id = z.object({ id: z.uuid() })

const PAYMENT_COLUMNS = sql`
  p.id, p.invoice_id AS "invoiceId", i.number AS "invoiceNumber", i.debtor_name AS "debtorName", p.case_id AS "caseId",
  p.received_by AS "receivedBy", i.partner_name AS partner, p.method, p.amount, p.currency, p.received_on AS "receivedOn",
  jsonb_build_object('principal', p.to_principal, 'charges', p.to_charges, 'interest', p.to_interest, 'costs', p.to_costs,
    'overpaid', p.overpaid) AS allocation,
  p.note, p.recorded_by AS "recordedBy", p.recorded_at AS "recordedAt", p.reversed_at AS "reversedAt",
  p.reversal_reason AS "reversalReason", p.report, p.reported_at AS "reportedAt",
  CASE WHEN p.report = 'pending' THEN (
    SELECT o.last_error FROM outbox o WHERE o.tenant_id = p.tenant_id AND o.lane = p.case_id AND o.state = 'pending'
    ORDER BY o.position LIMIT 1) END AS "lastError"`

export function paymentRoutes(http: Http, ground: Ground): void {
  http.post(
    '/api/v1/invoices/:id/payments/preview',
    {
      config: { right: 'payments.record' },
      schema: { tags: ['payments'], params: id, body: directInput, response: { 200: effectSchema, ...problems } },
    },
    (request) =>
      query(ground, request, async (context) => {
        const invoice = await lockInvoice(context, request.params.id)
        const active = await lockCaseToTell(context, invoice)
        const { transfers: _, ...effect } = effectOf(context, invoice, active, request.body)
        return {
          ...effect,
          partner: effect.toBeReported ? (invoice.partner ?? null) : null,
          currency: invoice.currency,
        }
      }),
  )
  http.post(
    '/api/v1/invoices/:id/payments',
    {
      config: { right: 'payments.record' },
      schema: { tags: ['payments'], params: id, body: directInput, response: { 201: paymentSchema, ...problems } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        const paymentId = await recordDirectPayment(context, request.params.id, request.body)
        const { rows } = await sql<z.infer<typeof paymentSchema>>`
          SELECT ${PAYMENT_COLUMNS} FROM payments p JOIN invoices i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
          WHERE p.tenant_id = ${context.tenantId} AND p.id = ${paymentId}`.execute(context.trx)
        if (!rows[0]) throw notFound('payment')
        return { status: 201, body: rows[0] }
      }),
  )
  http.post(
    '/api/v1/payments/:id/reverse',
    {
      config: { right: 'payments.record' },
      schema: {
        tags: ['payments'],
        params: id,
        body: z.object({ reason: z.string().trim().min(1).max(500) }),
        response: { 204: z.null(), ...problems },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await reverseDirectPayment(context, request.params.id, request.body.reason)
        return { status: 204, body: null }
      }),
  )
  http.get(
    '/api/v1/payments',
    {
      config: { right: 'payments.read' },
      schema: {
        tags: ['payments'],
        querystring: z.object({
          invoiceId: z.uuid().optional(),
          receivedBy: z.enum(['creditor', 'partner']).optional(),
          report: z.enum(['pending', 'reported', 'rejected']).optional(),
          before: z.string().max(80).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(100),
        }),
        response: { 200: z.object({ payments: z.array(paymentSchema), next: z.string().nullable() }), ...problems },
      },
    },
    (request) =>
      query(ground, request, async ({ trx, tenantId, principal }) => {
        const { invoiceId = null, receivedBy = null, report = null, before, limit } = request.query
        const { value: beforeDay, id: beforeId } = placeBefore(before, 'day')
        const { rows } = await sql<z.infer<typeof paymentSchema>>`
          SELECT ${PAYMENT_COLUMNS} FROM payments p JOIN invoices i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
          WHERE p.tenant_id = ${tenantId}
            AND (${practiceFilter(principal)}::uuid[] IS NULL OR p.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
            AND (${invoiceId}::uuid IS NULL OR p.invoice_id = ${invoiceId})
            AND (${receivedBy}::text IS NULL OR (p.received_by = 'creditor') = (${receivedBy} = 'creditor'))
            AND (${report}::text IS NULL OR p.report = ${report})
            AND (${beforeDay}::date IS NULL OR (p.received_on, p.id) < (${beforeDay}::date, ${beforeId}::uuid))
          ORDER BY p.received_on DESC, p.id DESC LIMIT ${limit + 1}`.execute(trx)
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        return { payments: page, next: rows.length > limit && last ? `${last.receivedOn}~${last.id}` : null }
      }),
  )
  cashBook(http, ground)
}
