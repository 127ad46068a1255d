// What follows inside when a message was delivered, or finally not: a payment is "gemeldet", a refused handover goes back
// to the creditor with the partner's words.

import { sql } from 'kysely'
import type { NewsBody } from '@mahnwerk/core/cases'
import { applyNews } from '@mahnwerk/core/cases'
import { announce, appendEvents } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'
import type { AfterDelivery, OutboxMessage } from '../../outbox/index.ts'
import { lockInvoice, saveInvoice } from '../invoices/index.ts'
import { restTask } from '../partners/index.ts'
import { noteReport } from '../payments/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import { followAttempt } from './attempt.ts'
import { carryOut } from './effects.ts'
import { invoiceAfter } from './invoice-after.ts'
import { type CaseRow, lockCase, practiceOf, saveCase } from './store.ts'

export const afterDelivery: AfterDelivery = {
  delivered: async (context, message) => {
    if (message.kind === 'payment.report') await noteReport(context, message.payload.payment.paymentId, 'reported')
    await settleTask(context, undelivered(message))
    await announceCase(context, message.lane, await practiceOf(context, message.lane))
  },
  dead: async (context, message, reason) => {
    if (message.kind === 'claim.submit') return handoverRefused(context, message.lane, reason)
    if (message.kind === 'payment.report') await noteReport(context, message.payload.payment.paymentId, 'rejected')
    if (message.kind === 'case.pause') return restRefused(context, message.lane, reason)
    await noteDead(context, message, reason)
  },
  late: async (context, message, reason) => {
    const row = await lockCase(context, message.lane)
    if (row) await raiseUndelivered(context, row, message, reason)
  },
}

/** One task per message, while it does not arrive. */
function undelivered(message: OutboxMessage): string {
  return `message_undeliverable:${message.id}`
}

async function raiseUndelivered(context: Context, row: CaseRow, message: OutboxMessage, reason: string): Promise<void> {
  await raiseTask(context, {
    kind: 'message_undeliverable',
    cause: undelivered(message),
    facts: { case: row.number, kind: message.kind, reason },
    link: `/faelle/${row.id}`,
    practiceId: row.practiceId,
  })
}

async function announceCase({ trx, tenantId }: Context, id: string, practiceId: string): Promise<void> {
  await announce(trx, { tenantId, topic: 'case', id, practiceId })
}

// The partner never took it: the same as its own rejection, said by us.
async function handoverRefused(context: Context, caseId: string, reason: string): Promise<void> {
  const found = await invoiceOfCase(context, caseId)
  if (found === undefined) return
  const invoice = await lockInvoice(context, found)
  const row = await lockCase(context, caseId)
  if (!row || row.state.processing.kind !== 'sent') return
  const body: NewsBody = { type: 'case.rejected', reason: 'other', text: reason, repairable: true }
  const money = { open: invoice.open, overpaid: invoice.overpaid }
  const outcome = applyNews({ case: row.state, money, today: context.today }, body)
  const { type, ...data } = body
  await saveCase(context, row, outcome.case, outcome.money, [{ type, data }])
  await carryOut(context, row, outcome.effects)
  const saved = await saveInvoice(context, invoice, invoiceAfter(invoice, outcome.case, outcome.money, false), [
    { type: 'invoice.returned_from_partner', data: { caseId, reason } },
  ])
  await followAttempt(context, row, outcome.case, saved.invoice)
}

async function invoiceOfCase(context: Context, caseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ invoiceId: string }>`
    SELECT invoice_id AS "invoiceId" FROM cases WHERE tenant_id = ${context.tenantId} AND id = ${caseId}`.execute(
    context.trx,
  )
  return rows[0]?.invoiceId
}

// It does not rest by a message: somebody has to talk to it.
async function restRefused(context: Context, caseId: string, reason: string): Promise<void> {
  const row = await lockCase(context, caseId)
  if (!row) return
  const { rows } = await sql<{ debtor: string; partner: string }>`
    SELECT c.debtor_name AS debtor, k.name AS partner
    FROM cases c JOIN connections k ON k.tenant_id = c.tenant_id AND k.id = c.connection_id
    WHERE c.tenant_id = ${context.tenantId} AND c.id = ${caseId}`.execute(context.trx)
  await raiseTask(context, {
    kind: 'rest_refused',
    cause: restTask(caseId),
    facts: { case: row.number, reason, ...rows[0] },
    link: `/faelle/${caseId}`,
    practiceId: row.practiceId,
  })
  await announceCase(context, caseId, row.practiceId)
}

async function noteDead(context: Context, message: OutboxMessage, reason: string): Promise<void> {
  const row: CaseRow | undefined = await lockCase(context, message.lane)
  if (!row) return
  await appendEvents(context.trx, context, 'case', row.id, row.version, [
    { type: 'message.undeliverable', data: { kind: message.kind, messageId: message.id, reason } },
  ])
  await sql`
    UPDATE cases SET version = version + 1 WHERE tenant_id = ${context.tenantId} AND id = ${row.id}`.execute(
    context.trx,
  )
  await announceCase(context, row.id, row.practiceId)
  await raiseUndelivered(context, row, message, reason)
}
