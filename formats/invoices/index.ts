// Invoices that others wrote, read into one model. A new syntax is a folder and a line in SYNTAXES.

import { cii } from './cii/index.ts'
import { ebinterface } from './ebinterface/index.ts'
import { type ReadInvoiceFile, readFileWith } from './read-file.ts'
import { type ReadResult } from './refusals.ts'
import { type InvoiceSyntax } from './syntax.ts'
import { ubl } from './ubl/index.ts'
import { zugferd1 } from './zugferd/index.ts'

export const SYNTAXES: readonly InvoiceSyntax[] = [ubl, cii, zugferd1, ebinterface]

/**
 * Reads an invoice (XML, or PDF with XML inside) or a table of invoices (CSV, XLSX) by its content; the name is kept
 * for people only. Never throws: what cannot be read is refused with a code, facts and the place.
 */
export function readInvoiceFile(bytes: Uint8Array, fileName: string): Promise<ReadResult<ReadInvoiceFile>> {
  return readFileWith(SYNTAXES, bytes, fileName)
}

export { type ReadInvoiceFile } from './read-file.ts'
export {
  type ReadAddress,
  type ReadDiscount,
  type ReadInvoice,
  type ReadLine,
  type ReadParty,
  type ReadPeriod,
  type ReadSkonto,
  type ReadTax,
} from './invoice.ts'
export { type ReadRefusalCode, type ReadResult } from './refusals.ts'
export { type InvoiceSyntax } from './syntax.ts'
export { type Table, type TableRow } from './tables/table.ts'
export { type InvoiceClaim, type InvoiceClaimRefusal, claimOf } from './claim.ts'
export { type AppliedRow, applyMapping } from './tables/apply.ts'
export { FIELDS, type Field } from './tables/fields.ts'
export {
  type Mapping,
  type MappingQuestion,
  type MappingSuggestion,
  questionsOf,
  suggestMapping,
} from './tables/mapping.ts'
export { type RowRefusal, type RowRefusalCode } from './tables/row.ts'
export { INVOICE_TEXTS, type InvoiceSentence, invoiceSentence } from './texts.ts'
