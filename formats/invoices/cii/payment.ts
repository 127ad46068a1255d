// How and when a cross-industry document wants to be paid.

import { type ReadDiscount } from '../invoice.ts'
import { present, skontoIn, unique } from '../reading.ts'
import { type XmlElement, element, elements, text, texts } from '../xml/element.ts'
import { dayIn } from './days.ts'

export function readPayment(settlement: XmlElement | undefined) {
  const means = elements(settlement, 'SpecifiedTradeSettlementPaymentMeans')
  const terms = elements(settlement, 'SpecifiedTradePaymentTerms')
  const paymentTerms = terms.flatMap((term) => texts(term, 'Description'))
  return {
    dueDate: lastDay(terms.map((term) => dayIn(element(term, 'DueDateDateTime')))),
    payee: text(settlement, 'PayeeTradeParty', 'Name'),
    paymentMeans: unique(means.flatMap((each) => texts(each, 'TypeCode'))),
    ibans: unique(means.flatMap(creditorAccounts)),
    bics: unique(means.flatMap((each) => texts(each, 'PayeeSpecifiedCreditorFinancialInstitution', 'BICID'))),
    debtorIbans: unique(means.flatMap((each) => texts(each, 'PayerPartyDebtorFinancialAccount', 'IBANID'))),
    mandate: terms.flatMap((term) => texts(term, 'DirectDebitMandateID'))[0],
    remittanceIds: unique(texts(settlement, 'PaymentReference')),
    paymentTerms,
    skonto: skontoIn(paymentTerms),
    discounts: terms.flatMap((term) => elements(term, 'ApplicableTradePaymentDiscountTerms')).flatMap(readDiscount),
  }
}

// Terms may repeat, the earlier ones with a discount: all of it is due on the last of their days.
function lastDay(days: readonly (string | undefined)[]): string | undefined {
  return unique(days).toSorted().at(-1)
}

function creditorAccounts(means: XmlElement): string[] {
  const account = element(means, 'PayeePartyCreditorFinancialAccount')
  const ibans = texts(account, 'IBANID')
  return ibans.length > 0 ? ibans : texts(account, 'ProprietaryID')
}

function readDiscount(discount: XmlElement): ReadDiscount[] {
  const read = present({
    date: dayIn(element(discount, 'BasisDateTime')),
    days: text(discount, 'BasisPeriodMeasure'),
    percent: text(discount, 'CalculationPercent'),
    base: text(discount, 'BasisAmount'),
  })
  return read === undefined ? [] : [read]
}
