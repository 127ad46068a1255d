// A PDF with an invoice inside (Factur-X, ZUGFeRD): the embedded XML is the invoice, the picture is not looked at.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { type ReadInvoice } from '../invoice.ts'
import { type ReadResult } from '../refusals.ts'
import { type Attachment, attachmentsOf } from './attachments.ts'
import { openPdf } from './open.ts'

/** An invoice with the name of its file inside the PDF and how new its syntax is. */
export type EmbeddedInvoice = { readonly file: string; readonly generation: number; readonly invoice: ReadInvoice }

export type PdfInvoices = {
  readonly embeddedFiles: readonly string[]
  /** At least one; the first is the one to go by: of several the newest syntax, then the one with more lines. */
  readonly invoices: readonly EmbeddedInvoice[]
}

type ReadXml = (bytes: Uint8Array) => ReadResult<{ readonly generation: number; readonly invoice: ReadInvoice }>

const XML_BYTES_MAX = 25_000_000
const CANDIDATES_MAX = 8

/** Reads the invoices in a PDF by the given reader of XML. */
export async function readPdf(bytes: Uint8Array, readXml: ReadXml): Promise<ReadResult<PdfInvoices>> {
  const document = await openPdf(bytes)
  if (!document.ok) return document
  const attachments = listed(document.value)
  const embeddedFiles = attachments.map((each) => each.name)
  const results = candidates(attachments).map((each) => readAttachment(each, readXml))
  const invoices = results.flatMap((result) => (result.ok ? [result.value] : [])).toSorted(byPreference)
  if (invoices.length > 0) return accept({ embeddedFiles, invoices })
  const names = embeddedFiles.join(', ')
  const refused = results.find((result) => !result.ok)
  if (refused === undefined || refused.ok) return refuse('pdf_without_invoice', { embeddedFiles: names })
  return refuse(refused.refusal.code, { ...refused.refusal.facts, embeddedFiles: names })
}

function listed(document: Parameters<typeof attachmentsOf>[0]): Attachment[] {
  try {
    return attachmentsOf(document)
  } catch {
    return [] // a catalogue whose entries are not what they must be holds nothing we could read
  }
}

const INVOICE_NAMES = /^(factur-x|zugferd-invoice|xrechnung)\.xml$/i

// The names of the standards; where none is there, any XML, because not every program keeps to the names.
function candidates(attachments: readonly Attachment[]): readonly Attachment[] {
  const named = attachments.filter((each) => INVOICE_NAMES.test(each.name))
  const chosen = named.length > 0 ? named : attachments.filter((each) => /\.xml$/i.test(each.name))
  return chosen.slice(0, CANDIDATES_MAX)
}

function readAttachment(attachment: Attachment, readXml: ReadXml): ReadResult<EmbeddedInvoice> {
  const place = { file: attachment.name }
  const content = attachment.content(XML_BYTES_MAX)
  if (content === undefined) return refuse('pdf_broken', { ...place, reason: 'embedded file unreadable' })
  const read = readXml(content)
  if (!read.ok) return refuse(read.refusal.code, { ...read.refusal.facts, ...place })
  return accept({ ...place, ...read.value })
}

function byPreference(a: EmbeddedInvoice, b: EmbeddedInvoice): number {
  return b.generation - a.generation || b.invoice.lines.length - a.invoice.lines.length
}
