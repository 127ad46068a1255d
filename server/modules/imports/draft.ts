// A claim that was read becomes a draft for the books: what the source left out follows from the creditor's own settings.

import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { type Result, accept, refuse } from '@mahnwerk/core/refusals'
import type { InvoiceClaim } from '@mahnwerk/formats/invoices'
import { type Creditor, dueBy } from '../invoices/index.ts'

export function draftOf(claim: InvoiceClaim, creditor: Creditor): Result<InvoiceDraft, 'credit_note_not_claim'> {
  if (claim.kind === 'credit') return refuse('credit_note_not_claim', { number: claim.number })
  const { number, invoiceDate, serviceDate, currency, amount, subject, debtor, dunned } = claim
  return accept({
    sellerKey: claim.sellerKey ?? creditor.sellerKey,
    number: number.trim(),
    invoiceDate,
    ...dueBy(creditor, invoiceDate, claim.dueDate),
    currency,
    amount,
    subject,
    debtor,
    ...(serviceDate === undefined ? {} : { serviceDate }),
    ...(dunned === undefined ? {} : { dunned }),
  })
}
