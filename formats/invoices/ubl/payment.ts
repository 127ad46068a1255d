// How and when a UBL document wants to be paid.

import { skontoIn, unique } from '../reading.ts'
import { type XmlElement, element, text, texts } from '../xml/element.ts'
import { dayOf } from './days.ts'

export function readPayment(root: XmlElement) {
  const due = text(root, 'DueDate') ?? text(root, 'PaymentMeans', 'PaymentDueDate')
  const paymentTerms = texts(root, 'PaymentTerms', 'Note')
  return {
    dueDate: due === undefined ? undefined : dayOf(due),
    payee: payeeName(element(root, 'PayeeParty')),
    paymentMeans: unique(texts(root, 'PaymentMeans', 'PaymentMeansCode')),
    ibans: unique(texts(root, 'PaymentMeans', 'PayeeFinancialAccount', 'ID')),
    bics: unique(texts(root, 'PaymentMeans', 'PayeeFinancialAccount', 'FinancialInstitutionBranch', 'ID')),
    debtorIbans: unique(texts(root, 'PaymentMeans', 'PaymentMandate', 'PayerFinancialAccount', 'ID')),
    mandate: text(root, 'PaymentMeans', 'PaymentMandate', 'ID'),
    remittanceIds: unique(texts(root, 'PaymentMeans', 'PaymentID')),
    paymentTerms,
    skonto: skontoIn(paymentTerms),
    discounts: [],
  }
}

function payeeName(payee: XmlElement | undefined): string | undefined {
  return text(payee, 'PartyName', 'Name') ?? text(payee, 'PartyLegalEntity', 'RegistrationName')
}
