// Takes back a direct payment recorded by mistake: answering transfers, the payment stays on record as reversed, and the
// partner that was told of it is told of this too.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { COMPONENTS, type Amounts, fromDebtor, transfer } from '@mahnwerk/core/ledger'
import { minor, subtract } from '@mahnwerk/core/money'
import { type DirectMethod, answerTransfers, increase, receivingAccount } from '@mahnwerk/core/payments'
import { announce } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import { enqueue } from '../../outbox/index.ts'
import { type Invoice, lockInvoice, saveInvoice } from '../invoices/index.ts'
import { post } from '../ledger/index.ts'
import { type ActiveCase, lockActiveCase, notePaid } from './active-case.ts'

type Row = {
  readonly id: string
  readonly invoiceId: string
  readonly caseId: string | null
  readonly receivedBy: string
  readonly method: DirectMethod
  readonly receivedOn: LocalDate
  readonly amount: number
  readonly principal: number
  readonly charges: number
  readonly interest: number
  readonly costs: number
  readonly overpaid: number
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
  if (invoice.overpaid < row.overpaid) throw refused('overpayment_already_used')
  await giveBack(context, invoice, row, reason)
}

async function read(context: Context, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT id, invoice_id AS "invoiceId", case_id AS "caseId", received_by AS "receivedBy", method, received_on AS "receivedOn",
      amount, to_principal AS principal, to_charges AS charges, to_interest AS interest, to_costs AS costs, overpaid,
      reversed_at IS NOT NULL AS reversed
    FROM payments WHERE tenant_id = ${context.tenantId} AND id = ${id}`.execute(context.trx)
  return rows[0]
}

async function giveBack(context: Context, invoice: Invoice, row: Row, reason: string): Promise<void> {
  const amounts = Object.fromEntries(COMPONENTS.map((component) => [component, minor(row[component])])) as Amounts // one entry per component
  const stillActive = await lockActiveCase(context, row.caseId)
  const saved = await saveInvoice(
    context,
    invoice,
    {
      open: increase(invoice.open, amounts),
      overpaid: subtract(invoice.overpaid, minor(row.overpaid)),
      state: stillActive === undefined ? 'open' : 'collection',
    },
    [{ type: 'payment.reversed', data: { paymentId: row.id, amount: row.amount, reason } }],
  )
  const receiver = receivingAccount(row.method)
  const booked = [
    ...fromDebtor(invoice.id, amounts, () => receiver, invoice.currency, row.receivedOn),
    ...transfer(receiver, { kind: 'overpaid', invoiceId: invoice.id }, minor(row.overpaid), invoice.currency, row.receivedOn),
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
  if (stillActive) await tellPartner(context, stillActive, saved.invoice, row, reason)
  await announce(context.trx, { tenantId: context.tenantId, topic: 'payment', id: row.id, practiceId: invoice.practiceId })
}

async function tellPartner(context: Context, active: ActiveCase, invoice: Invoice, row: Row, reason: string): Promise<void> {
  await enqueue(context, active.connectionId, active.id, {
    kind: 'payment.reverse',
    payload: { reversal: { reversalId: context.newId(), paymentId: row.id, reason } },
  })
  await notePaid(context, active, -row.amount, invoice.open, invoice.overpaid)
}
