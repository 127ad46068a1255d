// The API's invoices as list and page show them. Status, next step and readiness are core's own shapes and pass as they are.

import type { Invoice, InvoiceRow as ApiRow } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import type { PaymentMethod } from '@mahnwerk/core/cases'
import type { NextStep, Readiness, Status } from '@mahnwerk/core/claims'
import { fullName } from '@mahnwerk/core/parties'
import type { Format, Text } from '../../texts/index.ts'
import { dayOf, dayOfMoment, dayOrNone, momentOrNone, moneyOf } from '../api/money.ts'
import type { PaymentLine } from '../payments/payment-line.ts'
import { eventWords } from '../words/index.ts'
import type { InvoiceDetail } from './invoice-page.tsx'
import type { InvoiceRow } from './invoice-row.ts'

export function invoiceRowOf(told: ApiRow): InvoiceRow {
  return {
    id: told.id,
    debtorId: told.debtorId,
    debtorName: told.debtorName,
    number: told.number,
    invoiceDate: dayOf(told.invoiceDate),
    dueDate: dayOf(told.dueDate),
    daysOverdue: told.daysOverdue,
    amount: moneyOf(told.amount, told.currency),
    open: moneyOf(told.open, told.currency),
    status: told.status as Status,
    nextStep: told.nextStep as NextStep,
    dunningLevel: told.dunningLevel,
    readiness: told.readiness as Readiness,
    caseId: told.caseId,
    partner: told.partner,
    version: told.version,
  }
}

export function invoiceDetailOf(told: Invoice, practice: string, text: Text, format: Format): InvoiceDetail {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  const { debtor, openByComponent: open } = told
  const around = {
    text,
    format,
    currency: sum(0).currency,
    partner: told.partner ?? text('words.partner'),
    debtor: fullName(debtor.name),
  }
  const paid = told.payments
    .filter((payment) => payment.reversedAt === null)
    .reduce((all, payment) => all + payment.amount, 0)
  const { street, extra, postCode, city } = debtor.address
  return {
    ...invoiceRowOf(told),
    debtorId: told.debtorId,
    debtorName: fullName(debtor.name),
    subject: told.subject,
    practice,
    debtorAddress: [street, extra, `${postCode} ${city}`.trim()]
      .filter((part) => part !== undefined && part !== '')
      .join(', '),
    debtorEmail: debtor.email,
    debtorPhone: debtor.phone,
    serviceDate: dayOrNone(told.serviceDate),
    paid: sum(paid),
    paidBeside: sum(Math.max(0, paid - told.overpaid - (told.amount - open.principal - told.writtenOff))),
    charges: sum(open.charges + open.interest),
    costs: sum(open.costs),
    payments: told.payments.map((payment) => paymentOf(payment, told)),
    history: told.history.map((event) => {
      const { sentence, note, tone } = eventWords(event, around)
      return { id: event.id, at: { moment: instant(event.occurredAt) }, text: sentence, note, tone }
    }),
    documents: told.documents.map((document) => ({
      id: document.id,
      name: document.name,
      on: dayOfMoment(document.createdAt),
      href: `/api/v1/documents/${document.id}/content`,
    })),
    actions: told.actions.map(({ action, allowed, reason }) => ({
      action,
      reason: allowed ? undefined : (reason?.title ?? ''),
    })),
  }
}

function paymentOf(payment: Invoice['payments'][number], told: Invoice): PaymentLine {
  return {
    id: payment.id,
    on: dayOf(payment.receivedOn),
    amount: moneyOf(payment.amount, told.currency),
    // The server accepts only these words; a partner's own word arrives as "other".
    method: payment.method as PaymentMethod,
    partner: payment.receivedBy === 'creditor' ? undefined : (told.partner ?? payment.receivedBy),
    invoiceId: told.id,
    invoiceNumber: told.number,
    debtorName: told.debtorName,
    caseId: told.caseId,
    report: (payment.report ?? 'not_needed') as PaymentLine['report'],
    reportedAt: momentOrNone(payment.reportedAt),
    reversed: payment.reversedAt !== null,
  }
}
