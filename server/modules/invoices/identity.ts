// An invoice is known again by who issued it, its number and its date. The unique constraint on them decides between
// two that come at the same moment.

import { type InvoiceDraft, LAST_LEVEL, standingOf } from '@mahnwerk/core/claims'
import { sql } from 'kysely'
import type { Context } from '../../http/index.ts'
import { settleStandings } from './ladders.ts'
import { insertPlaces } from './places.ts'
import type { NewInvoice } from './record.ts'
import type { InvoiceSource } from './row.ts'

export function identityOf(invoice: Pick<InvoiceDraft, 'sellerKey' | 'number' | 'invoiceDate'>): string {
  return JSON.stringify([invoice.sellerKey, invoice.number, invoice.invoiceDate])
}

type Found = { readonly id: string; readonly practiceId: string }

/** The invoices that are already there, by identityOf: of the whole tenant, not only of the principal's practices. */
export async function findByIdentity(
  { trx, tenantId }: Context,
  drafts: readonly InvoiceDraft[],
): Promise<ReadonlyMap<string, Found>> {
  if (drafts.length === 0) return new Map()
  const { rows } = await sql<Found & Pick<InvoiceDraft, 'sellerKey' | 'number' | 'invoiceDate'>>`
    SELECT i.id, i.practice_id AS "practiceId", i.seller_key AS "sellerKey", i.number, i.invoice_date AS "invoiceDate"
    FROM unnest(${drafts.map((draft) => draft.sellerKey)}::text[], ${drafts.map((draft) => draft.number)}::text[],
      ${drafts.map((draft) => draft.invoiceDate)}::date[]) AS given (seller_key, number, invoice_date)
    JOIN invoices i ON i.tenant_id = ${tenantId} AND i.seller_key = given.seller_key AND i.number = given.number
      AND i.invoice_date = given.invoice_date`.execute(trx)
  return new Map(rows.map((row) => [identityOf(row), { id: row.id, practiceId: row.practiceId }]))
}

/** Inserts what nobody else inserted meanwhile; returns the ids that are new. */
export async function insertInvoices(
  context: Context,
  practiceId: string,
  source: InvoiceSource,
  invoices: readonly NewInvoice[],
): Promise<ReadonlySet<string>> {
  // In one order, so that two imports of the same file wait for each other instead of dead-locking.
  const ordered = invoices.toSorted((a, b) => (a.identity < b.identity ? -1 : 1))
  const column = <Value>(read: (invoice: NewInvoice) => Value): Value[] => ordered.map(read)
  const { rows } = await sql<{ id: string }>`
    INSERT INTO invoices (tenant_id, practice_id, source, created_at, state, version, id, debtor_id, debtor_name, seller_key,
      number, invoice_date, due_date, service_date, currency, amount, principal_open, subject, dunning_level, last_notice_on,
      standing)
    SELECT ${context.tenantId}::uuid, ${practiceId}::uuid, ${source}::text, ${context.now}::timestamptz, 'open', 1, *
    FROM unnest(
      ${column(({ id }) => id)}::uuid[], ${column(({ debtor }) => debtor.id)}::uuid[],
      ${column(({ debtor }) => debtor.listName)}::text[], ${column(({ draft }) => draft.sellerKey)}::text[],
      ${column(({ draft }) => draft.number)}::text[], ${column(({ draft }) => draft.invoiceDate)}::date[],
      ${column(({ draft }) => draft.dueDate)}::date[], ${column(({ draft }) => draft.serviceDate ?? null)}::date[],
      ${column(({ draft }) => draft.currency)}::text[], ${column(({ draft }) => draft.amount)}::bigint[],
      ${column(({ recorded }) => recorded.claim.open.principal)}::bigint[], ${column(({ draft }) => draft.subject)}::text[],
      ${column(({ recorded }) => recorded.claim.dunningLevel)}::integer[],
      ${column(({ recorded }) => recorded.claim.lastNoticeOn ?? null)}::date[],
      ${column(({ recorded }) => standingOf(recorded.claim, LAST_LEVEL))}::text[])
    ON CONFLICT (tenant_id, seller_key, number, invoice_date) DO NOTHING
    RETURNING id`.execute(context.trx)
  const ids = rows.map(({ id }) => id)
  await insertPlaces(context, ids)
  // Which level was the last one, the policy of the debtor says.
  if (ordered.some(({ recorded }) => recorded.claim.dunningLevel > 0))
    await settleStandings(context, sql`i.id = ANY (${ids}::uuid[])`)
  return new Set(ids)
}
