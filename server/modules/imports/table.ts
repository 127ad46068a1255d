// The table of an import, read again from its kept original: nothing of it is held between requests.

import {
  type Mapping,
  type MappingQuestion,
  type Table,
  questionsOf,
  readInvoiceFile,
  suggestMapping,
} from '@mahnwerk/formats/invoices'
import { type Context, refused } from '../../http/index.ts'
import { blobContent, loadDocument } from '../documents/index.ts'
import type { Import } from './import.ts'

/** Throws Refused where the import is no table. */
export async function readTable(context: Context, { kind, documentId }: Import): Promise<Table> {
  if (kind !== 'table' || documentId === null) throw refused('import_not_a_table')
  const { name, sha256 } = await loadDocument(context, documentId)
  const read = await readInvoiceFile(await blobContent(context, Buffer.from(sha256, 'hex')), name)
  if (!read.ok || read.value.kind !== 'table') throw new Error(`document ${documentId} was a table when it came`)
  return read.value.table
}

export type Assigned = { readonly mapping: Mapping; readonly questions: readonly MappingQuestion[] }

/** The mapping a person left, else the one the headings suggest, with what only a person can still say. */
export function assigned(table: Table, mapping: Mapping | null): Assigned {
  const rows = table.rows.map(({ cells }) => cells)
  return mapping === null ? suggestMapping(table.header, rows) : { mapping, questions: questionsOf(mapping, rows) }
}
