// What a syntax of e-invoice declares. A new one is a folder with an index.ts that exports one of these, and a line
// in ../index.ts.

import { type ReadInvoice } from './invoice.ts'
import { type ReadResult } from './refusals.ts'
import { type XmlRoot } from './xml/element.ts'

export type InvoiceSyntax = {
  readonly name: string
  /** Newer syntaxes have the higher number: of two documents in one PDF the newer is the invoice. */
  readonly generation: number
  readonly recognises: (root: XmlRoot) => boolean
  readonly read: (root: XmlRoot) => ReadResult<ReadInvoice>
}
