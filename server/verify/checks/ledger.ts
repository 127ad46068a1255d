// The ledger: every transfer stands beside an event of its own invoice or case, names accounts of its own invoice, and the
// accounts that several invoices share hold what the payments say.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const LEDGER_CHECKS: readonly Check[] = [
  {
    code: 'transfer_of_other_event',
    differences: (tenantId) => sql`
      SELECT t.id FROM transfers t LEFT JOIN events e ON e.tenant_id = t.tenant_id AND e.id = t.event_id
      WHERE t.tenant_id = ${tenantId} AND (e.id IS NULL OR NOT (
        (e.stream = 'invoice' AND e.stream_id = t.invoice_id) OR (e.stream = 'case' AND e.stream_id = t.case_id)))`,
  },
  {
    code: 'transfer_of_other_invoice',
    differences: (tenantId) => sql`
      SELECT t.id, i.number AS invoice FROM transfers t
        LEFT JOIN invoices i ON i.tenant_id = t.tenant_id AND i.id = t.invoice_id
      WHERE t.tenant_id = ${tenantId} AND (i.id IS NULL OR t.currency <> i.currency
        OR (t.debit ~ '^(debtor|overpaid):' AND right(t.debit, 36) <> i.id::text)
        OR (t.credit ~ '^(debtor|overpaid):' AND right(t.credit, 36) <> i.id::text))`,
  },
  {
    // Bank, cash book and card hold the creditor's payments; a partner holds the parts of its payments that are not its own.
    code: 'account_balance',
    differences: (tenantId) => sql`
      WITH balances AS (
        SELECT account, currency, sum(amount)::bigint AS balance FROM (
          SELECT debit AS account, currency, amount FROM transfers WHERE tenant_id = ${tenantId}
          UNION ALL SELECT credit, currency, -amount FROM transfers WHERE tenant_id = ${tenantId}) moved
        WHERE account IN ('bank', 'cash', 'card') OR account LIKE 'held_by_partner:%' GROUP BY account, currency
      ), received AS (
        SELECT CASE WHEN p.received_by <> 'creditor' THEN 'held_by_partner:' || c.connection_id
            WHEN p.method IN ('cash', 'card') THEN p.method ELSE 'bank' END AS account, p.currency,
          sum(CASE WHEN p.received_by = 'creditor' THEN p.amount ELSE p.amount - p.to_costs END)::bigint AS balance
        FROM payments p LEFT JOIN cases c ON c.tenant_id = p.tenant_id AND c.id = p.case_id
        WHERE p.tenant_id = ${tenantId} AND p.reversed_at IS NULL GROUP BY 1, 2)
      SELECT account, currency, coalesce(b.balance, 0) AS told, coalesce(r.balance, 0) AS found
      FROM balances b FULL JOIN received r USING (account, currency)
      WHERE coalesce(b.balance, 0) <> coalesce(r.balance, 0)`,
  },
]
