// A file to its invoices: by content to XML or PDF, by the root element to a syntax.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { readCsv } from './csv/index.ts'
import { foreignKindOf } from './foreign.ts'
import { type ReadInvoice } from './invoice.ts'
import { kindOf, zipKindOf } from './kinds.ts'
import { type EmbeddedInvoice, readPdf } from './pdf/index.ts'
import { type ReadResult } from './refusals.ts'
import { type InvoiceSyntax } from './syntax.ts'
import { type Table } from './tables/table.ts'
import { readXlsx } from './xlsx/index.ts'
import { parseXml } from './xml/parse.ts'

export type ReadInvoiceFile =
  | { readonly kind: 'xml'; readonly fileName: string; readonly invoice: ReadInvoice }
  | {
      readonly kind: 'pdf'
      readonly fileName: string
      /** The invoice to go by: the first of `invoices`. */
      readonly invoice: ReadInvoice
      readonly embeddedFiles: readonly string[]
      readonly invoices: readonly EmbeddedInvoice[]
    }
  | { readonly kind: 'table'; readonly fileName: string; readonly table: Table }

const DOCUMENT_BYTES_MAX = 25_000_000
const TABLE_BYTES_MAX = 200_000_000

/** Reads a file by its content. Never throws: whatever cannot be read is refused with a code and where it is. */
export async function readFileWith(
  syntaxes: readonly InvoiceSyntax[],
  bytes: Uint8Array,
  fileName: string,
): Promise<ReadResult<ReadInvoiceFile>> {
  const kind = kindOf(bytes)
  const bytesMax = kind.kind === 'xml' || kind.kind === 'pdf' ? DOCUMENT_BYTES_MAX : TABLE_BYTES_MAX
  if (bytes.length > bytesMax) return refuse('too_large', { bytes: bytes.length, bytesMax })
  switch (kind.kind) {
    case 'empty':
      return refuse('empty_file')
    case 'xml': {
      const read = readXmlWith(syntaxes, bytes)
      return read.ok ? accept({ kind: 'xml', fileName, invoice: read.value.invoice }) : read
    }
    case 'pdf':
      return readPdfFile(syntaxes, bytes, fileName)
    case 'text':
      return asTable(readCsv(bytes), fileName)
    case 'zip': {
      const inside = zipKindOf(bytes)
      if (inside !== 'xlsx') return refuse('unsupported_document', { kind: inside })
      return asTable(await readXlsx(bytes), fileName)
    }
    case 'other':
      return refuse('unsupported_document', { kind: kind.name })
  }
}

async function readPdfFile(
  syntaxes: readonly InvoiceSyntax[],
  bytes: Uint8Array,
  fileName: string,
): Promise<ReadResult<ReadInvoiceFile>> {
  const read = await readPdf(bytes, (xml) => readXmlWith(syntaxes, xml))
  if (!read.ok) return read
  const [first] = read.value.invoices
  if (first === undefined) throw new Error('a PDF that was read has an invoice')
  return accept({ kind: 'pdf', fileName, invoice: first.invoice, ...read.value })
}

function asTable(read: ReadResult<Table>, fileName: string): ReadResult<ReadInvoiceFile> {
  return read.ok ? accept({ kind: 'table', fileName, table: read.value }) : read
}

function readXmlWith(
  syntaxes: readonly InvoiceSyntax[],
  bytes: Uint8Array,
): ReadResult<{ readonly generation: number; readonly invoice: ReadInvoice }> {
  const root = parseXml(bytes)
  if (!root.ok) return root
  const syntax = syntaxes.find((each) => each.recognises(root.value))
  if (syntax === undefined) {
    const foreign = foreignKindOf(root.value)
    if (foreign !== undefined) return refuse('unsupported_document', { kind: foreign })
    return refuse('not_an_invoice', {
      root: root.value.name.slice(0, 80),
      namespace: root.value.namespace.slice(0, 200),
    })
  }
  const read = syntax.read(root.value)
  return read.ok ? accept({ generation: syntax.generation, invoice: read.value }) : read
}
