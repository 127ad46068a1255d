// What a person filled in: words by name, as they stand behind the # of the address. They never leave the browser that way,
// and a link holds all of them. Amounts are decimal ("1200.50"), days ISO, ticks "ja" and "nein", rows "art,tag,betrag".

import { type LocalDate, parseDay } from '@mahnwerk/core/calendar'
import {
  AMOUNT_MAX,
  type Currency,
  type Millionths,
  type Minor,
  ZERO,
  parseDecimal,
  percent,
} from '@mahnwerk/core/money'

export type Given = Readonly<Record<string, readonly string[]>>

export function givenFrom(hash: string): Given {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]))
}

/** With the leading #, or empty where nothing is given. */
export function hashOf(given: Given): string {
  const pairs = Object.entries(given).flatMap(([name, values]) => values.map((value) => [name, value]))
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? '' : `#${text}`
}

/** Given anew under a name; empty words are taken away. */
export function withGiven(given: Given, name: string, values: readonly string[]): Given {
  const { [name]: _, ...others } = given
  const kept = values.filter((value) => value !== '')
  return kept.length === 0 ? others : { ...others, [name]: kept }
}

export function wordIn(given: Given, name: string): string | undefined {
  return given[name]?.[0]
}

export function oneOfIn<Known extends string>(given: Given, name: string, known: readonly Known[]): Known | undefined {
  const word = wordIn(given, name)
  return known.find((each) => each === word)
}

export function dayIn(given: Given, name: string): LocalDate | undefined {
  return dayOf(wordIn(given, name))
}

export function amountIn(given: Given, name: string, currency: Currency): Minor | undefined {
  return amountOf(wordIn(given, name), currency)
}

/** A percentage with at most four decimals. */
export function percentIn(given: Given, name: string): Millionths | undefined {
  const word = wordIn(given, name)
  return word !== undefined && /^\d{1,3}(\.\d{1,4})?$/.test(word) ? percent(word) : undefined
}

export function wholeIn(given: Given, name: string): number | undefined {
  const word = wordIn(given, name)
  return word !== undefined && /^\d{1,4}$/.test(word) ? Number(word) : undefined
}

export function tickIn(given: Given, name: string, otherwise: boolean): boolean {
  const word = oneOfIn(given, name, ['ja', 'nein'])
  return word === undefined ? otherwise : word === 'ja'
}

export type GivenRow = {
  readonly kind: string
  readonly on: LocalDate | undefined
  readonly amount: Minor | undefined
  readonly until: LocalDate | undefined
}

export function rowsIn(given: Given, name: string, currency: Currency): readonly GivenRow[] {
  return (given[name] ?? []).map((word) => {
    const [kind = '', on, amount, until] = word.split(',')
    return { kind, on: dayOf(on), amount: amountOf(amount, currency), until: dayOf(until) }
  })
}

/** The reverse of rowsIn; the amount as decimal text. */
export function rowText(kind: string, on?: string, amount?: string, until?: string): string {
  return [kind, on ?? '', amount ?? '', until ?? ''].join(',').replace(/,+$/, '')
}

function dayOf(word: string | undefined): LocalDate | undefined {
  return word === undefined || word === '' ? undefined : parseDay(word)
}

// Never below zero: a calculator is asked about sums that somebody owes.
function amountOf(word: string | undefined, currency: Currency): Minor | undefined {
  const amount = word === undefined || word === '' ? undefined : parseDecimal(word, currency)
  return amount === undefined || amount < ZERO || amount > AMOUNT_MAX ? undefined : amount
}
