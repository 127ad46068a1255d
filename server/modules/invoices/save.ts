// One invoice, taken for change and saved with its history. Every module that moves money on an invoice goes through here:
// the row stays locked until the transaction ends, and its version counts the events of its stream.

import { type Claim, LAST_LEVEL, type Standing, standingOf } from '@mahnwerk/core/claims'
import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type EventRow, type NewEvent, announce, appendEvents } from '../../events/index.ts'
import { type Context, notFound } from '../../http/index.ts'
import { lastLevelFor } from './ladders.ts'
import { type Move, movePlaces, placeIn } from './places.ts'
import { INVOICE_COLUMNS, type Invoice, type InvoiceRow, invoiceOf } from './row.ts'

/** Locks the invoice until the end of the transaction. Throws Refused (404) where the principal may not see it. */
export async function lockInvoice(context: Context, id: string): Promise<Invoice> {
  return read(context, id, sql`FOR UPDATE`)
}

/** As lockInvoice, for those who only read. */
export async function loadInvoice(context: Context, id: string): Promise<Invoice> {
  return read(context, id, sql``)
}

async function read({ trx, tenantId, principal }: Context, id: string, lock: ReturnType<typeof sql>): Promise<Invoice> {
  const { rows } = await sql<InvoiceRow>`
    SELECT ${INVOICE_COLUMNS} FROM invoices i
    WHERE i.tenant_id = ${tenantId} AND i.id = ${id}
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR i.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
    ${lock}`.execute(trx)
  if (!rows[0]) throw notFound('invoice')
  return invoiceOf(rows[0])
}

/** What may change on an invoice. A key given as undefined is emptied. */
export type InvoiceChanges = Partial<
  Pick<Claim, 'state' | 'open' | 'overpaid' | 'writtenOff' | 'marker' | 'dunningLevel'> & {
    readonly lastNoticeOn: Invoice['lastNoticeOn'] | undefined
    readonly caseId: string | undefined
    readonly partner: string | undefined
    readonly partnerCaseNumber: string | undefined
  }
>

/**
 * Appends the events to the stream of a locked invoice and saves what they changed. Transfers are posted by the caller
 * under the ids of the returned events. Tells the open pages at commit.
 */
export async function saveInvoice(
  context: Context,
  invoice: Invoice,
  changes: InvoiceChanges,
  events: readonly NewEvent[],
): Promise<{ readonly invoice: Invoice; readonly events: readonly EventRow[] }> {
  const { trx, tenantId } = context
  const appended = await appendEvents(trx, context, 'invoice', invoice.id, invoice.version, events)
  const next = merged(invoice, changes, invoice.version + appended.length)
  const { rows } = await sql<Move>`
    UPDATE invoices i SET
      state = ${next.state}, principal_open = ${next.open.principal}, charges_open = ${next.open.charges},
      interest_open = ${next.open.interest}, costs_open = ${next.open.costs}, overpaid = ${next.overpaid},
      written_off = ${next.writtenOff}, standing = ${await standing(context, next)},
      marker = ${next.marker.kind}, marker_until = ${markerDay(next)},
      marker_note = ${'note' in next.marker ? next.marker.note : null}, dunning_level = ${next.dunningLevel},
      last_notice_on = ${next.lastNoticeOn ?? null}, case_id = ${next.caseId ?? null},
      partner_name = ${next.partner ?? null}, partner_case_number = ${next.partnerCaseNumber ?? null},
      version = ${next.version}
    FROM invoices was
    WHERE i.tenant_id = ${tenantId} AND i.id = ${invoice.id} AND i.version = ${invoice.version}
      AND was.tenant_id = i.tenant_id AND was.id = i.id
    RETURNING i.id, i.due_date AS "dueDate", ${placeIn(sql`was`)} AS from, ${placeIn(sql`i`)} AS to`.execute(trx)
  if (rows.length !== 1) throw new Error(`invoice ${invoice.id} was not locked before it was saved`)
  await movePlaces(context, rows)
  await announce(trx, { tenantId, topic: 'invoice', id: invoice.id, practiceId: invoice.practiceId })
  return { invoice: next, events: appended }
}

function merged(invoice: Invoice, changes: InvoiceChanges, version: number): Invoice {
  const next: Record<string, unknown> = { ...invoice, ...changes, version }
  for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key]
  return next as Invoice // only optional keys can be given as undefined, all others keep a value of their type
}

async function standing(context: Context, invoice: Invoice): Promise<Standing> {
  // Without a notice no level is the last one.
  const lastLevel = invoice.dunningLevel === 0 ? LAST_LEVEL : await lastLevelFor(context, invoice.debtorId)
  return standingOf(invoice, lastLevel)
}

function markerDay({ marker }: Invoice): string | null {
  if (marker.kind === 'hold') return marker.until
  return marker.kind === 'promised' ? marker.by : null
}
