// The head and the sums of a cross-industry document.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { type ReadInvoice, type ReadTax } from '../invoice.ts'
import { isCreditCode, withoutGaps } from '../reading.ts'
import { type ReadResult } from '../refusals.ts'
import { type XmlElement, type XmlRoot, attribute, element, elements, ownText, text, texts } from '../xml/element.ts'
import { dayIn, monthIn, periodIn } from './days.ts'
import { readLine } from './lines.ts'
import { type CiiNames } from './names.ts'
import { readParty } from './parties.ts'
import { readPayment } from './payment.ts'

export function readCrossIndustry({ element: root }: XmlRoot, names: CiiNames): ReadResult<ReadInvoice> {
  const document = element(root, names.document)
  const number = text(document, 'ID')
  const issueDate = dayIn(element(document, 'IssueDateTime'))
  if (number === undefined) return refuse('missing_number', { place: 'BT-1' })
  if (issueDate === undefined) return refuse('missing_date', { place: 'BT-2' })
  const transaction = element(root, names.transaction)
  const agreement = element(transaction, names.agreement)
  const settlement = element(transaction, names.settlement)
  const typeCode = text(document, 'TypeCode')
  return accept(
    withoutGaps({
      syntax: names.syntax,
      profile: text(root, names.context, 'GuidelineSpecifiedDocumentContextParameter', 'ID'),
      number,
      typeCode,
      credit: isCreditCode(typeCode),
      issueDate,
      currency: text(settlement, 'InvoiceCurrencyCode'),
      seller: readParty(element(agreement, 'SellerTradeParty')),
      buyer: readParty(element(agreement, 'BuyerTradeParty')),
      ...references(agreement, settlement),
      ...totals(settlement, names),
      ...readPayment(settlement),
      ...delivery(transaction, settlement, names),
      lines: elements(transaction, 'IncludedSupplyChainTradeLineItem').map((line) => readLine(line, names)),
      notes: texts(document, 'IncludedNote', 'Content'),
    }),
  )
}

function references(agreement: XmlElement | undefined, settlement: XmlElement | undefined) {
  return {
    buyerReference: text(agreement, 'BuyerReference'),
    orderReference:
      text(agreement, 'BuyerOrderReferencedDocument', 'IssuerAssignedID') ??
      text(agreement, 'BuyerOrderReferencedDocument', 'ID'),
    precedingInvoices: [
      ...texts(settlement, 'InvoiceReferencedDocument', 'IssuerAssignedID'),
      ...texts(settlement, 'InvoiceReferencedDocument', 'ID'),
    ],
    attachments: enclosed(agreement),
    linkedDocuments: texts(agreement, 'AdditionalReferencedDocument', 'URIID'),
  }
}

function enclosed(agreement: XmlElement | undefined): string[] {
  return elements(agreement, 'AdditionalReferencedDocument').flatMap((reference) =>
    elements(reference, 'AttachmentBinaryObject').map(
      (object) => attribute(object, 'filename') ?? text(reference, 'IssuerAssignedID') ?? '',
    ),
  )
}

function totals(settlement: XmlElement | undefined, names: CiiNames) {
  const sums = element(settlement, names.sums)
  return {
    netTotal: text(sums, 'TaxBasisTotalAmount'),
    taxTotals: elements(sums, 'TaxTotalAmount').map((amount) =>
      withoutGaps({ amount: ownText(amount), currency: attribute(amount, 'currencyID') }),
    ),
    taxes: elements(settlement, 'ApplicableTradeTax').map((tax) => readTax(tax, names)),
    grossTotal: text(sums, 'GrandTotalAmount'),
    prepaid: text(sums, 'TotalPrepaidAmount'),
    rounding: text(sums, 'RoundingAmount'),
    payable: text(sums, 'DuePayableAmount'),
  }
}

function readTax(tax: XmlElement, names: CiiNames): ReadTax {
  return withoutGaps({
    category: text(tax, 'CategoryCode'),
    rate: text(tax, names.taxRate),
    base: text(tax, 'BasisAmount'),
    amount: text(tax, 'CalculatedAmount'),
  })
}

function delivery(transaction: XmlElement | undefined, settlement: XmlElement | undefined, names: CiiNames) {
  const event = element(transaction, names.delivery, 'ActualDeliverySupplyChainEvent')
  const occurrence = element(event, 'OccurrenceDateTime')
  const month = monthIn(occurrence)
  return {
    serviceDate: month === undefined ? dayIn(occurrence) : undefined,
    servicePeriod: month ?? periodIn(element(settlement, 'BillingSpecifiedPeriod')),
  }
}
