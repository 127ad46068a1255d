// The invoice of a statement: by its own id, or by that of a case.

import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import { type Invoice, loadInvoice } from '../invoices/index.ts'

export type CaseOfClaim = { readonly id: string; readonly number: string; readonly invoices: readonly Invoice[] }

/** A case with the invoices that were handed over in it. Throws Refused (404) where the principal may not see it. */
export async function loadCase(context: Context, id: string): Promise<CaseOfClaim> {
  const practices = practiceFilter(context.principal)
  const { rows } = await sql<{ number: string; invoiceId: string }>`
    SELECT number, invoice_id AS "invoiceId" FROM cases WHERE tenant_id = ${context.tenantId} AND id = ${id}
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(context.trx)
  const [found] = rows
  if (!found) throw notFound('case')
  return { id, number: found.number, invoices: [await loadInvoice(context, found.invoiceId)] }
}
