// Cases: what came to them and what they are about, from payments and transfers; their flags; their numbers without gap.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const CASE_CHECKS: readonly Check[] = [
  {
    code: 'case_amount',
    differences: (tenantId) => sql`
      WITH paid AS (
        SELECT case_id, sum(amount)::bigint AS amount FROM payments
        WHERE tenant_id = ${tenantId} AND reversed_at IS NULL AND case_id IS NOT NULL GROUP BY case_id
      ), costs AS (
        SELECT case_id, sum(CASE WHEN debit LIKE 'debtor:costs:%' THEN amount ELSE -amount END)::bigint AS amount FROM transfers
        WHERE tenant_id = ${tenantId} AND payment_id IS NULL
          AND ((debit LIKE 'debtor:costs:%' AND credit LIKE 'partner_costs:%')
            OR (debit LIKE 'partner_costs:%' AND credit LIKE 'debtor:costs:%'))
        GROUP BY case_id
      ), sent AS (
        SELECT lane, payload -> 'package' -> 'claim' AS claim FROM outbox
        WHERE tenant_id = ${tenantId} AND kind = 'claim.submit')
      SELECT c.number, c.currency, part.what, part.told, part.found
      FROM cases c LEFT JOIN paid p ON p.case_id = c.id LEFT JOIN costs k ON k.case_id = c.id LEFT JOIN sent s ON s.lane = c.id
        CROSS JOIN LATERAL (VALUES
          ('gezahlt', c.paid, coalesce(p.amount, 0)), ('Inkassokosten', c.costs, coalesce(k.amount, 0)),
          ('Hauptforderung', c.principal, (s.claim ->> 'principal')::bigint),
          ('Gebühren', c.charges, (SELECT coalesce(sum((one ->> 'amount')::bigint), 0)::bigint
            FROM jsonb_array_elements(s.claim -> 'charges') one))
        ) part (what, told, found)
      WHERE c.tenant_id = ${tenantId} AND part.told IS DISTINCT FROM part.found`,
  },
  {
    code: 'case_flags',
    differences: (tenantId) => sql`
      SELECT c.number FROM cases c
      WHERE c.tenant_id = ${tenantId} AND (c.processing ->> 'kind' <> c.processing_kind
        OR c.active <> (c.processing_kind NOT IN ('rejected', 'ended'))
        OR c.active <> (c.closed_at IS NULL)
        OR c.questions_open <> (SELECT count(*) FROM questions q
          WHERE q.tenant_id = c.tenant_id AND q.case_id = c.id AND q.closed_at IS NULL))`,
  },
  {
    code: 'case_numbers',
    differences: (tenantId) => sql`
      WITH used AS (
        SELECT split_part(number, '-', 2)::integer AS year, count(*) AS cases, max(split_part(number, '-', 3)::bigint) AS last
        FROM cases WHERE tenant_id = ${tenantId} GROUP BY 1
      ), counted AS (SELECT year, last FROM counters WHERE tenant_id = ${tenantId} AND kind = 'case')
      SELECT year, coalesce(u.cases, 0) AS cases, coalesce(u.last, 0) AS last, coalesce(c.last, 0) AS counter
      FROM used u FULL JOIN counted c USING (year)
      WHERE u.cases IS DISTINCT FROM u.last OR u.last IS DISTINCT FROM c.last`,
  },
]
