// What the end of an attempt does to its invoice, which was written off before: what is still open is given up again; where
// the partner takes the case up once more, so is that.

import { type Case, isActive } from '@mahnwerk/core/cases'
import { type AttemptChange, beginAttempt, endAttempt } from '@mahnwerk/core/claims'
import type { Amounts } from '@mahnwerk/core/ledger'
import { sql } from 'kysely'
import type { Context } from '../../http/index.ts'
import { type Invoice, saveInvoice } from '../invoices/index.ts'
import { post } from '../ledger/index.ts'
import type { CaseRow } from './store.ts'

/** The invoice as it is after its case went from `before` to `after`; unchanged where the case is no attempt. */
export async function followAttempt(
  context: Context,
  before: CaseRow,
  after: Case,
  invoice: Invoice,
): Promise<Invoice> {
  if (before.kind !== 'attempt') return invoice
  const [was, is] = [isActive(before.state.processing), isActive(after.processing)]
  if (was && !is && invoice.state === 'open')
    return save(context, before.id, invoice, endAttempt(invoice, context.today), ENDED, invoice.open)
  if (is && !was && invoice.state === 'written_off') {
    const amounts = await givenUp(context, before.id, invoice.id)
    if (amounts)
      return save(context, before.id, invoice, beginAttempt(invoice, amounts, context.today), RESUMED, amounts)
  }
  return invoice
}

const ENDED = 'invoice.attempt_ended'
const RESUMED = 'invoice.attempt_resumed'

async function save(
  context: Context,
  caseId: string,
  invoice: Invoice,
  { claim, transfers }: AttemptChange,
  type: typeof ENDED | typeof RESUMED,
  amounts: Amounts,
): Promise<Invoice> {
  const amount = amounts.principal + amounts.charges + amounts.interest + amounts.costs
  const saved = await saveInvoice(context, invoice, claim, [{ type, data: { caseId, amount, amounts } }])
  const eventId = saved.events[0]?.id ?? ''
  const postings = transfers.map((transfer) => ({ transfer, eventId, invoiceId: invoice.id, caseId }))
  await post(context.trx, context.tenantId, context.newId, postings)
  return saved.invoice
}

async function givenUp({ trx, tenantId }: Context, caseId: string, invoiceId: string): Promise<Amounts | undefined> {
  const { rows } = await sql<{ amounts: Amounts }>`
    SELECT data::jsonb -> 'amounts' AS amounts FROM events
    WHERE tenant_id = ${tenantId} AND stream = 'invoice' AND stream_id = ${invoiceId} AND type = ${ENDED}
      AND data::jsonb ->> 'caseId' = ${caseId} ORDER BY version DESC LIMIT 1`.execute(trx)
  return rows[0]?.amounts
}
