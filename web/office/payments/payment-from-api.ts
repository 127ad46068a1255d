import type { Payment } from '@mahnwerk/client/api'
import type { PaymentMethod } from '@mahnwerk/core/cases'
import { dayOf, momentOrNone, moneyOf } from '../api/money.ts'
import type { PaymentLine } from './payment-line.ts'

export function paymentLineOf(told: Payment): PaymentLine {
  return {
    id: told.id,
    on: dayOf(told.receivedOn),
    amount: moneyOf(told.amount, told.currency),
    // The server accepts only these words; a partner's own word arrives as "other".
    method: told.method as PaymentMethod,
    partner: told.receivedBy === 'creditor' ? undefined : (told.partner ?? told.receivedBy),
    invoiceId: told.invoiceId,
    invoiceNumber: told.invoiceNumber,
    debtorName: told.debtorName,
    caseId: told.caseId ?? undefined,
    report: told.report,
    reportedAt: momentOrNone(told.reportedAt),
    lastError: told.lastError ?? undefined,
    reversed: told.reversedAt !== null,
    note: told.note ?? undefined,
  }
}
