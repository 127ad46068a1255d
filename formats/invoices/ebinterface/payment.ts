// How and when an ebInterface document wants to be paid. In version 4 the bank account stands directly in
// PaymentMethod, later inside UniversalBankTransaction.

import { type ReadDiscount } from '../invoice.ts'
import { present, unique } from '../reading.ts'
import { type XmlElement, element, elements, text, texts } from '../xml/element.ts'

export function readPayment(root: XmlElement) {
  const method = element(root, 'PaymentMethod')
  const transactions = [...elements(method, 'UniversalBankTransaction'), ...(method === undefined ? [] : [method])]
  const accounts = transactions.flatMap((transaction) => elements(transaction, 'BeneficiaryAccount'))
  return {
    dueDate: text(root, 'PaymentConditions', 'DueDate')?.slice(0, 10),
    paymentMeans: [],
    ibans: accounts.flatMap((account) => texts(account, 'IBAN')),
    bics: accounts.flatMap((account) => texts(account, 'BIC')),
    debtorIbans: unique(texts(method, 'SEPADirectDebit', 'IBAN')),
    mandate: text(method, 'SEPADirectDebit', 'MandateReference'),
    remittanceIds: unique(transactions.flatMap((transaction) => texts(transaction, 'PaymentReference'))),
    paymentTerms: [],
    skonto: [],
    discounts: elements(root, 'PaymentConditions', 'Discount').flatMap(readDiscount),
  }
}

function readDiscount(discount: XmlElement): ReadDiscount[] {
  const read = present({
    date: text(discount, 'PaymentDate')?.slice(0, 10),
    percent: text(discount, 'Percentage'),
    base: text(discount, 'BaseAmount'),
  })
  return read === undefined ? [] : [read]
}
