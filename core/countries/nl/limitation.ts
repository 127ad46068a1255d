// Until when a claim can be enforced: five years from the day after it fell due (art. 3:307 lid 1 BW), two for the price of a
// consumer sale (art. 7:28 BW), twenty otherwise (3:306) and from a judgement (3:324). A written reminder, an acknowledgement or
// a suit interrupts (3:316 to 3:318): the same period begins again, at most five years, and never ends before the old one would
// have (3:319). A suit that is still pending is counted as one interruption: the earliest end that the law could give.
// Negotiations do nothing. The five years for single interest payments under a judgement are left out.

import { type LocalDate, addDays, addMonths } from '../../calendar/index.ts'
import { type Line, inNumber, inWord, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { LimitationEnd, LimitationEvent, LimitationFacts } from '../../limitation/index.ts'

const PERIODS: Readonly<
  Record<LimitationFacts['claim'] | 'title', { readonly years: number; readonly source: Source }>
> = {
  contract: { years: 5, source: { citation: 'art. 3:307 lid 1 BW', confidence: 'high' } },
  consumer_sale: { years: 2, source: { citation: 'art. 7:28 BW', confidence: 'high' } },
  other: { years: 20, source: { citation: 'art. 3:306 BW', confidence: 'high' } },
  title: { years: 20, source: { citation: 'art. 3:324 BW', confidence: 'medium' } },
}

const INTERRUPTION: Source = { citation: 'art. 3:316, 3:317, 3:318 BW', confidence: 'high' }
const NEW_PERIOD: Source = { citation: 'art. 3:319 BW', confidence: 'medium' }
const NEW_PERIOD_LIMIT: Source = { citation: 'art. 3:319 lid 2 BW', confidence: 'low', note: 'recalled' }
const ON_PLEA: Source = { citation: 'art. 3:322 lid 1 BW', confidence: 'high' }

/** After an interruption the period runs at most so long. */
const YEARS_ANEW_MAX = 5

type Course = { readonly years: number; readonly lastDay: LocalDate; readonly lines: readonly Line[] }

/** The last day of a claim. Events after it change nothing, but for a judgement: a debt that is barred stays barred. */
export function limitation({ claim, arisenOn, events }: LimitationFacts): LimitationEnd {
  const start = courseFrom(arisenOn, claim, 'nl.limitation.period')
  const course = inOrder(events).reduce(after, start)
  const { lastDay, lines } = course
  const why = line('nl.limitation.end', {
    quantities: { last: onDay(lastDay), barred: onDay(addDays(lastDay, 1)) },
    sources: [ON_PLEA],
    lines,
  })
  return { lastDay, why, moves: movesOf(course) }
}

function courseFrom(on: LocalDate, claim: keyof typeof PERIODS, key: string): Course {
  const { years, source } = PERIODS[claim]
  const lastDay = addMonths(on, 12 * years)
  const quantities = {
    on: onDay(on),
    years: inNumber(years),
    last: onDay(lastDay),
    claim: inWord(`nl.word.claim.${claim}`),
  }
  return { years, lastDay, lines: [line(key, { quantities, sources: [source] })] }
}

type Dated = { readonly on: LocalDate; readonly event: LimitationEvent }

function inOrder(events: readonly LimitationEvent[]): readonly Dated[] {
  return events
    .map((event) => ({ on: dayOf(event), event }))
    .filter((dated): dated is Dated => dated.on !== undefined)
    .toSorted((a, b) => (a.on === b.on ? rankOf(a) - rankOf(b) : a.on < b.on ? -1 : 1))
}

// Of events of one day, the judgement comes last: it sets the course.
function rankOf({ event }: Dated): number {
  return event.kind === 'title' ? 1 : 0
}

function dayOf(event: LimitationEvent): LocalDate | undefined {
  switch (event.kind) {
    case 'acknowledgement':
    case 'part_payment':
    case 'written_reminder':
    case 'enforcement':
      return event.on
    case 'order_for_payment':
    case 'suit':
    case 'insolvency_filing':
      return event.servedOn ?? event.filedOn
    case 'title':
      return event.finalOn
    case 'negotiation':
      return undefined
  }
}

function after(course: Course, { on, event }: Dated): Course {
  if (event.kind === 'title') {
    const titled = courseFrom(on, 'title', 'nl.limitation.title')
    return { ...titled, lines: [...course.lines, ...titled.lines] }
  }
  if (on > course.lastDay) {
    return { ...course, lines: [...course.lines, line('nl.limitation.too_late', { quantities: { on: onDay(on) } })] }
  }
  const lastDay = anew(course, on)
  const quantities = { on: onDay(on), last: onDay(lastDay), event: inWord(`nl.word.event.${event.kind}`) }
  const interrupted = line('nl.limitation.interrupted', { quantities, ...groundsOf(course) })
  return { ...course, lastDay, lines: [...course.lines, interrupted] }
}

// That long periods begin again for five years only was recalled: such an end is marked.
function groundsOf({ years }: Course): Pick<Line, 'sources' | 'marks'> {
  if (years <= YEARS_ANEW_MAX) return { sources: [INTERRUPTION, NEW_PERIOD], marks: [] }
  return { sources: [INTERRUPTION, NEW_PERIOD, NEW_PERIOD_LIMIT], marks: ['low_confidence'] }
}

function anew({ years, lastDay }: Course, on: LocalDate): LocalDate {
  const renewed = addMonths(on, 12 * Math.min(years, YEARS_ANEW_MAX))
  return renewed > lastDay ? renewed : lastDay
}

function movesOf(course: Course): readonly Line[] {
  const latest = anew(course, course.lastDay)
  const quantities = { on: onDay(course.lastDay), last: onDay(latest) }
  return [
    line('nl.limitation.move.reminder', { quantities, ...groundsOf(course) }),
    line('nl.limitation.move.acknowledgement', { quantities, ...groundsOf(course) }),
    line('nl.limitation.move.judgement', { sources: [PERIODS.title.source] }),
  ]
}
