// A table of invoices in a text file: encoding and delimiter are found out, not asked for.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { CsvError, parse } from 'csv-parse/sync'
import { type ReadResult } from '../refusals.ts'
import { type Table, tableOf } from '../tables/table.ts'
import { decodeText } from './decode.ts'
import { delimiterOf } from './delimiter.ts'

/** Reads a CSV file. Refuses text that is no table, and a quote that is never closed. */
export function readCsv(bytes: Uint8Array): ReadResult<Table> {
  const { text, encoding } = decodeText(bytes)
  const delimiter = delimiterOf(text)
  if (delimiter === undefined) return refuse('not_an_invoice', { root: 'text' })
  const records = recordsOf(text.replace(/^sep=.\r?\n/i, '\n'), delimiter)
  if (!records.ok) return records
  return accept(tableOf({ format: 'csv', encoding, delimiter }, records.value))
}

function recordsOf(text: string, delimiter: string): ReadResult<string[][]> {
  try {
    return accept(parse(text, { delimiter, trim: true, relax_column_count: true, relax_quotes: true }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The library numbers the line at which it gave up; types call further fields unknown.
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    return refuse('not_well_formed', { line, column: 1, reason: error.code })
  }
}
