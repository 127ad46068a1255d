// Takes back a direct payment recorded by mistake or returned by the bank: answering transfers, the payment stays on record
// as reversed, and the partner that was told of it is told of this too, also when it has closed its case since.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type Amounts, fromDebtor, transfer } from '@mahnwerk/core/ledger'
import { subtract } from '@mahnwerk/core/money'
import { type DirectMethod, answerTransfers, increase, receivingAccount, totalOf } from '@mahnwerk/core/payments'
import { practiceFilter } from '../../auth/principal.ts'
import { announce } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import { enqueue } from '../../outbox/index.ts'
import { type Invoice, lockInvoice, saveInvoice } from '../invoices/index.ts'
import { post } from '../ledger/index.ts'
import { type CaseOfInvoice, lockActiveCase, lockCaseOf, notePaid } from './active-case.ts'
import { bookedParts } from './booked.ts'
import { useCrossedSurplus } from './crossed.ts'

type Row = {
  readonly id: string
  readonly invoiceId: string
  readonly caseId: string | null
  readonly receivedBy: string
  readonly method: DirectMethod
  readonly receivedOn: LocalDate
  readonly amount: number
  readonly report: 'not_needed' | 'pending' | 'reported' | 'rejected'
  readonly reversed: boolean
}

export async function reverseDirectPayment(context: Context, paymentId: string, reason: string): Promise<void> {
  const found = await read(context, paymentId)
  if (!found) throw notFound('payment')
  const invoice = await lockInvoice(context, found.invoiceId)
  // Read again under the lock: another may have reversed it meanwhile.
  const row = await read(context, paymentId)
  if (!row || row.receivedBy !== 'creditor') throw refused('payment_of_partner')
  if (row.reversed) throw refused('payment_already_reversed', {}, { status: 409 })
  if (invoice.state === 'written_off' || invoice.state === 'cancelled') throw refused('invoice_closed_for_payments')
  // What the partner was handed was already less by this payment, and there is no word for telling it that more is owed now.
  const working = await lockActiveCase(context, invoice.caseId)
  if (working && working.id !== row.caseId) throw refused('payment_before_handover', {}, { status: 409 })
  await giveBack(context, invoice, row, working !== undefined, reason)
}

async function read(context: Context, id: string): Promise<Row | undefined> {
  const practices = practiceFilter(context.principal)
  const { rows } = await sql<Row>`
    SELECT id, invoice_id AS "invoiceId", case_id AS "caseId", received_by AS "receivedBy", method, received_on AS "receivedOn",
      amount, report, reversed_at IS NOT NULL AS reversed
    FROM payments WHERE tenant_id = ${context.tenantId} AND id = ${id}
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(context.trx)
  return rows[0]
}

async function giveBack(
  context: Context,
  invoice: Invoice,
  row: Row,
  inCollection: boolean,
  reason: string,
): Promise<void> {
  const { overpaid, ...amounts } = await bookedParts(context, row.id)
  if (invoice.overpaid < overpaid) throw refused('overpayment_already_used')
  const saved = await saveInvoice(
    context,
    invoice,
    {
      open: increase(invoice.open, amounts),
      overpaid: subtract(invoice.overpaid, overpaid),
      state: stateAfter(invoice, amounts, inCollection),
    },
    [{ type: 'payment.reversed', data: { paymentId: row.id, amount: row.amount, reason } }],
  )
  const receiver = receivingAccount(row.method)
  const booked = [
    ...fromDebtor(invoice.id, amounts, () => receiver, invoice.currency, row.receivedOn),
    ...transfer(receiver, { kind: 'overpaid', invoiceId: invoice.id }, overpaid, invoice.currency, row.receivedOn),
  ]
  const eventId = saved.events[0]?.id ?? ''
  await post(
    context.trx,
    context.tenantId,
    context.newId,
    answerTransfers(booked, context.today).map((one) => ({
      transfer: one,
      eventId,
      invoiceId: invoice.id,
      paymentId: row.id,
      ...(row.caseId === null ? {} : { caseId: row.caseId }),
    })),
  )
  await sql`
    UPDATE payments SET reversed_at = ${context.now}, reversal_reason = ${reason}
    WHERE tenant_id = ${context.tenantId} AND id = ${row.id}`.execute(context.trx)
  const after = await useCrossedSurplus(context, saved.invoice, inCollection)
  const concerned = await lockCaseOf(context, row.caseId)
  if (concerned) await noteAtCase(context, concerned, after, row, reason)
  await announce(context.trx, {
    tenantId: context.tenantId,
    topic: 'payment',
    id: row.id,
    practiceId: invoice.practiceId,
  })
}

// A payment that was only surplus leaves a paid invoice paid.
function stateAfter(invoice: Invoice, amounts: Amounts, inCollection: boolean): Invoice['state'] {
  if (totalOf(amounts) + totalOf(invoice.open) === 0) return invoice.state
  return inCollection ? 'collection' : 'open'
}

// A partner that never took the report, or rejected the case, has nothing to take back.
async function noteAtCase(
  context: Context,
  concerned: CaseOfInvoice,
  invoice: Invoice,
  row: Row,
  reason: string,
): Promise<void> {
  const knows = row.report === 'pending' || row.report === 'reported'
  if (knows && concerned.processing !== 'rejected') {
    await enqueue(context, concerned.connectionId, concerned.id, {
      kind: 'payment.reverse',
      payload: { reversal: { reversalId: context.newId(), paymentId: row.id, reason } },
    })
  }
  await notePaid(context, concerned, -row.amount, invoice.open, invoice.overpaid)
}
