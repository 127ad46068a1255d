// The head and the sums of an ebInterface document. Before version 5 there is no amount due: the gross total is it.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { type ReadInvoice, type ReadTax } from '../invoice.ts'
import { periodOf, withoutGaps } from '../reading.ts'
import { type ReadResult } from '../refusals.ts'
import { type XmlElement, type XmlRoot, attribute, element, elements, text, texts } from '../xml/element.ts'
import { readLine } from './lines.ts'
import { readParty } from './parties.ts'
import { readPayment } from './payment.ts'

export function readEbInterface({ element: root }: XmlRoot, version: string): ReadResult<ReadInvoice> {
  const number = text(root, 'InvoiceNumber')
  const issueDate = text(root, 'InvoiceDate')
  if (number === undefined) return refuse('missing_number', { place: 'InvoiceNumber' })
  if (issueDate === undefined) return refuse('missing_date', { place: 'InvoiceDate' })
  const documentType = attribute(root, 'DocumentType')
  const recipient = element(root, 'InvoiceRecipient')
  return accept(
    withoutGaps({
      syntax: `ebInterface ${version}`,
      number,
      documentType,
      credit: documentType !== undefined && CREDIT_TYPES.has(documentType),
      issueDate: issueDate.slice(0, 10),
      currency: attribute(root, 'InvoiceCurrency'),
      seller: readParty(element(root, 'Biller'), text(element(root, 'Biller'), 'InvoiceRecipientsBillerID')),
      buyer: readParty(recipient, text(recipient, 'BillersInvoiceRecipientID')),
      orderReference: text(recipient, 'OrderReference', 'OrderID'),
      precedingInvoices: precedingInvoices(root),
      attachments: [],
      linkedDocuments: [],
      ...totals(root),
      ...readPayment(root),
      ...delivery(root),
      lines: elements(root, 'Details', 'ItemList', 'ListLineItem').map(readLine),
      notes: texts(root, 'Comment'),
    }),
  )
}

const CREDIT_TYPES = new Set(['CreditMemo', 'SubsequentCredit'])

function precedingInvoices(root: XmlElement): string[] {
  return [
    ...texts(root, 'CancelledOriginalDocument', 'InvoiceNumber'),
    ...texts(root, 'RelatedDocument', 'InvoiceNumber'),
  ]
}

function totals(root: XmlElement) {
  const grossTotal = text(root, 'TotalGrossAmount')
  return {
    taxTotals: [],
    // Version 4: Tax/VAT/Item (VATItem from 4.1), from version 5: Tax/TaxItem.
    taxes: [
      ...elements(root, 'Tax', 'VAT', 'Item'),
      ...elements(root, 'Tax', 'VAT', 'VATItem'),
      ...elements(root, 'Tax', 'TaxItem'),
    ].map(readTax),
    grossTotal,
    prepaid: text(root, 'PrepaidAmount'),
    rounding: text(root, 'RoundingAmount'),
    payable: text(root, 'PayableAmount') ?? grossTotal,
  }
}

function readTax(item: XmlElement): ReadTax {
  return withoutGaps({
    category: attribute(element(item, 'TaxPercent'), 'TaxCategoryCode'),
    rate: text(item, 'TaxPercent') ?? text(item, 'VATRate') ?? text(item, 'TaxRate'),
    base: text(item, 'TaxableAmount') ?? text(item, 'TaxedAmount'),
    amount: text(item, 'TaxAmount') ?? text(item, 'Amount'),
  })
}

function delivery(root: XmlElement) {
  return {
    serviceDate: text(root, 'Delivery', 'Date'),
    servicePeriod: periodOf(text(root, 'Delivery', 'Period', 'FromDate'), text(root, 'Delivery', 'Period', 'ToDate')),
  }
}
