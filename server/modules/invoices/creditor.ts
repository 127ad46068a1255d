// What the creditor's own settings say where an invoice's source says nothing: who issued it, when it is due, where it belongs.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { sellerKey } from '@mahnwerk/core/claims'
import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound, refused } from '../../http/index.ts'

export type Creditor = {
  readonly sellerKey: string
  /** Days from the invoice date to the due date. */
  readonly paymentTermDays: number
  readonly country: string
}

export async function readCreditor({ trx, tenantId }: Context): Promise<Creditor> {
  const { rows } = await sql<{ vatId: string | null; name: string; paymentTermDays: number; country: string }>`
    SELECT vat_id AS "vatId", legal_name AS name, payment_term_days AS "paymentTermDays", country
    FROM tenants WHERE tenant_id = ${tenantId}`.execute(trx)
  const row = rows[0]
  if (!row) throw new Error(`tenant ${tenantId} is not there`)
  const { vatId, name, paymentTermDays, country } = row
  return { sellerKey: sellerKey(vatId === null ? { name } : { vatId, name }), paymentTermDays, country }
}

/** The due date as told, else by the creditor's terms; the latter is marked. */
export function dueBy(
  { paymentTermDays }: Creditor,
  invoiceDate: LocalDate,
  told: LocalDate | undefined,
): { readonly dueDate: LocalDate; readonly dueFromTerms?: true } {
  return told === undefined ? { dueDate: addDays(invoiceDate, paymentTermDays), dueFromTerms: true } : { dueDate: told }
}

/** The practice named, or the only one the principal has. Throws Refused where it is another's, or where there are several. */
export async function choosePractice(
  { trx, tenantId, principal }: Context,
  named: string | undefined,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM practices WHERE tenant_id = ${tenantId}
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR id = ANY (${practiceFilter(principal)}::uuid[]))
      AND (${named ?? null}::uuid IS NULL OR id = ${named ?? null}::uuid)
    LIMIT 2`.execute(trx)
  const [only, other] = rows
  if (only === undefined) throw notFound('practice')
  if (other !== undefined) throw refused('practice_needed')
  return only.id
}
