// A table of invoices in an Excel workbook: the first sheet that has rows.

import { accept, refuse } from '@mahnwerk/core/refusals'
import readXlsxFile from 'read-excel-file/universal'
import { type ReadResult } from '../refusals.ts'
import { type Table, tableOf } from '../tables/table.ts'
import { cellText } from './cells.ts'
import { dangerIn } from './guard.ts'

/** Reads a workbook. Refuses one that is broken, unpacks to too much or would stall the reader. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadResult<Table>> {
  try {
    const danger = dangerIn(bytes)
    if (danger !== undefined) return refuse('spreadsheet_broken', { reason: danger })
    const sheets = await readXlsxFile(Uint8Array.from(bytes).buffer, { parseNumber: (number) => ({ number }) })
    const filled = sheets.find(({ data }) => data.length > 0)
    if (filled === undefined) return refuse('empty_file')
    const records = filled.data.map((row) => row.map(cellText))
    return accept(tableOf({ format: 'xlsx', sheet: filled.sheet }, records))
  } catch (error) {
    return refuse('spreadsheet_broken', { reason: error instanceof Error ? error.message.slice(0, 200) : 'unreadable' })
  }
}
