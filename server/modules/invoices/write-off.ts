// Takes an open invoice out of the receivables: what is open goes to the write-off account, by the same rule as everywhere.

import { decide } from '@mahnwerk/core/claims'
import { type Context, Refused } from '../../http/index.ts'
import { post } from '../ledger/index.ts'
import { lockInvoice, saveInvoice } from './save.ts'

/** Throws Refused where the claim's rules say no. */
export async function writeOffInvoice(context: Context, id: string, reason: string): Promise<void> {
  const invoice = await lockInvoice(context, id)
  const decided = decide(invoice, { type: 'write_off', reason }, context.today)
  if (!decided.ok) throw new Refused(decided.refusal)
  const { claim, event, transfers } = decided.value
  const saved = await saveInvoice(context, invoice, { state: claim.state, open: claim.open }, [event])
  const eventId = saved.events[0]?.id ?? ''
  await post(
    context.trx,
    context.tenantId,
    context.newId,
    transfers.map((transfer) => ({ transfer, eventId, invoiceId: id })),
  )
}
