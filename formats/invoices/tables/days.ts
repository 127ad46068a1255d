// Days as programs write them: 21.11.2026, 21.11.26, 2026-11-21, 20261121, with or without a time behind. With slashes
// or hyphens a cell alone may be readable in two ways (03/04/2026); the other cells of its column decide.

import { type LocalDate, parseDay } from '@mahnwerk/core/calendar'

export type DayOrder = 'day-first' | 'month-first'

export type ReadDay =
  | { readonly kind: 'sure'; readonly day: LocalDate; readonly order?: DayOrder }
  | { readonly kind: 'either'; readonly dayFirst: LocalDate; readonly monthFirst: LocalDate }

/** Undefined where the cell is no day or no such day exists. */
export function readDay(cell: string): ReadDay | undefined {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(text)
  if (dotted) return sure(dayOf(dotted[3], dotted[2], dotted[1]))
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text)
  if (iso) return sure(dayOf(iso[1], iso[2], iso[3]))
  const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  return slashed ? either(slashed[4], slashed[1], slashed[3]) : undefined
}

/** The day of a cell in a column with this order; undefined where it stays readable in two ways. */
export function dayIn(read: ReadDay, order: DayOrder | undefined): LocalDate | undefined {
  if (read.kind === 'sure') return read.day
  if (order === undefined) return undefined
  return order === 'day-first' ? read.dayFirst : read.monthFirst
}

/** The order of a column; undefined where no cell shows it or cells contradict each other. */
export function dayOrderOf(cells: Iterable<string>): DayOrder | undefined {
  const orders = new Set<DayOrder>()
  for (const cell of cells) {
    const read = cell === '' ? undefined : readDay(cell)
    if (read?.kind === 'sure' && read.order !== undefined) orders.add(read.order)
  }
  const [only] = orders
  return orders.size === 1 ? only : undefined
}

function either(year: string | undefined, first: string | undefined, second: string | undefined): ReadDay | undefined {
  const dayFirst = dayOf(year, second, first)
  const monthFirst = dayOf(year, first, second)
  if (dayFirst === undefined) return sure(monthFirst, 'month-first')
  if (monthFirst === undefined) return sure(dayFirst, 'day-first')
  return dayFirst === monthFirst ? sure(dayFirst) : { kind: 'either', dayFirst, monthFirst }
}

function sure(day: LocalDate | undefined, order?: DayOrder): ReadDay | undefined {
  if (day === undefined) return undefined
  return order === undefined ? { kind: 'sure', day } : { kind: 'sure', day, order }
}

// Two digits of a year are of this century: invoices are not older.
function dayOf(year = '', month = '', day = ''): LocalDate | undefined {
  return parseDay(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
