// Rows and one whole invoice as the API tells them.

import { type ConnectionFacts } from '@mahnwerk/core/claims'
import { sql } from 'kysely'
import type { z } from 'zod'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import { sentenceOf } from '../../http/texts.ts'
import { loadDebtor } from '../debtors/index.ts'
import { documentsOfInvoice } from '../documents/index.ts'
import { activeConnection } from '../partners/index.ts'
import { type Possible, possibleActions } from './actions.ts'
import { markerBefore } from './commands.ts'
import { readHistory } from './history.ts'
import { loadLadders } from './ladders.ts'
import { type Around, LIST_COLUMNS, LIST_JOINS, type ListRow, listed } from './list/row.ts'
import type { invoiceRowSchema, invoiceSchema } from './schemas.ts'

export type RowAnswer = z.output<typeof invoiceRowSchema>
export type InvoiceAnswer = z.output<typeof invoiceSchema>
type Locale = Parameters<typeof sentenceOf>[2]

export async function rowAnswers(context: Context, rows: readonly ListRow[]): Promise<RowAnswer[]> {
  const around = await aroundOf(context)
  return rows.map((row) => rowAnswer(row, around))
}

/** The rows of those invoices that the principal may see. */
export async function rowsOf(context: Context, ids: readonly string[]): Promise<RowAnswer[]> {
  const practices = practiceFilter(context.principal)
  const { rows } = await sql<ListRow>`
    SELECT ${LIST_COLUMNS} FROM invoices i ${LIST_JOINS}
    WHERE i.tenant_id = ${context.tenantId} AND i.id = ANY (${ids}::uuid[])
      AND (${practices}::uuid[] IS NULL OR i.practice_id = ANY (${practices}::uuid[]))`.execute(context.trx)
  return rowAnswers(context, rows)
}

/** The row of one invoice. Throws Refused (404) where the principal may not see it. */
export async function oneRowAnswer(context: Context, id: string): Promise<RowAnswer> {
  return rowAnswer(await loadRow(context, id), await aroundOf(context))
}

export async function invoiceAnswer(context: Context, id: string, locale: Locale): Promise<InvoiceAnswer> {
  const { trx, tenantId, principal, today } = context
  const row = await loadRow(context, id)
  const around = await aroundOf(context)
  const { connection } = around
  const { invoice, readiness } = listed(row, around)
  const debtor = await loadDebtor(context, invoice.debtorId)
  const facts = { minimum: connection?.principalMin ?? 0, country: debtor.address.country, currency: invoice.currency }
  const given = {
    invoice,
    readiness,
    facts,
    markerBefore: await markerBefore(context, id),
    rights: principal.rights,
    today,
  }
  const payments = await sql<InvoiceAnswer['payments'][number]>`
    SELECT id, received_by AS "receivedBy", method, amount, received_on AS "receivedOn", recorded_at AS "recordedAt", report,
      reported_at AS "reportedAt", reversed_at AS "reversedAt"
    FROM payments WHERE tenant_id = ${tenantId} AND invoice_id = ${id} ORDER BY received_on DESC, id DESC`.execute(trx)
  return {
    ...rowAnswer(row, around),
    subject: invoice.subject,
    source: invoice.source,
    openByComponent: invoice.open,
    debtor,
    payments: payments.rows,
    documents: await documentsOfInvoice(context, id),
    history: principal.rights.has('history.read') ? await readHistory(context, id) : [],
    actions: possibleActions(given).map((possible) => actionAnswer(possible, locale)),
  }
}

async function loadRow({ trx, tenantId, principal }: Context, id: string): Promise<ListRow> {
  const { rows } = await sql<ListRow>`
    SELECT ${LIST_COLUMNS} FROM invoices i ${LIST_JOINS}
    WHERE i.tenant_id = ${tenantId} AND i.id = ${id}
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR i.practice_id = ANY (${practiceFilter(principal)}::uuid[]))`.execute(
    trx,
  )
  if (!rows[0]) throw notFound('invoice')
  return rows[0]
}

async function aroundOf(context: Context): Promise<Around> {
  return { today: context.today, ladders: await loadLadders(context), connection: await connectionFacts(context) }
}

async function connectionFacts(context: Context): Promise<ConnectionFacts | undefined> {
  const connection = await activeConnection(context)
  return connection && { state: connection.state, ...connection.profile }
}

function rowAnswer(row: ListRow, around: Around): RowAnswer {
  const { invoice, open, status, nextStep, readiness, daysOverdue, hold } = listed(row, around)
  const { subject: _subject, source: _source, open: _open, ...fields } = invoice
  return {
    ...fields,
    open,
    status,
    nextStep,
    readiness,
    ...(daysOverdue === undefined ? {} : { daysOverdue }),
    ...(hold === undefined ? {} : { hold }),
  }
}

function actionAnswer({ action, reason }: Possible, locale: Locale): InvoiceAnswer['actions'][number] {
  if (reason === undefined) return { action, allowed: true }
  return { action, allowed: false, reason: { code: reason.code, ...sentenceOf(reason.code, reason.facts, locale) } }
}
