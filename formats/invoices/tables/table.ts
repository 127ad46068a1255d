// A list of invoices as a program exports it: a header and rows of text. Where a spreadsheet has typed cells they are
// written so that they can be read in one way only (see ../xlsx/cells.ts).

import { headerIndexOf } from './header.ts'

export type TableRow = {
  /** Number of the row as a spreadsheet shows it, counted from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export type Table = {
  readonly format: 'csv' | 'xlsx'
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly header: readonly string[]
  /** Row in which the header stands; undefined where the table has none and the columns are only numbered. */
  readonly headerRow?: number
  readonly rows: readonly TableRow[]
}

/** Finds the header among the records and drops empty rows. */
export function tableOf(
  how: {
    readonly format: 'csv' | 'xlsx'
    readonly encoding?: string
    readonly delimiter?: string
    readonly sheet?: string
  },
  records: readonly (readonly string[])[],
): Table {
  const headerIndex = headerIndexOf(records)
  const rows = records
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(headerIndex === undefined ? 0 : headerIndex + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (headerIndex === undefined) return { ...how, header: numbered(rows), rows }
  return { ...how, header: (records[headerIndex] ?? []).map(oneLine), headerRow: headerIndex + 1, rows }
}

function numbered(rows: readonly TableRow[]): string[] {
  const columns = Math.max(0, ...rows.slice(0, 50).map(({ cells }) => cells.length))
  return Array.from({ length: columns }, (_unused, index) => String(index + 1))
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}
