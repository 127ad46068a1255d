// Payments that a partner received and reported. They are on record beside direct payments, never reported back, and never
// in the cash book: the money lies with the partner until it pays out.

import { sql } from 'kysely'
import type { Case, Effect } from '@mahnwerk/core/cases'
import { announce } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'

type Reported = Extract<Effect, { kind: 'record_payment' }>

export async function recordPartnerPayment(
  context: Context,
  claim: Case & { readonly practiceId: string },
  { news, allocation }: Reported,
): Promise<string> {
  const id = context.newId()
  await sql`
    INSERT INTO payments (tenant_id, id, practice_id, invoice_id, case_id, received_by, method, amount, currency, received_on,
      to_principal, to_charges, to_interest, to_costs, overpaid, partner_payment_id, recorded_by, recorded_at)
    VALUES (${context.tenantId}, ${id}, ${claim.practiceId}, ${claim.invoiceId}, ${claim.id}, ${news.receivedBy}, ${news.method},
      ${news.amount}, ${claim.currency}, ${news.on}, ${allocation.principal}, ${allocation.charges}, ${allocation.interest},
      ${allocation.costs}, ${allocation.overpaid}, ${news.paymentId}, ${context.actor.name}, ${context.now})`.execute(
    context.trx,
  )
  await announce(context.trx, { tenantId: context.tenantId, topic: 'payment', id, practiceId: claim.practiceId })
  return id
}

export async function reversePartnerPayment(context: Context, paymentId: string, reason: string): Promise<void> {
  await sql`
    UPDATE payments SET reversed_at = ${context.now}, reversal_reason = ${reason}
    WHERE tenant_id = ${context.tenantId} AND id = ${paymentId} AND reversed_at IS NULL`.execute(context.trx)
}

/** The partner has taken note of a direct payment: it was surely delivered, whatever became of the answer. Returns its id. */
export async function acknowledgePayment(
  context: Context,
  claim: { readonly id: string; readonly practiceId: string },
  told: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    UPDATE payments SET acknowledged_at = ${context.now}, report = 'reported', reported_at = coalesce(reported_at, ${context.now})
    WHERE tenant_id = ${context.tenantId} AND id::text = ${told} AND case_id = ${claim.id} AND received_by = 'creditor'
    RETURNING id`.execute(context.trx)
  const id = rows[0]?.id
  if (id !== undefined)
    await announce(context.trx, { tenantId: context.tenantId, topic: 'payment', id, practiceId: claim.practiceId })
  return id
}

/** A report was delivered ("gemeldet am …") or finally refused. */
export async function noteReport(context: Context, paymentId: string, report: 'reported' | 'rejected'): Promise<void> {
  const { rows } = await sql<{ practiceId: string }>`
    UPDATE payments SET report = ${report}, reported_at = ${report === 'reported' ? context.now : null}
    WHERE tenant_id = ${context.tenantId} AND id = ${paymentId} AND report = 'pending'
    RETURNING practice_id AS "practiceId"`.execute(context.trx)
  for (const { practiceId } of rows)
    await announce(context.trx, { tenantId: context.tenantId, topic: 'payment', id: paymentId, practiceId })
}
