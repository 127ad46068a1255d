// Until when a claim can be enforced: three years from the end of the year in which it arose and the creditor knew (§§ 195, 199 Abs. 1
// BGB), at most ten years to the day (§ 199 Abs. 4), thirty years once it is titled (§§ 197, 201). A weekend does not move the end
// (§ 193 is not applied to it). Left out: special periods (defects, loss, credit by § 497 Abs. 3), interest that falls due after the title.

import { type LocalDate, addDays, addMonths, day } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import { type Series, seriesOf } from '../../facts/index.ts'
import type { LimitationEnd, LimitationEvent, LimitationFacts } from '../../limitation/index.ts'
import { restartsOf, suspensionsOf, withoutEffect } from './limitation-events.ts'
import { movesOf } from './limitation-moves.ts'
import { type Run, type Track, run } from './limitation-period.ts'
import { bgb } from './sources.ts'

const REGULAR_YEARS = seriesOf('de.limitation.regular_years', bgb('§§ 195, 199 Abs. 1'), [['2002-01-01', 3]])
const MAXIMUM_YEARS = seriesOf('de.limitation.maximum_years', bgb('§ 199 Abs. 4'), [['2002-01-01', 10]])
const TITLED_YEARS = seriesOf('de.limitation.titled_years', bgb('§§ 197 Abs. 1 Nr. 3 bis 6, 201'), [['2002-01-01', 30]])

export const LIMITATION_SERIES: readonly Series<unknown>[] = [REGULAR_YEARS, MAXIMUM_YEARS, TITLED_YEARS]

export function limitation(facts: LimitationFacts): LimitationEnd {
  const { first, others } = earliestOf(runsOf(facts))
  const lines = [...first.lines, ...others, ...withoutEffect(facts.events)]
  const moves = movesOf(facts, first.end)
  if (first.end === undefined) return { why: line('de.limitation.standing', { lines }), moves }
  const quantities = { lastDay: onDay(first.end), barredFrom: onDay(addDays(first.end, 1)) }
  return { lastDay: first.end, why: line('de.limitation.ends', { quantities, lines }), moves }
}

function runsOf(facts: LimitationFacts): readonly Run[] {
  const title = lastTitle(facts.events)
  const tracks = title === undefined ? untitled(facts) : [titled(title.finalOn)]
  const events = title === undefined ? facts.events : facts.events.filter((event) => outlasts(event, title.finalOn))
  return tracks.map((each) => run(each, suspensionsOf(events), restartsOf(events)))
}

function untitled(facts: LimitationFacts): readonly Track[] {
  return facts.knownOn === undefined
    ? [maximum(facts.arisenOn)]
    : [regular(facts, facts.knownOn), maximum(facts.arisenOn)]
}

function regular({ arisenOn }: LimitationFacts, knownOn: LocalDate): Track {
  const [years, source] = yearsOf(REGULAR_YEARS)
  const both = arisenOn > knownOn ? arisenOn : knownOn
  const yearEnd = day(`${both.slice(0, 4)}-12-31`)
  const quantities = { arisen: onDay(arisenOn), known: onDay(knownOn) }
  return track('de.limitation.regular', yearEnd, years, quantities, source)
}

function maximum(arisenOn: LocalDate): Track {
  const [years, source] = yearsOf(MAXIMUM_YEARS)
  return track('de.limitation.maximum', arisenOn, years, { arisen: onDay(arisenOn) }, source)
}

function titled(finalOn: LocalDate): Track {
  const [years, source] = yearsOf(TITLED_YEARS)
  return track('de.limitation.titled', finalOn, years, { final: onDay(finalOn) }, source)
}

/** A period of years after a day; the day itself is not counted. */
function track(
  key: string,
  after: LocalDate,
  years: number,
  quantities: Line['quantities'],
  source: Line['sources'][number],
): Track {
  const end = addMonths(after, 12 * years)
  const opening = line(key, { quantities: { ...quantities, end: onDay(end) }, sources: [source] })
  return { start: addDays(after, 1), months: 12 * years, end, opening }
}

function yearsOf(series: Series<number>): readonly [number, Line['sources'][number]] {
  const [fact] = series.facts
  if (fact === undefined) throw new TypeError(`${series.name} has no fact`)
  return [fact.value, { citation: fact.citation, confidence: fact.confidence }]
}

type Title = Extract<LimitationEvent, { readonly kind: 'title' }>

function lastTitle(events: readonly LimitationEvent[]): Title | undefined {
  const titles = events.filter((event) => event.kind === 'title')
  return titles.toSorted((a, b) => (a.finalOn < b.finalOn ? 1 : -1))[0]
}

// The procedure that led to the title is over with it.
function outlasts(event: LimitationEvent, finalOn: LocalDate): boolean {
  return !((event.kind === 'order_for_payment' || event.kind === 'suit') && event.filedOn <= finalOn)
}

/** The run that ends first; of the others what they end by, where they end later. One that stands still ends never. */
function earliestOf(runs: readonly Run[]): { readonly first: Run; readonly others: readonly Line[] } {
  const [first, ...rest] = runs.toSorted((a, b) => ((a.end ?? '9999') < (b.end ?? '9999') ? -1 : 1))
  if (first === undefined) throw new TypeError('a claim has a period')
  return { first, others: rest.flatMap(({ lines }) => lines.slice(0, 1)) }
}
