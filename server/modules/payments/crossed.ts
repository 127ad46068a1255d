// Two payments crossed: the debtor paid the creditor and the partner for the same. What came second here was surplus, while
// the partner saw none, since it had not heard of the first. When the first goes back, the surplus is what the debtor owes
// again: it is used for it, and both books are equal.

import { sql } from 'kysely'
import { fromDebtor } from '@mahnwerk/core/ledger'
import { type Minor, least, minor, subtract } from '@mahnwerk/core/money'
import { allocate, reduce, totalOf } from '@mahnwerk/core/payments'
import type { Context } from '../../http/index.ts'
import { type Invoice, saveInvoice } from '../invoices/index.ts'
import { post } from '../ledger/index.ts'

type Crossed = { readonly paymentId: string; readonly caseId: string; readonly amount: Minor }

/** Uses the surplus of payments that crossed for what is open on a locked invoice. Returns the invoice as it is then. */
export async function useCrossedSurplus(context: Context, before: Invoice, inCollection: boolean): Promise<Invoice> {
  let invoice = before
  for (const crossed of await crossedSurplus(context, before.id))
    invoice = await use(context, invoice, inCollection, crossed)
  return invoice
}

async function use(
  context: Context,
  invoice: Invoice,
  inCollection: boolean,
  { paymentId, caseId, amount }: Crossed,
): Promise<Invoice> {
  const { overpaid: _rest, ...parts } = allocate(least(amount, invoice.overpaid), invoice.open)
  const used = totalOf(parts)
  if (used === 0) return invoice
  const open = reduce(invoice.open, parts)
  const still = inCollection ? ('collection' as const) : ('open' as const)
  const saved = await saveInvoice(
    context,
    invoice,
    { open, overpaid: subtract(invoice.overpaid, used), state: totalOf(open) === 0 ? 'paid' : still },
    [{ type: 'payment.surplus_used', data: { paymentId, amount: used, parts } }],
  )
  const eventId = saved.events[0]?.id ?? ''
  const transfers = fromDebtor(
    invoice.id,
    parts,
    () => ({ kind: 'overpaid', invoiceId: invoice.id }),
    invoice.currency,
    context.today,
  )
  const postings = transfers.map((transfer) => ({ transfer, eventId, invoiceId: invoice.id, paymentId, caseId }))
  await post(context.trx, context.tenantId, context.newId, postings)
  return saved.invoice
}

/** Payments of partners that are surplus here by more than the partner said, the oldest first. */
async function crossedSurplus({ trx, tenantId }: Context, invoiceId: string): Promise<Crossed[]> {
  const { rows } = await sql<{ paymentId: string; caseId: string; amount: number }>`
    SELECT p.id AS "paymentId", p.case_id AS "caseId", (
      (SELECT coalesce(sum(CASE WHEN t.credit LIKE 'overpaid:%' THEN t.amount WHEN t.debit LIKE 'overpaid:%' THEN -t.amount END), 0)
        FROM transfers t WHERE t.tenant_id = p.tenant_id AND t.payment_id = p.id)
      - (SELECT (e.data::jsonb -> 'split' ->> 'overpaid')::bigint FROM events e
        WHERE e.tenant_id = p.tenant_id AND e.stream = 'case' AND e.stream_id = p.case_id AND e.type = 'payment.reported'
          AND e.data::jsonb ->> 'paymentId' = p.partner_payment_id ORDER BY e.version LIMIT 1))::bigint AS amount
    FROM payments p
    WHERE p.tenant_id = ${tenantId} AND p.invoice_id = ${invoiceId} AND p.received_by <> 'creditor' AND p.reversed_at IS NULL
    ORDER BY p.recorded_at, p.id`.execute(trx)
  return rows.filter(({ amount }) => amount > 0).map((row) => ({ ...row, amount: minor(row.amount) }))
}
