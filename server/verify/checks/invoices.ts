// What stands beside an invoice, recomputed from its transfers; a state that fits to what is open and who works on it;
// and the place in lists that follows from level and standing.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

// In the order of their codes in the table of places.
const PLACES = [
  'plain',
  'partly_paid',
  'reminded',
  'final_notice',
  'disputed',
  'clarification',
  'promised',
  'in_collection',
  'paid',
  'written_off',
  'cancelled',
]

export const INVOICE_CHECKS: readonly Check[] = [
  {
    code: 'invoice_amount',
    differences: (tenantId) => sql`
      WITH moved AS (
        SELECT invoice_id, account, sum(amount)::bigint AS amount FROM (
          SELECT invoice_id, debit AS account, amount FROM transfers WHERE tenant_id = ${tenantId}
          UNION ALL SELECT invoice_id, credit, -amount FROM transfers WHERE tenant_id = ${tenantId}) both_sides
        WHERE account ~ '^(debtor:|overpaid:|write_off$|attempted$|recovered$|revenue$)' GROUP BY invoice_id, account
      ), sums AS (
        SELECT invoice_id,
          coalesce(sum(amount) FILTER (WHERE account LIKE 'debtor:principal:%'), 0)::bigint AS principal,
          coalesce(sum(amount) FILTER (WHERE account LIKE 'debtor:charges:%'), 0)::bigint AS charges,
          coalesce(sum(amount) FILTER (WHERE account LIKE 'debtor:interest:%'), 0)::bigint AS interest,
          coalesce(sum(amount) FILTER (WHERE account LIKE 'debtor:costs:%'), 0)::bigint AS costs,
          coalesce(-sum(amount) FILTER (WHERE account LIKE 'overpaid:%'), 0)::bigint AS overpaid,
          coalesce(sum(amount) FILTER (WHERE account IN ('write_off', 'attempted', 'recovered')), 0)::bigint AS written_off,
          coalesce(-sum(amount) FILTER (WHERE account = 'revenue'), 0)::bigint AS revenue
        FROM moved GROUP BY invoice_id)
      SELECT i.number AS invoice, i.currency, part.what, part.told, part.found
      FROM invoices i LEFT JOIN sums s ON s.invoice_id = i.id
        CROSS JOIN LATERAL (VALUES
          ('Hauptforderung', i.principal_open, s.principal), ('Gebühren', i.charges_open, s.charges),
          ('Zinsen', i.interest_open, s.interest), ('Inkassokosten', i.costs_open, s.costs),
          ('Überzahlung', i.overpaid, s.overpaid), ('Ausbuchung', i.written_off, s.written_off),
          ('Rechnungsbetrag', CASE WHEN i.state = 'cancelled' THEN 0 ELSE i.amount END, s.revenue)
        ) part (what, told, found)
      WHERE i.tenant_id = ${tenantId} AND part.told IS DISTINCT FROM part.found`,
  },
  {
    code: 'invoice_state',
    differences: (tenantId) => sql`
      SELECT i.number AS invoice, i.state, i.currency, i.open AS told, count(c.id) AS cases
      FROM invoices i LEFT JOIN cases c ON c.tenant_id = i.tenant_id AND c.invoice_id = i.id AND c.active
      WHERE i.tenant_id = ${tenantId}
      GROUP BY i.number, i.state, i.currency, i.open, i.case_id, i.id
      HAVING NOT CASE i.state
        WHEN 'open' THEN i.open > 0 AND count(c.id) = 0
        WHEN 'collection' THEN i.open > 0 AND count(c.id) = 1 AND min(c.id::text) = i.case_id::text
        ELSE i.open = 0 END`,
  },
  {
    code: 'invoice_place',
    differences: (tenantId) => sql`
      WITH stands AS (
        SELECT i.id, i.number, (i.dunning_level * 16 + array_position(${PLACES}::text[], i.standing) - 1)::smallint AS place, i.due_date, i.practice_id FROM invoices i WHERE i.tenant_id = ${tenantId}
      ), listed AS (
        SELECT invoice_id AS id, place, due_date, practice_id FROM invoice_places WHERE tenant_id = ${tenantId}
      ), both_sides AS (
        (SELECT id, place, due_date, practice_id FROM stands EXCEPT ALL SELECT * FROM listed)
        UNION (SELECT * FROM listed EXCEPT ALL SELECT id, place, due_date, practice_id FROM stands))
      SELECT DISTINCT coalesce(s.number, b.id::text) AS invoice FROM both_sides b LEFT JOIN stands s USING (id)`,
  },
]
