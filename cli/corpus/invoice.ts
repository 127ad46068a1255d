// E-invoices: the model as JSON with the keys of the corpora.

import { type ReadInvoice, type ReadInvoiceFile, readInvoiceFile } from '@mahnwerk/formats/invoices'
import { type Refusal } from '@mahnwerk/core/refusals'
import { basename } from 'node:path'
import { type FileKind, type Found, type Json } from './kinds.ts'

export const invoiceKind: FileKind = {
  name: 'invoice',
  describes: (expected) =>
    'embeddedFiles' in expected || (typeof expected['syntax'] === 'string' && SYNTAX.test(expected['syntax'])),
  describesRefusal,
  notRead: new Set(['en16931', 'xrechnung']),
  read: async (bytes, path) => {
    const read = await readInvoiceFile(bytes, basename(path))
    return read.ok ? { json: fileJson(read.value) } : refused(read.refusal)
  },
}

const SYNTAX = /^(UBL|CII|ZUGFeRD|ebInterface)/

// A document without a number describes no invoice, nor does a PDF in which no document can be read.
function describesRefusal(expected: { readonly [key: string]: Json }): boolean {
  if (expected['noInvoiceXml'] === true || expected['mustBeRefused'] === true) return true
  const invoices = expected['invoices']
  if (Array.isArray(invoices)) return invoices.every((invoice) => 'unreadable' in invoice)
  return expected['number'] === undefined
}

function refused(refusal: Refusal): Found {
  const embedded = refusal.facts['embeddedFiles']
  const files =
    embedded === undefined
      ? {}
      : {
          embeddedFiles: String(embedded)
            .split(', ')
            .filter((name) => name !== ''),
        }
  const none = refusal.code === 'pdf_without_invoice' ? { noInvoiceXml: true } : {}
  return { refusal, json: { ...files, ...none, refused: { code: refusal.code, ...refusal.facts } } }
}

function fileJson(file: ReadInvoiceFile): { readonly [key: string]: Json } {
  switch (file.kind) {
    case 'xml':
      return invoiceJson(file.invoice)
    case 'pdf':
      return {
        embeddedFiles: file.embeddedFiles,
        invoices: file.invoices.map((each) => ({ file: each.file, ...invoiceJson(each.invoice) })),
      }
    case 'table': {
      const { format, encoding, delimiter, sheet, header, rows } = file.table
      return { format, encoding, delimiter, sheet, header, rows: rows.length }
    }
  }
}

// The corpora list other keys for documents that name their type in words (ebInterface).
function invoiceJson(invoice: ReadInvoice): { readonly [key: string]: Json } {
  const { syntax, profile, number, typeCode, documentType, issueDate, dueDate, currency } = invoice
  const head = { syntax, profile, number, typeCode, documentType, issueDate, dueDate, currency }
  const parties = { seller: invoice.seller.name, buyer: invoice.buyer.name, payee: invoice.payee }
  const sums = { grossTotal: invoice.grossTotal, prepaid: invoice.prepaid, payable: invoice.payable }
  if (documentType !== undefined) {
    return {
      ...head,
      ...parties,
      ...sums,
      ...payment(invoice),
      discounts: discounts(invoice),
      orderId: invoice.orderReference,
    }
  }
  const { buyerReference, netTotal } = invoice
  return { ...head, ...parties, buyerReference, netTotal, ...sums, ...payment(invoice), ...rest(invoice) }
}

function payment(invoice: ReadInvoice) {
  return {
    taxTotals: some(invoice.taxTotals.map(({ amount, currency = '' }) => `${amount} ${currency}`)),
    paymentMeans: some(invoice.paymentMeans),
    iban: some(invoice.ibans),
    bic: some(invoice.bics),
    debtorIban: some(invoice.debtorIbans),
    mandate: invoice.mandate,
    remittanceId: some(invoice.remittanceIds),
    paymentTerms: some(invoice.paymentTerms),
    skonto: some(invoice.skonto),
  }
}

function rest(invoice: ReadInvoice) {
  return {
    precedingInvoice: some(invoice.precedingInvoices),
    lines: invoice.lines.length,
    attachments: invoice.attachments.length === 0 ? undefined : invoice.attachments.length,
  }
}

function discounts(invoice: ReadInvoice) {
  return some(invoice.discounts.map(({ date, percent, base }) => ({ date, percent, base })))
}

/** A list that has something in it: an empty one is left out of the JSON. */
function some<Item extends Json>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items
}
