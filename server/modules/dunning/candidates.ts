// The next debtors of a run with everything that is decided on: one statement that walks the debtors in the order of their ids,
// takes those with something overdue that may be due for a step, and locks their claims until the transaction ends.

import { type RawBuilder, sql } from 'kysely'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { DunningPolicy } from '@mahnwerk/core/dunning'
import { practiceFilter } from '../../auth/principal.ts'
import type { Context } from '../../http/index.ts'
import { INVOICE_COLUMNS, type Invoice, type InvoiceRow, invoiceOf } from '../invoices/index.ts'

export type Candidate = {
  readonly invoice: Invoice
  /** The hash of the last event of the claim's history. */
  readonly hash: Uint8Array
  readonly hasEmail: boolean
  readonly hasAddress: boolean
}

/** Debtors of one chunk; some five claims each. */
export const DEBTORS_AT_ONCE = 1_500

type Row = InvoiceRow & { readonly hash: Buffer; readonly has_email: boolean; readonly has_address: boolean }

/**
 * Open, overdue claims of the debtors behind `after`, those of one debtor together, oldest first. Coarse on purpose: whether a
 * step is due is decided by core. Empty at the end.
 */
export async function nextCandidates(
  context: Context,
  policy: DunningPolicy,
  after: string | undefined,
  excluded: readonly string[],
): Promise<readonly Candidate[]> {
  const { trx, tenantId } = context
  const { rows } = await sql<Row>`
    WITH next AS (
      SELECT DISTINCT i.debtor_id FROM invoices i
      WHERE i.tenant_id = ${tenantId} AND i.debtor_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
        AND ${ripe(context, policy)} AND i.debtor_id <> ALL (${excluded}::uuid[])
      ORDER BY i.debtor_id LIMIT ${DEBTORS_AT_ONCE}
    )
    SELECT ${INVOICE_COLUMNS}, e.hash, coalesce(d.email, '') <> '' AS has_email,
      d.street <> '' AND d.post_code <> '' AND d.city <> '' AS has_address
    FROM next
    JOIN invoices i ON i.tenant_id = ${tenantId} AND i.debtor_id = next.debtor_id
    JOIN debtors d ON d.tenant_id = ${tenantId} AND d.id = i.debtor_id
    JOIN events e ON e.tenant_id = ${tenantId} AND e.stream = 'invoice' AND e.stream_id = i.id AND e.version = i.version
    WHERE ${ripe(context, policy)}
    ORDER BY i.debtor_id, i.due_date, i.id
    FOR UPDATE OF i`.execute(trx)
  return rows.map((row) => ({
    invoice: invoiceOf(row),
    hash: row.hash,
    hasEmail: row.has_email,
    hasAddress: row.has_address,
  }))
}

function ripe({ today, principal }: Context, policy: DunningPolicy): RawBuilder<boolean> {
  const days = policy.steps.map((step) => Math.max(step.afterDays, 1))
  const practices = practiceFilter(principal)
  const dueBefore = before(today, policy.steps[0]?.afterDays ?? 1)
  return sql<boolean>`i.state = 'open' AND i.open > 0 AND i.currency = ${policy.currency}
    AND i.due_date <= ${dueBefore}::date
    AND (i.last_notice_on IS NULL OR i.last_notice_on <= ${before(today, Math.min(...days))}::date)
    AND (${practices}::uuid[] IS NULL OR i.practice_id = ANY (${practices}::uuid[]))`
}

function before(today: LocalDate, days: number): LocalDate {
  return addDays(today, -Math.max(days, 1))
}
