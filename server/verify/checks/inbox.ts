// What came in: applied without gap up to where the case stands, each with its event, and nothing waiting that is next.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const INBOX_CHECKS: readonly Check[] = [
  {
    code: 'news_gap',
    differences: (tenantId) => sql`
      SELECT c.number, c.last_sequence AS last, count(i.sequence) AS applied, coalesce(max(i.sequence), 0) AS highest
      FROM cases c LEFT JOIN inbox i ON i.tenant_id = c.tenant_id AND i.case_id = c.id AND i.state = 'applied'
      WHERE c.tenant_id = ${tenantId} GROUP BY c.id, c.number, c.last_sequence
      HAVING count(i.sequence) <> c.last_sequence OR coalesce(max(i.sequence), 0) <> c.last_sequence`,
  },
  {
    code: 'news_left',
    differences: (tenantId) => sql`
      SELECT c.number, i.sequence FROM inbox i JOIN cases c ON c.tenant_id = i.tenant_id AND c.id = i.case_id
      WHERE i.tenant_id = ${tenantId} AND i.state = 'waiting' AND i.sequence <= c.last_sequence + 1`,
  },
  {
    code: 'news_history',
    differences: (tenantId) => sql`
      WITH told AS (
        SELECT stream_id AS case_id, (data::jsonb ->> 'sequence')::integer AS sequence, type FROM events
        WHERE tenant_id = ${tenantId} AND stream = 'case' AND data::jsonb ? 'sequence'
      ), heard AS (
        SELECT case_id, sequence, body -> 'body' ->> 'type' AS type FROM inbox
        WHERE tenant_id = ${tenantId} AND state = 'applied')
      SELECT c.number, coalesce(h.sequence, t.sequence) AS sequence
      FROM heard h FULL JOIN told t ON t.case_id = h.case_id AND t.sequence = h.sequence
        LEFT JOIN cases c ON c.tenant_id = ${tenantId} AND c.id = coalesce(h.case_id, t.case_id)
      -- What could not be understood or booked stands in the history as unknown.
      WHERE h.type IS DISTINCT FROM t.type AND (h.type IS NULL OR t.type IS DISTINCT FROM 'unknown')`,
  },
]
