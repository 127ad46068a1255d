// An answer for people: its tree with amounts at the end of the line, below each line how it was worked out and which rule says so.

import { formatDay, parseDay } from '@mahnwerk/core/calendar'
import { type Currency, currency as currencyOf, formatMoney, minor } from '@mahnwerk/core/money'
import { WORDS, type Words } from './words.ts'

export type Language = 'de' | 'en'

type Source = { readonly citation: string; readonly confidence: string }

type Explanation = {
  readonly text: string
  readonly working?: string
  readonly amount?: number
  readonly sources: readonly Source[]
  readonly marks: readonly string[]
  readonly lines: readonly Explanation[]
}

/** What answers may hold; which of it one holds depends on the calculation. */
type Shown = {
  readonly currency?: string
  readonly explanation?: Explanation
  readonly late?: { readonly explanation: Explanation }
  readonly flat?: { readonly explanation: Explanation }
  readonly dunningFee?: { readonly explanation: Explanation; readonly perLetter?: number }
  readonly interest?: number | { readonly periods: readonly { from: string; rate: string; source: Source }[] }
  readonly perDay?: number
  readonly days?: readonly { readonly on: string; readonly total: number }[]
  readonly instalments?: readonly { readonly explanation: Explanation }[]
  readonly lastDay?: string
  readonly warning?: keyof Words['warnings']
  readonly moves?: readonly Explanation[]
  readonly competentCourt?: { readonly name: string; readonly explanation: Explanation }
  readonly complete?: boolean
  readonly duties?: readonly { readonly text: string; readonly kept: boolean; readonly source: Source }[]
  readonly findings?: readonly { readonly title: string; readonly detail: string }[]
  readonly assumptions?: readonly Explanation[]
  readonly marks?: readonly (keyof Words['marks'])[]
}

const WIDTH = 86

export function show(answer: object, language: Language): string[] {
  const told = answer as Shown // an answer of the calculations, whose schemas name these members
  const words = WORDS[language]
  const money = moneyIn(currencyOf(told.currency ?? 'EUR'), language)
  const day = (text: string): string => dayIn(text, language)
  const tree = (of: Explanation): string[] => treeOf(of, 0, money)
  return [
    ...(told.explanation === undefined ? [] : tree(told.explanation)),
    ...(told.explanation === undefined && told.late ? tree(told.late.explanation) : []),
    ...(told.explanation === undefined && told.flat ? tree(told.flat.explanation) : []),
    ...(told.dunningFee === undefined ? [] : tree(told.dunningFee.explanation)),
    ...ratesOf(told, words, language),
    ...(told.perDay === undefined || told.perDay === 0 ? [] : [row(words.perDay, money(told.perDay))]),
    ...(told.days ?? []).map(({ on, total }) => row(words.paidOn(day(on)), money(total))),
    ...(told.instalments ?? []).flatMap(({ explanation }) => tree(explanation)),
    ...(told.lastDay === undefined ? [] : [row(words.lastDay, day(told.lastDay))]),
    ...(told.warning === undefined ? [] : [words.warnings[told.warning]]),
    ...titled(words.moves, (told.moves ?? []).flatMap(tree)),
    ...(told.competentCourt === undefined ? [] : [row(words.court, told.competentCourt.name)]),
    ...(told.duties ?? []).map(({ text, kept, source }) => `${kept ? '✓' : '✗'} ${text} [${source.citation}]`),
    ...(told.complete === undefined ? [] : [told.complete ? words.complete : words.incomplete]),
    ...(told.findings ?? []).map(({ title, detail }) => `✗ ${title}. ${detail}`),
    ...titled(
      words.assumed,
      (told.assumptions ?? []).map(({ text }) => `  ${text}`),
    ),
    ...(told.marks ?? []).map((mark) => words.marks[mark]),
  ]
}

function moneyIn(currency: Currency, language: Language): (amount: number) => string {
  return (amount) => formatMoney(minor(amount), currency, language)
}

function dayIn(text: string, language: Language): string {
  const day = parseDay(text)
  return day === undefined ? text : formatDay(day, language)
}

function treeOf(of: Explanation, depth: number, money: (amount: number) => string): string[] {
  const indent = '  '.repeat(depth)
  const citations = of.sources.map(({ citation }) => citation).join('; ')
  const below = [of.working, citations === '' ? undefined : `[${citations}]`].filter((text) => text !== undefined)
  return [
    row(indent + of.text, of.amount === undefined ? '' : money(of.amount)),
    ...below.map((text) => `${indent}    ${text}`),
    ...of.lines.flatMap((line) => treeOf(line, depth + 1, money)),
  ]
}

function row(text: string, value: string): string {
  return value === '' ? text : `${text.padEnd(WIDTH - value.length - 2)}  ${value}`
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}

function ratesOf({ interest }: Shown, words: Words, language: Language): string[] {
  if (interest === undefined || typeof interest === 'number') return []
  return interest.periods.map(({ from, rate, source }) => {
    const written = language === 'de' ? rate.replace('.', ',') : rate
    return row(words.rateFrom(dayIn(from, language), source.citation), `${written} %`)
  })
}
