// News from a partner: written to the inbox once, applied in the sender's order, in one transaction with everything that
// follows. A repeat is counted and does nothing; what came too early waits for what is missing.

import { sql } from 'kysely'
import { type Case, type News, applyNews } from '@mahnwerk/core/cases'
import type { Context } from '../../http/index.ts'
import { post } from '../ledger/index.ts'
import { type Invoice, type InvoiceChanges, lockInvoice, saveInvoice } from '../invoices/index.ts'
import { followAttempt } from './attempt.ts'
import { invoiceAfter } from './invoice-after.ts'
import { carryOut, knownCostFor, knownPaymentFor, knownQuestionFor } from './effects.ts'
import { type CaseRow, lockCase, otherActive, saveCase } from './store.ts'

export type Ingested =
  | { readonly kind: 'applied'; readonly through: number }
  | { readonly kind: 'repeated' }
  /** Kept; `missingFrom` is the first sequence that has not come. */
  | { readonly kind: 'waiting'; readonly missingFrom: number }
  | { readonly kind: 'unknown_case' }

export type Channel = 'webhook' | 'poll'

export async function ingestNews(
  context: Context,
  connectionId: string,
  news: News,
  channel: Channel,
): Promise<Ingested> {
  const invoiceId = await invoiceOf(context, connectionId, news.claimRef)
  if (invoiceId === undefined) return { kind: 'unknown_case' }
  const invoice = await lockInvoice(context, invoiceId)
  const row = await lockCase(context, news.claimRef)
  if (!row) return { kind: 'unknown_case' }
  if (!(await keep(context, connectionId, news, channel))) return { kind: 'repeated' }
  const through = await drain(context, row, invoice)
  return through === row.state.lastSequence
    ? { kind: 'waiting', missingFrom: through + 1 }
    : { kind: 'applied', through }
}

async function invoiceOf(context: Context, connectionId: string, caseId: string): Promise<string | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(caseId)) return undefined
  const { rows } = await sql<{ invoiceId: string }>`
    SELECT invoice_id AS "invoiceId" FROM cases
    WHERE tenant_id = ${context.tenantId} AND id = ${caseId} AND connection_id = ${connectionId}`.execute(context.trx)
  return rows[0]?.invoiceId
}

// False for a repeat: the same message id, or a sequence that another message already has.
async function keep(context: Context, connectionId: string, news: News, channel: Channel): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO inbox (tenant_id, connection_id, message_id, case_id, sequence, body, state, channel, received_at)
    VALUES (${context.tenantId}, ${connectionId}, ${news.eventId}, ${news.claimRef}, ${news.sequence}, ${JSON.stringify(news)},
      'waiting', ${channel}, ${context.recordedAt}) ON CONFLICT DO NOTHING`.execute(context.trx)
  if (numAffectedRows === 1n) return true
  await sql`
    UPDATE inbox SET repeats = repeats + 1
    WHERE tenant_id = ${context.tenantId} AND connection_id = ${connectionId} AND message_id = ${news.eventId}`.execute(
    context.trx,
  )
  return false
}

/** Applies everything that waits and is next; returns the last sequence applied. */
async function drain(context: Context, row: CaseRow, invoice: Invoice): Promise<number> {
  let current = row
  let money = invoice
  for (;;) {
    const next = await waitingAt(context, row.id, current.state.lastSequence + 1)
    if (!next) return current.state.lastSequence
    ;[current, money] = await apply(context, current, money, next)
    await sql`
      UPDATE inbox SET state = 'applied', applied_at = ${context.recordedAt}
      WHERE tenant_id = ${context.tenantId} AND case_id = ${row.id} AND sequence = ${next.sequence}`.execute(
      context.trx,
    )
  }
}

async function waitingAt(context: Context, caseId: string, sequence: number): Promise<News | undefined> {
  const { rows } = await sql<{ body: News }>`
    SELECT body FROM inbox
    WHERE tenant_id = ${context.tenantId} AND case_id = ${caseId} AND sequence = ${sequence} AND state = 'waiting'`.execute(
    context.trx,
  )
  return rows[0]?.body
}

async function apply(context: Context, row: CaseRow, invoice: Invoice, news: News): Promise<[CaseRow, Invoice]> {
  const body = inCurrency(news, row)
  const known = await knownPaymentFor(context, row.id, body)
  const cost = await knownCostFor(context, row.id, body)
  const question = await knownQuestionFor(context, row.id, body)
  const other = await otherActive(context, row)
  const before = {
    case: row.state,
    money: { open: invoice.open, overpaid: invoice.overpaid },
    today: context.today,
    otherActive: other,
    ...(known === undefined ? {} : { knownPayment: known }),
    ...(cost === undefined ? {} : { knownCost: cost }),
    ...(question === undefined ? {} : { knownQuestion: question }),
  }
  const outcome = applyNews(before, body)
  const state = { ...outcome.case, lastSequence: news.sequence }
  const { type, ...data } = body
  const said = {
    ...data,
    sequence: news.sequence,
    saidAt: news.occurredAt,
    ...(news.rawCode === undefined ? {} : { rawCode: news.rawCode }),
  }
  const settled = row.state.questionsOpen - state.questionsOpen
  const over = outcome.effects.some(({ kind }) => kind === 'stop_waiting')
  const [event] = await saveCase(context, row, state, outcome.money, [
    { type, data: { ...said, ...(over && settled > 0 ? { questionsSettled: settled } : {}) } },
  ])
  if (!event) throw new Error('news without its event')
  const paymentId = await carryOut(context, row, outcome.effects)
  await post(
    context.trx,
    context.tenantId,
    context.newId,
    outcome.transfers.map((transfer) => ({
      transfer,
      eventId: event.id,
      invoiceId: row.state.invoiceId,
      caseId: row.id,
      ...(paymentId === undefined ? {} : { paymentId }),
    })),
  )
  const after = { ...invoiceAfter(invoice, state, outcome.money, other), ...(await atPartner(context, row, state)) }
  const saved = await saveInvoice(context, invoice, after, [])
  const followed = await followAttempt(context, row, state, saved.invoice)
  return [{ ...row, state, version: row.version + 1 }, followed]
}

// Amounts in another currency than the claim's are no amounts of this ledger: kept and shown, never booked.
function inCurrency({ body, currency }: News, row: CaseRow): News['body'] {
  if (currency === row.state.currency || !('amount' in body || 'split' in body)) return body
  return { type: 'unknown', rawType: `${body.type} (${currency})`, raw: JSON.stringify(body) }
}

/** What the invoice shows of the case that works on it: an earlier one may have come back to life. */
async function atPartner({ trx, tenantId }: Context, row: CaseRow, state: Case): Promise<InvoiceChanges> {
  if (state.processing.kind !== 'accepted') return {}
  const { caseNumber } = state.processing
  if (row.state.processing.kind === 'accepted' && row.state.processing.caseNumber === caseNumber) return {}
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM connections WHERE tenant_id = ${tenantId} AND id = ${state.connectionId}`.execute(trx)
  return { caseId: row.id, partner: rows[0]?.name, partnerCaseNumber: caseNumber }
}
