// Which of the first records is the header: exports put titles, dates and blank rows above it, or leave it out.

import { fieldOfHeading } from './fields.ts'

const LOOKED_AT = 20

/** Index of the header; undefined where the table starts with data. */
export function headerIndexOf(records: readonly (readonly string[])[]): number | undefined {
  const scores = records.slice(0, LOOKED_AT).map(recognised)
  const best = Math.max(0, ...scores)
  if (best >= 2) return scores.indexOf(best)
  const first = records.findIndex((cells) => cells.filter((cell) => cell !== '').length >= 2)
  return first < 0 || looksLikeData(records[first] ?? []) ? undefined : first
}

function recognised(cells: readonly string[]): number {
  return new Set(cells.flatMap((cell) => fieldOfHeading(cell)?.field ?? [])).size
}

function looksLikeData(cells: readonly string[]): boolean {
  return cells.some(
    (cell) => /^[+-]?[\d.,]+(\s*(€|EUR))?$/.test(cell) || /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(cell),
  )
}
