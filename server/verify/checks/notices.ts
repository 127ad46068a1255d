// Notices: what a letter asks for is what its items do, and each item stands in the history of its invoice with the same sums.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const NOTICE_CHECKS: readonly Check[] = [
  {
    code: 'notice_amount',
    differences: (tenantId) => sql`
      SELECT 'M-' || n.year || '-' || lpad(n.number::text, greatest(4, length(n.number::text)), '0') AS notice, n.currency,
        part.what, part.told, part.found
      FROM notices n LEFT JOIN (
        SELECT notice_id, sum(open)::bigint AS open, sum(interest)::bigint AS interest
        FROM notice_items WHERE tenant_id = ${tenantId} GROUP BY notice_id) o ON o.notice_id = n.id
        CROSS JOIN LATERAL (VALUES ('Offen', n.open, o.open), ('Verzugszinsen', n.interest, o.interest)) part (what, told, found)
      WHERE n.tenant_id = ${tenantId} AND part.told IS DISTINCT FROM part.found`,
  },
  {
    // Events of letters from before interest was demanded say nothing of it.
    code: 'notice_history',
    differences: (tenantId) => sql`
      WITH told AS (
        SELECT stream_id AS invoice_id, data ->> 'noticeId' AS notice, (data ->> 'open')::bigint AS open,
          coalesce((data ->> 'interest')::bigint, 0) AS interest, (data ->> 'fee')::bigint AS fee
        FROM (SELECT stream_id, data::jsonb AS data FROM events
          WHERE tenant_id = ${tenantId} AND stream = 'invoice' AND type = 'notice.written') written
      ), fees AS (SELECT notice, sum(fee)::bigint AS fee FROM told GROUP BY notice)
      SELECT 'M-' || n.year || '-' || lpad(n.number::text, greatest(4, length(n.number::text)), '0') AS notice,
        i.number AS invoice
      FROM notice_items o JOIN notices n ON n.tenant_id = o.tenant_id AND n.id = o.notice_id
        JOIN invoices i ON i.tenant_id = o.tenant_id AND i.id = o.invoice_id
        LEFT JOIN told t ON t.invoice_id = o.invoice_id AND t.notice = o.notice_id::text
        LEFT JOIN fees f ON f.notice = o.notice_id::text
      WHERE o.tenant_id = ${tenantId} AND (t.open IS DISTINCT FROM o.open OR t.interest IS DISTINCT FROM o.interest
        OR f.fee IS DISTINCT FROM n.fee)`,
  },
]
