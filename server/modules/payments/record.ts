// "Zahlung empfangen": one transaction books the money, keeps the payment, and writes the report to the partner, so that
// none of the three can happen without the others.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type Minor, add } from '@mahnwerk/core/money'
import { type DirectEffect, type DirectMethod, decideDirectPayment, totalOf } from '@mahnwerk/core/payments'
import { announce } from '../../events/index.ts'
import { type Context, Refused } from '../../http/index.ts'
import { enqueue } from '../../outbox/index.ts'
import { type Invoice, lockInvoice, saveInvoice } from '../invoices/index.ts'
import { post } from '../ledger/index.ts'
import { type CaseOfInvoice, lockCaseToTell, notePaid } from './active-case.ts'

export type DirectInput = {
  readonly amount: Minor
  readonly on: LocalDate
  readonly method: DirectMethod
  readonly note?: string | undefined
}

/** What the payment would do, by the very rule that does it. Throws Refused where it may not be recorded. */
export function effectOf(
  context: Context,
  invoice: Invoice,
  active: CaseOfInvoice | undefined,
  input: DirectInput,
): DirectEffect {
  const payable = { ...invoice, invoiceId: invoice.id, atPartner: active !== undefined }
  const decided = decideDirectPayment(payable, input, context.today)
  if (!decided.ok) throw new Refused(decided.refusal)
  return decided.value
}

export async function recordDirectPayment(context: Context, invoiceId: string, input: DirectInput): Promise<string> {
  const invoice = await lockInvoice(context, invoiceId)
  const active = await lockCaseToTell(context, invoice)
  const effect = effectOf(context, invoice, active, input)
  const paymentId = context.newId()
  const event = {
    type: 'payment.recorded',
    data: { paymentId, ...input, currency: invoice.currency, allocation: effect.allocation, caseId: active?.id },
  }
  const paid = totalOf(effect.openAfter) === 0
  const saved = await saveInvoice(
    context,
    invoice,
    {
      open: effect.openAfter,
      overpaid: add(invoice.overpaid, effect.allocation.overpaid),
      ...(paid ? { state: 'paid' as const } : {}),
    },
    [event],
  )
  const eventId = saved.events[0]?.id ?? ''
  await insertPayment(context, invoice, paymentId, input, effect, active?.id)
  await post(
    context.trx,
    context.tenantId,
    context.newId,
    effect.transfers.map((transfer) => ({
      transfer,
      eventId,
      invoiceId,
      paymentId,
      ...(active === undefined ? {} : { caseId: active.id }),
    })),
  )
  if (active) await reportToPartner(context, active, saved.invoice, paymentId, input)
  await announce(context.trx, {
    tenantId: context.tenantId,
    topic: 'payment',
    id: paymentId,
    practiceId: invoice.practiceId,
  })
  return paymentId
}

async function insertPayment(
  context: Context,
  invoice: Invoice,
  id: string,
  input: DirectInput,
  effect: DirectEffect,
  caseId: string | undefined,
): Promise<void> {
  const { allocation } = effect
  await sql`
    INSERT INTO payments (tenant_id, id, practice_id, invoice_id, case_id, received_by, method, amount, currency, received_on,
      to_principal, to_charges, to_interest, to_costs, overpaid, note, recorded_by, recorded_at, report)
    VALUES (${context.tenantId}, ${id}, ${invoice.practiceId}, ${invoice.id}, ${caseId ?? null}, 'creditor', ${input.method},
      ${input.amount}, ${invoice.currency}, ${input.on}, ${allocation.principal}, ${allocation.charges}, ${allocation.interest},
      ${allocation.costs}, ${allocation.overpaid}, ${input.note ?? null}, ${context.actor.name}, ${context.now},
      ${caseId === undefined ? 'not_needed' : 'pending'})`.execute(context.trx)
}

async function reportToPartner(
  context: Context,
  active: CaseOfInvoice,
  invoice: Invoice,
  paymentId: string,
  input: DirectInput,
): Promise<void> {
  const { amount, on, method } = input
  await enqueue(context, active.connectionId, active.id, {
    kind: 'payment.report',
    payload: { payment: { paymentId, amount, currency: invoice.currency, on, method } },
  })
  await notePaid(context, active, amount, invoice.open, invoice.overpaid)
}
