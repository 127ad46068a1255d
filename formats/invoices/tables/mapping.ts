// Which column is which field, as proposed by the headings and their cells and as a person leaves it. A mapping is
// plain data, so that it can be kept and used again for the next file of the same program.

import { type DecimalMark, decimalMarkOf, readAmount } from './amounts.ts'
import { type DayOrder, dayOrderOf, readDay } from './days.ts'
import { AMOUNT_FIELDS, DATE_FIELDS, type Field, fieldOfHeading } from './fields.ts'

export type Mapping = {
  /** Column by field, counted from 0. */
  readonly columns: Readonly<Partial<Record<Field, number>>>
  /** A person's answers where a column does not show it. */
  readonly decimalMarks?: Readonly<Partial<Record<Field, DecimalMark>>>
  readonly dayOrders?: Readonly<Partial<Record<Field, DayOrder>>>
  /** What holds for all rows where the table has no column for it. */
  readonly given?: { readonly currency?: string; readonly country?: string }
}

/** What only a person can say, in the order to ask. */
export type MappingQuestion =
  | { readonly code: 'which_column'; readonly field: Field }
  | { readonly code: 'which_decimal_mark'; readonly field: Field; readonly column: number; readonly sample: string }
  | { readonly code: 'which_day_order'; readonly field: Field; readonly column: number; readonly sample: string }
  | { readonly code: 'which_currency' }
  | { readonly code: 'which_country' }

export type MappingSuggestion = {
  readonly mapping: Mapping
  readonly questions: readonly MappingQuestion[]
  /** Columns that mean nothing to us. */
  readonly unused: readonly number[]
}

/** Proposes what each column means. The more rows are shown, the fewer questions are left. */
export function suggestMapping(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): MappingSuggestion {
  const columns = nameIsLastName(columnsByHeading(header, sampleRows))
  const currency = currencyShown(columns, header, sampleRows)
  const mapping: Mapping = { columns, ...(currency === undefined ? {} : { given: { currency } }) }
  const used = new Set(Object.values(columns))
  return {
    mapping,
    questions: questionsOf(mapping, sampleRows),
    unused: header.map((_heading, column) => column).filter((column) => !used.has(column)),
  }
}

/** What a person still has to say before the rows can be taken in. */
export function questionsOf(mapping: Mapping, rows: readonly (readonly string[])[]): MappingQuestion[] {
  const { columns, given } = mapping
  const questions: MappingQuestion[] = missingFields(columns).map((field) => ({ code: 'which_column', field }))
  for (const [field, column] of fieldsOf(columns)) {
    const cells = rows.map((row) => row[column] ?? '')
    if (AMOUNT_FIELDS.has(field) && mapping.decimalMarks?.[field] === undefined) {
      const sample = undecided(cells, readAmount, decimalMarkOf)
      if (sample !== undefined) questions.push({ code: 'which_decimal_mark', field, column, sample })
    }
    if (DATE_FIELDS.has(field) && mapping.dayOrders?.[field] === undefined) {
      const sample = undecided(cells, readDay, dayOrderOf)
      if (sample !== undefined) questions.push({ code: 'which_day_order', field, column, sample })
    }
  }
  if (columns.currency === undefined && given?.currency === undefined) questions.push({ code: 'which_currency' })
  if (columns.country === undefined && given?.country === undefined) questions.push({ code: 'which_country' })
  return questions
}

/** The fields that have a column, in the order of the columns. */
export function fieldsOf(columns: Mapping['columns']): [Field, number][] {
  // Only fields are keys of columns.
  return (Object.entries(columns) as [Field, number][]).toSorted(([, a], [, b]) => a - b)
}

// A column that reads as what its heading says wins over one that does not; then the better heading, then the first.
function columnsByHeading(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Partial<Record<Field, number>> {
  const matches = header
    .flatMap((heading, column) => {
      const match = fieldOfHeading(heading)
      return match === undefined ? [] : [{ ...match, column }]
    })
    .filter(({ field, column }) =>
      fits(
        field,
        rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''),
      ),
    )
    .toSorted((a, b) => b.rank - a.rank || b.column - a.column)
  return Object.fromEntries(matches.map(({ field, column }) => [field, column]))
}

const YES_OR_NO = /^(ja|nein|j|n|x|-|yes|no|true|false)$/i

function fits(field: Field, cells: readonly string[]): boolean {
  if (field === 'email') return cells.length === 0 || cells.some((cell) => cell.includes('@'))
  const reads = AMOUNT_FIELDS.has(field)
    ? (cell: string) => readAmount(cell) !== undefined || (field === 'paid' && YES_OR_NO.test(cell))
    : DATE_FIELDS.has(field)
      ? (cell: string) => readDay(cell) !== undefined || (field === 'dueDate' && isTerm(cell))
      : () => true
  return cells.filter(reads).length * 2 >= cells.length
}

/** A term of payment in days instead of a due date: "14", "14 Tage", "30 Tage netto". */
export function isTerm(cell: string): boolean {
  return /^\d{1,3}(\s*(Tagen?|days?|dagen))?(\s*netto)?$/i.test(cell)
}

// "Vorname" beside "Name": then the name is the last name.
function nameIsLastName(columns: Partial<Record<Field, number>>): Partial<Record<Field, number>> {
  const { name, ...others } = columns
  if (name === undefined || columns.firstName === undefined || columns.lastName !== undefined) return columns
  return { ...others, lastName: name }
}

function missingFields(columns: Mapping['columns']): Field[] {
  const missing: Field[] = []
  if (columns.number === undefined) missing.push('number')
  if (columns.issueDate === undefined) missing.push('issueDate')
  if (columns.total === undefined && columns.open === undefined) missing.push('total')
  if (columns.company === undefined && columns.lastName === undefined && columns.name === undefined)
    missing.push('name')
  return missing
}

function currencyShown(
  columns: Mapping['columns'],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  if (columns.currency !== undefined) return undefined
  const amounts = fieldsOf(columns).filter(([field]) => AMOUNT_FIELDS.has(field))
  const shown = amounts.some(([, column]) =>
    [header[column] ?? '', ...rows.map((row) => row[column] ?? '')].some((text) => /€|\bEUR\b|\bEuro\b/.test(text)),
  )
  return shown ? 'EUR' : undefined
}

// A cell that can be read in two ways in a column where no other cell decides.
function undecided(
  cells: readonly string[],
  read: (cell: string) => { readonly kind: 'sure' | 'either' } | undefined,
  decide: (cells: readonly string[]) => unknown,
): string | undefined {
  const sample = cells.find((cell) => cell !== '' && read(cell)?.kind === 'either')
  return sample === undefined || decide(cells) !== undefined ? undefined : sample
}
