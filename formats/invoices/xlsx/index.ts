// A table of invoices in an Excel workbook: the first sheet that has rows.

import { accept, refuse } from '@mahnwerk/core/refusals'
import readXlsxFile from 'read-excel-file/universal'
import { type ReadResult } from '../refusals.ts'
import { type Table, tableOf } from '../tables/table.ts'
import { cellText } from './cells.ts'
import { unpackedSizeOf } from './size.ts'

const UNPACKED_BYTES_MAX = 400_000_000

/** Reads a workbook. Refuses one that is broken or would unpack to more than 400 MB. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadResult<Table>> {
  const unpacked = unpackedSizeOf(bytes)
  if (unpacked === undefined) return refuse('spreadsheet_broken', { reason: 'directory' })
  if (unpacked > UNPACKED_BYTES_MAX) return refuse('too_large', { bytes: unpacked, bytesMax: UNPACKED_BYTES_MAX })
  try {
    const sheets = await readXlsxFile(Uint8Array.from(bytes).buffer, { parseNumber: (number) => ({ number }) })
    const filled = sheets.find(({ data }) => data.length > 0)
    if (filled === undefined) return refuse('empty_file')
    const records = filled.data.map((row) => row.map(cellText))
    return accept(tableOf({ format: 'xlsx', sheet: filled.sheet }, records))
  } catch (error) {
    return refuse('spreadsheet_broken', { reason: error instanceof Error ? error.message.slice(0, 200) : 'unreadable' })
  }
}
