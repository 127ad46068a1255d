// Why a file is not read as an invoice, in the order in which the reasons win. `place` in the facts says where:
// a file inside the file, a line and column, or the business term that is missing.

import { type Result } from '@mahnwerk/core/refusals'

export type ReadRefusalCode =
  | 'empty_file' // no bytes
  | 'too_large' // bytes, bytesMax
  | 'unsupported_document' // kind: what it is, by name (an order, a bank file, a picture)
  | 'pdf_encrypted'
  | 'pdf_broken' // reason
  | 'pdf_without_invoice' // embeddedFiles: names joined by ", "
  | 'spreadsheet_broken' // reason
  | 'not_well_formed' // line, column, reason
  | 'document_type_declaration' // line: a DTD is never part of an invoice and can be an attack
  | 'not_an_invoice' // root
  | 'missing_number' // place
  | 'missing_date' // place

export type ReadResult<Value> = Result<Value, ReadRefusalCode>
