// The limit of an import: the same files read and judged by the same readers, and nothing kept.

import { applyMapping, claimOf, readInvoiceFile, suggestMapping } from '@mahnwerk/formats/invoices'
import type { File } from './files.ts'

/** Returns how many invoices are in the table. */
export async function readTable({ bytes, name }: File): Promise<number> {
  const read = await readInvoiceFile(bytes, name)
  if (!read.ok || read.value.kind !== 'table') throw new Error(`${name} is no table`)
  const { table } = read.value
  const { mapping } = suggestMapping(
    table.header,
    table.rows.map(({ cells }) => cells),
  )
  let good = 0
  for (const row of applyMapping(table, mapping)) if (row.ok) good += 1
  return good
}

export async function readEInvoices(files: readonly File[]): Promise<number> {
  let good = 0
  for (const { bytes, name } of files) {
    const read = await readInvoiceFile(bytes, name)
    if (read.ok && read.value.kind !== 'table' && claimOf(read.value.invoice).ok) good += 1
  }
  return good
}
