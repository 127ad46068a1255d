// The cash book: what was paid in cash at the creditor's desk, with the running balance. Money at a partner is not in it.

import { sql } from 'kysely'
import { z } from 'zod'
import { practiceFilter } from '../../auth/principal.ts'
import { type Ground, type Http, problemSchema, query } from '../../http/index.ts'

const entrySchema = z
  .object({
    id: z.uuid(),
    on: z.string(),
    debtorName: z.string(),
    invoiceId: z.uuid(),
    invoiceNumber: z.string(),
    /** Positive: received; negative: taken back. */
    amount: z.int(),
    balance: z.int(),
    currency: z.string(),
  })
  .meta({ id: 'CashBookEntry' })

export function cashBook(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/cash-book',
    {
      config: { right: 'cashbook.read' },
      schema: {
        tags: ['payments'],
        response: { 200: z.object({ entries: z.array(entrySchema) }), 401: problemSchema, 403: problemSchema },
      },
    },
    (request) =>
      query(ground, request, async ({ trx, tenantId, principal }) => {
        const { rows } = await sql<z.infer<typeof entrySchema>>`
          SELECT * FROM (
            SELECT t.id, t.value_on AS "on", i.debtor_name AS "debtorName", i.id AS "invoiceId", i.number AS "invoiceNumber",
              CASE WHEN t.debit = 'cash' THEN t.amount ELSE -t.amount END AS amount, t.currency,
              sum(CASE WHEN t.debit = 'cash' THEN t.amount ELSE -t.amount END) OVER (ORDER BY t.value_on, t.id)::bigint AS balance
            FROM transfers t JOIN invoices i ON i.tenant_id = t.tenant_id AND i.id = t.invoice_id
            WHERE t.tenant_id = ${tenantId} AND (t.debit = 'cash' OR t.credit = 'cash')
              AND (${practiceFilter(principal)}::uuid[] IS NULL OR i.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
          ) entries ORDER BY "on" DESC, id DESC LIMIT 500`.execute(trx)
        return { entries: rows }
      }),
  )
}
