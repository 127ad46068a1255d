// What follows inside when a message was delivered, or finally not: a payment is "gemeldet", a refused handover goes back
// to the creditor with the partner's words.

import { sql } from 'kysely'
import type { NewsBody } from '@mahnwerk/core/cases'
import { applyNews } from '@mahnwerk/core/cases'
import { announce, appendEvents } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'
import type { AfterDelivery, OutboxMessage } from '../../outbox/index.ts'
import { lockInvoice, saveInvoice } from '../invoices/index.ts'
import { noteReport } from '../payments/index.ts'
import { raiseTask } from '../tasks/index.ts'
import { carryOut } from './effects.ts'
import { invoiceAfter } from './invoice-after.ts'
import { type CaseRow, lockCase, saveCase } from './store.ts'

export const afterDelivery: AfterDelivery = {
  delivered: async (context, message) => {
    if (message.kind === 'payment.report') await noteReport(context, message.payload.payment.paymentId, 'reported')
    await announce(context.trx, { tenantId: context.tenantId, topic: 'case', id: message.lane })
  },
  dead: async (context, message, reason) => {
    if (message.kind === 'claim.submit') return handoverRefused(context, message.lane, reason)
    if (message.kind === 'payment.report') await noteReport(context, message.payload.payment.paymentId, 'rejected')
    await noteDead(context, message, reason)
  },
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
  await saveInvoice(context, invoice, invoiceAfter(invoice, outcome.case, outcome.money, false), [
    { type: 'invoice.returned_from_partner', data: { caseId, reason } },
  ])
}

async function invoiceOfCase(context: Context, caseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ invoiceId: string }>`
    SELECT invoice_id AS "invoiceId" FROM cases WHERE tenant_id = ${context.tenantId} AND id = ${caseId}`.execute(
    context.trx,
  )
  return rows[0]?.invoiceId
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
  await raiseTask(context, {
    kind: 'message_undeliverable',
    cause: `message_undeliverable:${message.id}`,
    facts: { case: row.number, kind: message.kind, reason },
    link: `/faelle/${row.id}`,
    practiceId: row.practiceId,
  })
}
