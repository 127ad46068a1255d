// Why a figure is what it is, as a value: a tree of lines, each with what it comes to, the quantities it was made from and the
// source that says so. Pages, letters, API answers and the terminal render the same tree, so that they cannot differ.

import type { LocalDate } from '../calendar/index.ts'
import type { Mark, Source } from '../facts/index.ts'
import { type Millionths, type Minor, percentText } from '../money/index.ts'

/** A quantity in an explanation, told apart so that each language can write it its own way. */
export type Quantity =
  | { readonly kind: 'money'; readonly amount: Minor }
  | { readonly kind: 'day'; readonly day: LocalDate }
  /** Percent as decimal text: "9.97". */
  | { readonly kind: 'percent'; readonly percent: string }
  /** A plain number as decimal text: "1.3", "107". */
  | { readonly kind: 'number'; readonly number: string }
  /** A name that is the same in every language: a number of an invoice, a case's reference. */
  | { readonly kind: 'name'; readonly name: string }
  /** A word of the catalogue, by its key. */
  | { readonly kind: 'word'; readonly key: string }

export type Line = {
  /** The catalogue's key of the sentence. */
  readonly key: string
  readonly amount?: Minor
  readonly quantities: Readonly<Record<string, Quantity>>
  readonly sources: readonly Source[]
  readonly marks: readonly Mark[]
  readonly lines: readonly Line[]
}

type LineParts = Partial<Omit<Line, 'key'>>

/** A line; what is not given is empty. */
export function line(key: string, parts: LineParts = {}): Line {
  return { key, quantities: {}, sources: [], marks: [], lines: [], ...parts }
}

export const inMoney = (amount: Minor): Quantity => ({ kind: 'money', amount })
export const onDay = (of: LocalDate): Quantity => ({ kind: 'day', day: of })
export const inPercent = (rate: Millionths): Quantity => ({ kind: 'percent', percent: percentText(rate) })
export const inNumber = (number: number | string): Quantity => ({ kind: 'number', number: String(number) })
export const byName = (name: string): Quantity => ({ kind: 'name', name })
export const inWord = (key: string): Quantity => ({ kind: 'word', key })

/** Every mark in the tree, once each. */
export function marksOf(of: Line): readonly Mark[] {
  return [...new Set([...of.marks, ...of.lines.flatMap(marksOf)])]
}

/** Every source in the tree, once each by its citation, in the order of reading. */
export function sourcesOf(of: Line): readonly Source[] {
  const all = [...of.sources, ...of.lines.flatMap(sourcesOf)]
  return [...new Map(all.map((source) => [source.citation, source])).values()]
}
