// The head and the sums of a UBL document. A credit note differs in a few names only and in where its due date is.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { type ReadInvoice, type ReadTax } from '../invoice.ts'
import { isCreditCode, periodOf, withoutGaps } from '../reading.ts'
import { type ReadResult } from '../refusals.ts'
import { type XmlElement, type XmlRoot, attribute, element, elements, ownText, text, texts } from '../xml/element.ts'
import { dayOf } from './days.ts'
import { readLine } from './lines.ts'
import { readParty } from './parties.ts'
import { readPayment } from './payment.ts'

export function readUbl({ name, element: root }: XmlRoot): ReadResult<ReadInvoice> {
  const number = text(root, 'ID')
  const issueDate = text(root, 'IssueDate')
  if (number === undefined) return refuse('missing_number', { place: 'BT-1' })
  if (issueDate === undefined) return refuse('missing_date', { place: 'BT-2' })
  const typeCode = text(root, 'InvoiceTypeCode') ?? text(root, 'CreditNoteTypeCode')
  return accept(
    withoutGaps({
      syntax: `UBL ${name}`,
      profile: text(root, 'CustomizationID'),
      number,
      typeCode,
      credit: name === 'CreditNote' || isCreditCode(typeCode),
      issueDate: dayOf(issueDate),
      currency: text(root, 'DocumentCurrencyCode'),
      seller: readParty(element(root, 'AccountingSupplierParty', 'Party')),
      buyer: readParty(element(root, 'AccountingCustomerParty', 'Party')),
      ...references(root),
      ...totals(root),
      ...readPayment(root),
      ...delivery(root),
      lines: elements(root, name === 'CreditNote' ? 'CreditNoteLine' : 'InvoiceLine').map(readLine),
      notes: texts(root, 'Note'),
    }),
  )
}

function references(root: XmlElement) {
  return {
    buyerReference: text(root, 'BuyerReference'),
    orderReference: text(root, 'OrderReference', 'ID'),
    precedingInvoices: texts(root, 'BillingReference', 'InvoiceDocumentReference', 'ID'),
    attachments: enclosed(root),
    linkedDocuments: texts(root, 'AdditionalDocumentReference', 'Attachment', 'ExternalReference', 'URI'),
  }
}

function enclosed(root: XmlElement): string[] {
  return elements(root, 'AdditionalDocumentReference').flatMap((reference) =>
    elements(reference, 'Attachment', 'EmbeddedDocumentBinaryObject').map(
      (object) => attribute(object, 'filename') ?? text(reference, 'ID') ?? '',
    ),
  )
}

function totals(root: XmlElement) {
  const sums = element(root, 'LegalMonetaryTotal')
  return {
    netTotal: text(sums, 'TaxExclusiveAmount'),
    taxTotals: elements(root, 'TaxTotal', 'TaxAmount').map((amount) =>
      withoutGaps({ amount: ownText(amount), currency: attribute(amount, 'currencyID') }),
    ),
    taxes: elements(root, 'TaxTotal', 'TaxSubtotal').map(readTax),
    grossTotal: text(sums, 'TaxInclusiveAmount'),
    prepaid: text(sums, 'PrepaidAmount'),
    rounding: text(sums, 'PayableRoundingAmount'),
    payable: text(sums, 'PayableAmount'),
  }
}

function readTax(subtotal: XmlElement): ReadTax {
  return withoutGaps({
    category: text(subtotal, 'TaxCategory', 'ID'),
    rate: text(subtotal, 'TaxCategory', 'Percent'),
    base: text(subtotal, 'TaxableAmount'),
    amount: text(subtotal, 'TaxAmount'),
  })
}

function delivery(root: XmlElement) {
  const date = text(root, 'Delivery', 'ActualDeliveryDate')
  const from = text(root, 'InvoicePeriod', 'StartDate')
  const to = text(root, 'InvoicePeriod', 'EndDate')
  return {
    serviceDate: date === undefined ? undefined : dayOf(date),
    servicePeriod: periodOf(from === undefined ? undefined : dayOf(from), to === undefined ? undefined : dayOf(to)),
  }
}
