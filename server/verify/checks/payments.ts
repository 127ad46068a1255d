// Payments: each once in the history, its parts as they were booked, and where it was taken back, answered completely.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const PAYMENT_CHECKS: readonly Check[] = [
  {
    code: 'payment_parts',
    differences: (tenantId) => sql`
      WITH booked AS (
        SELECT t.payment_id,
          sum(t.amount) FILTER (WHERE t.credit LIKE 'debtor:principal:%') AS principal,
          sum(t.amount) FILTER (WHERE t.credit LIKE 'debtor:charges:%') AS charges,
          sum(t.amount) FILTER (WHERE t.credit LIKE 'debtor:interest:%') AS interest,
          sum(t.amount) FILTER (WHERE t.credit LIKE 'debtor:costs:%') AS costs,
          sum(t.amount) FILTER (WHERE t.credit LIKE 'overpaid:%') AS overpaid, 
          -- What it recovered of a claim written off stands beside it and is no part of it.
          (sum(t.amount) FILTER (WHERE t.credit <> 'recovered'))::bigint AS total
        FROM transfers t JOIN events e ON e.tenant_id = t.tenant_id AND e.id = t.event_id
        WHERE t.tenant_id = ${tenantId} AND t.payment_id IS NOT NULL
          AND e.type IN ('payment.recorded', 'payment.reported')
        GROUP BY t.payment_id)
      SELECT coalesce(p.id, b.payment_id) AS payment, i.number AS invoice, p.currency, p.amount AS told, b.total AS found
      FROM (SELECT * FROM payments WHERE tenant_id = ${tenantId}) p
        FULL JOIN booked b ON b.payment_id = p.id
        LEFT JOIN invoices i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
      WHERE (p.to_principal, p.to_charges, p.to_interest, p.to_costs, p.overpaid, p.amount) IS DISTINCT FROM
        (coalesce(b.principal, 0), coalesce(b.charges, 0), coalesce(b.interest, 0), coalesce(b.costs, 0),
          coalesce(b.overpaid, 0), b.total)`,
  },
  {
    // A payment taken back moves nothing any more, on any account; one that stands has no answer.
    code: 'payment_reversal',
    differences: (tenantId) => sql`
      WITH moved AS (
        SELECT payment_id, account, sum(amount) AS amount FROM (
          SELECT payment_id, debit AS account, amount FROM transfers WHERE tenant_id = ${tenantId} AND payment_id IS NOT NULL
          UNION ALL SELECT payment_id, credit, -amount FROM transfers
            WHERE tenant_id = ${tenantId} AND payment_id IS NOT NULL) both_sides
        GROUP BY payment_id, account HAVING sum(amount) <> 0
      ), answered AS (
        SELECT DISTINCT t.payment_id FROM transfers t JOIN events e ON e.tenant_id = t.tenant_id AND e.id = t.event_id
        WHERE t.tenant_id = ${tenantId} AND t.payment_id IS NOT NULL AND e.type = 'payment.reversed')
      SELECT p.id AS payment, i.number AS invoice FROM payments p
        JOIN invoices i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
      WHERE p.tenant_id = ${tenantId} AND (
        (p.reversed_at IS NOT NULL AND (EXISTS (SELECT FROM moved m WHERE m.payment_id = p.id)
          OR NOT EXISTS (SELECT FROM answered a WHERE a.payment_id = p.id)))
        OR (p.reversed_at IS NULL AND EXISTS (SELECT FROM answered a WHERE a.payment_id = p.id)))`,
  },
  {
    code: 'payment_history',
    differences: (tenantId) => sql`
      WITH told AS (
        SELECT e.stream_id, e.type, e.data::jsonb ->> 'paymentId' AS payment, count(*) AS times FROM events e
        WHERE e.tenant_id = ${tenantId} AND ((e.stream = 'invoice' AND e.type = 'payment.recorded')
          OR (e.stream = 'case' AND e.type = 'payment.reported'))
        GROUP BY 1, 2, 3
      ), kept AS (
        SELECT CASE WHEN received_by = 'creditor' THEN invoice_id ELSE case_id END AS stream_id,
          CASE WHEN received_by = 'creditor' THEN 'payment.recorded' ELSE 'payment.reported' END AS type,
          CASE WHEN received_by = 'creditor' THEN id::text ELSE partner_payment_id END AS payment
        FROM payments WHERE tenant_id = ${tenantId})
      SELECT coalesce(k.payment, t.payment) AS payment, coalesce(t.times, 0) AS times FROM kept k
        FULL JOIN told t ON t.stream_id = k.stream_id AND t.type = k.type AND t.payment = k.payment
      WHERE k.payment IS NULL OR t.times IS NULL OR (t.times > 1 AND t.type = 'payment.recorded')`,
  },
]
