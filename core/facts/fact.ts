// The law as data. A fact is a value that holds from a day, with the source that says so; a series holds the values of one
// question, newest first, each ended by the day before its successor begins. What nobody has published yet is not known, and
// what was only recalled or derived is marked: neither is ever used silently.

import { type LocalDate, day } from '../calendar/index.ts'
import { type Result, accept, refuse } from '../refusals/index.ts'

/** high: statute text or two independent sources. medium: one secondary source. low: recalled or derived, not seen. */
export type Confidence = 'high' | 'medium' | 'low'

export type Source = {
  /** As a lawyer quotes it: "§ 288 Abs. 1 BGB". */
  readonly citation: string
  readonly confidence: Confidence
  readonly note?: string
}

export type Fact<Value> = Source & { readonly from: LocalDate; readonly value: Value }

export type Series<Value> = {
  readonly name: string
  /** Newest first, no two from the same day. */
  readonly facts: readonly Fact<Value>[]
  /** The last day for which the newest value is published; absent where it holds until the law changes. */
  readonly knownUntil?: LocalDate
  /** What plain numbers among the values are: percent in millionths, amounts in minor units. For showing them only. */
  readonly unit?: Unit
}

export type Unit = 'percent' | 'money'

/** What a person has expressly allowed beyond the sure. */
export type Trust = {
  /** Facts of low confidence may be used; what rests on them is marked. */
  readonly lowConfidence: boolean
  /** The last published value may be carried beyond its day; what rests on it is marked. */
  readonly provisional: boolean
}

/** Nothing beyond the sure: the setting wherever nobody has chosen another. */
export const SURE: Trust = { lowConfidence: false, provisional: false }

/** What a figure must show beside it. */
export type Mark = 'low_confidence' | 'provisional'

export type LawRefusal = 'law_before_records' | 'law_not_known_yet' | 'law_not_established'

export type Found<Value> = { readonly fact: Fact<Value>; readonly marks: readonly Mark[] }

/** What holds on a day. Refused before the first record, after the last published day, and for facts of low confidence, unless trusted. */
export function factOn<Value>(
  series: Series<Value>,
  on: LocalDate,
  trust: Trust = SURE,
): Result<Found<Value>, LawRefusal> {
  const fact = series.facts.find((each) => each.from <= on)
  if (fact === undefined) {
    return refuse('law_before_records', { series: series.name, day: on, first: series.facts.at(-1)?.from ?? '' })
  }
  const marks: Mark[] = []
  if (series.knownUntil !== undefined && on > series.knownUntil) {
    if (!trust.provisional)
      return refuse('law_not_known_yet', { series: series.name, day: on, last: series.knownUntil })
    marks.push('provisional')
  }
  if (fact.confidence === 'low') {
    if (!trust.lowConfidence)
      return refuse('law_not_established', { series: series.name, day: on, source: fact.citation })
    marks.push('low_confidence')
  }
  return accept({ fact, marks })
}

/** The source alone, as an explanation names it. */
export function sourceOf({ citation, confidence, note }: Source): Source {
  return note === undefined ? { citation, confidence } : { citation, confidence, note }
}

/** Writes facts of one series briefly: each with its first day and value, newest first; the source is shared unless one differs. */
export function seriesOf<Value>(
  name: string,
  source: Source,
  values: readonly (readonly [from: string, value: Value, own?: Partial<Source>])[],
  knownUntil?: string,
): Series<Value> {
  const facts = values.map(([from, value, own]) => ({ ...sourceOf(source), ...own, from: day(from), value }))
  const disordered = facts.find((fact, index) => index > 0 && fact.from >= (facts[index - 1]?.from ?? ''))
  if (disordered) throw new TypeError(`${name}: facts stand newest first, ${disordered.from} does not`)
  return knownUntil === undefined ? { name, facts } : { name, facts, knownUntil: day(knownUntil) }
}

/** The same series, told what their plain numbers are. */
export function measured(unit: Unit, series: readonly Series<unknown>[]): readonly Series<unknown>[] {
  return series.map((each) => ({ ...each, unit }))
}
