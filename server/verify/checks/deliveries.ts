// What leaves: each case handed over once with exactly the package that was kept, each report of a payment once and as far
// as the payment says, nothing overtaken in its row, and no write answered without its answer.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const DELIVERY_CHECKS: readonly Check[] = [
  {
    code: 'handover_messages',
    differences: (tenantId) => sql`
      SELECT c.number, count(o.id) AS messages FROM (SELECT * FROM cases WHERE tenant_id = ${tenantId}) c
        FULL JOIN (SELECT * FROM outbox WHERE tenant_id = ${tenantId} AND kind = 'claim.submit') o ON o.lane = c.id
      GROUP BY c.id, c.number HAVING count(o.id) <> 1 OR c.id IS NULL`,
  },
  {
    code: 'handover_package',
    differences: (tenantId) => sql`
      SELECT c.number FROM cases c
        LEFT JOIN documents d ON d.tenant_id = c.tenant_id AND d.id = c.package_document_id AND d.case_id = c.id
        LEFT JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
        LEFT JOIN outbox o ON o.tenant_id = c.tenant_id AND o.lane = c.id AND o.kind = 'claim.submit'
      WHERE c.tenant_id = ${tenantId} AND (d.sha256 IS DISTINCT FROM c.package_sha256
        OR sha256(b.content) IS DISTINCT FROM c.package_sha256
        OR convert_from(b.content, 'UTF8')::jsonb IS DISTINCT FROM o.payload -> 'package')`,
  },
  {
    code: 'payment_report',
    differences: (tenantId) => sql`
      WITH messages AS (
        SELECT payload -> 'payment' ->> 'paymentId' AS payment, count(*) AS times, min(state) AS state, min(lane::text) AS lane,
          min((payload -> 'payment' ->> 'amount')::bigint) AS amount
        FROM outbox WHERE tenant_id = ${tenantId} AND kind = 'payment.report' GROUP BY 1)
      SELECT coalesce(p.id::text, m.payment) AS payment, i.number AS invoice, p.report, coalesce(m.times, 0) AS messages, m.state
      FROM (SELECT * FROM payments WHERE tenant_id = ${tenantId} AND received_by = 'creditor') p
        FULL JOIN messages m ON m.payment = p.id::text
        LEFT JOIN invoices i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
      WHERE p.id IS NULL OR (p.case_id IS NOT NULL) <> (p.report <> 'not_needed')
        OR (p.report = 'not_needed' AND m.times IS NOT NULL)
        OR (p.report <> 'not_needed' AND (m.times IS DISTINCT FROM 1 OR m.amount <> p.amount OR m.lane <> p.case_id::text))
        OR (p.report = 'pending' AND m.state <> 'pending') OR (p.report = 'rejected' AND m.state <> 'dead')
        OR (p.report = 'reported' AND m.state <> 'delivered' AND p.acknowledged_at IS NULL)`,
  },
  {
    code: 'lane_overtaken',
    differences: (tenantId) => sql`
      SELECT o.id, o.kind FROM outbox o
      WHERE o.tenant_id = ${tenantId} AND o.state = 'pending' AND EXISTS (
        SELECT FROM outbox later WHERE later.tenant_id = o.tenant_id AND later.lane = o.lane AND later.position > o.position
          AND later.state = 'delivered')`,
  },
  {
    code: 'answer_missing',
    differences: (tenantId) => sql`
      SELECT key, actor FROM idempotency_keys WHERE tenant_id = ${tenantId} AND status IS NULL`,
  },
]
