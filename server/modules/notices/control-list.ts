// The list that lies before the letters: how many, of whom, with how many pages, and which invoices could not be enclosed, so that
// whoever fills the envelopes can check each and lay in by hand what is missing.

import { type LocalDate, formatDay } from '@mahnwerk/core/calendar'
import type { Cell } from '@mahnwerk/core/letters'
import { type Currency, type Minor, formatMoney, minor, sum } from '@mahnwerk/core/money'
import type { ListSheet, MergedSheet } from '../../letters/index.ts'
import type { PoolEntry } from './print-pool.ts'
import { LIST_WORDS } from './words.ts'

export type ListLine = PoolEntry & {
  readonly notForPaper: readonly string[]
  readonly sheet: MergedSheet | undefined
}

export function controlList(
  lines: readonly ListLine[],
  creditor: string,
  day: LocalDate,
  language: 'de' | 'en',
): ListSheet {
  const words = LIST_WORDS[language]
  const totals = Map.groupBy(lines, ({ currency }) => currency)
  const sums = [...totals]
    .map(([code, of]) => written(sum(of.map(({ total }) => minor(total))), code, language))
    .join(', ')
  const enclosed = lines.reduce((all, { sheet }) => all + (sheet?.enclosed ?? 0), 0)
  const missing = lines.reduce((all, line) => all + missingOf(line, language).length, 0)
  const pages = lines.reduce((all, { sheet }) => all + (sheet?.pages ?? 0), 0)
  return {
    language,
    day,
    title: words.title,
    facts: [
      { label: words.creditor, value: creditor },
      { label: words.day, value: formatDay(day, language) },
      { label: words.count, value: String(lines.length) },
      { label: words.sum, value: sums },
      { label: words.enclosed, value: String(enclosed) },
      ...(missing === 0 ? [] : [{ label: words.missing, value: String(missing) }]),
    ],
    columns: [
      { title: words.number, align: 'start', width: 'own' },
      { title: words.level, align: 'end', width: 'own' },
      { title: words.debtor, align: 'start', width: 'rest' },
      { title: words.place, align: 'start', width: 'own' },
      { title: words.sheetPages, align: 'end', width: 'own' },
      { title: words.amount, align: 'end', width: 'own' },
    ],
    rows: [
      ...lines.map((line) => ({ kind: 'line' as const, cells: cellsOf(line, language) })),
      { kind: 'total', cells: [words.total, '', '', '', String(pages), sums].map(cellOf) },
    ],
    pages: words.pages,
  }
}

function cellsOf(line: ListLine, language: 'de' | 'en'): Cell[] {
  const { number, level, debtorName, place, sheet, total, currency } = line
  const name = { text: debtorName, under: missingOf(line, language) }
  const [amount, pages] = [written(minor(total), currency, language), String(sheet?.pages ?? 0)]
  return [cellOf(number), cellOf(String(level)), name, ...[place, pages, amount].map(cellOf)]
}

function cellOf(text: string): Cell {
  return { text }
}

/** Amounts are kept with the code of a currency that was known when they were written. */
function written(amount: Minor, code: string, language: 'de' | 'en'): string {
  return formatMoney(amount, code as Currency, language)
}

function missingOf({ notForPaper, sheet }: ListLine, language: 'de' | 'en'): string[] {
  const words = LIST_WORDS[language]
  const left = (sheet?.leftOut ?? []).map(({ name, why }) => [name, words.why[why]] as const)
  const electronic = notForPaper.map((name) => [name, words.why.electronic] as const)
  return [...left, ...electronic].map(([name, why]) => `${words.notEnclosed}: ${name} (${why})`)
}
