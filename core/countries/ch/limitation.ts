// Until when a claim can be sued for: ten years in general (art. 127 OR), five for periodic sums, food, crafts, retail, care and
// professional fees (art. 128), three from knowledge for damages and enrichment (art. 60, 67). Where the kind is not told, the
// shortest that can hold is taken. Acknowledgement, part payment, enforcement and suit start the period anew (art. 135, 137, 138).

import { type LocalDate, addMonths } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { LimitationEnd, LimitationEvent, LimitationFacts } from '../../limitation/index.ts'

type Period = { readonly key: string; readonly months: number; readonly source: Source }

const LONG: Source = { citation: 'Art. 127 OR', confidence: 'high' }
const ANEW: Source = { citation: 'Art. 135, 137, 138 OR', confidence: 'high' }
const FIVE_YEARS: Source = { citation: 'Art. 127, 128 OR', confidence: 'high' }
const LONG_MONTHS = 10 * 12

const PERIODS: Readonly<Record<LimitationFacts['claim'], Period>> = {
  contract: { key: 'ch.limitation.contract', months: 5 * 12, source: FIVE_YEARS },
  consumer_sale: { key: 'ch.limitation.consumer_sale', months: 5 * 12, source: FIVE_YEARS },
  other: {
    key: 'ch.limitation.other',
    months: 3 * 12,
    source: { citation: 'Art. 60, 67, 127 OR', confidence: 'high' },
  },
}

const TITLE: Period = {
  key: 'ch.limitation.title',
  months: LONG_MONTHS,
  source: { citation: 'Art. 137 Abs. 2 OR', confidence: 'high' },
}

/** The last day, or none while a suit is before the court. */
export function limitation({ claim, arisenOn, events }: LimitationFacts): LimitationEnd {
  const title = events
    .filter((event) => event.kind === 'title')
    .toSorted((a, b) => (a.finalOn < b.finalOn ? -1 : 1))
    .at(-1)
  const period = title === undefined ? PERIODS[claim] : TITLE
  let start = title === undefined ? arisenOn : title.finalOn
  const lines: Line[] = []
  for (const { from, until } of interruptions(events)) {
    if (from < start || from > addMonths(start, period.months)) continue
    if (until === undefined) return pending(from, lines)
    if (until <= start) continue
    start = until
    lines.push(line('ch.limitation.interrupted', { quantities: { on: onDay(start) }, sources: [ANEW] }))
  }
  return running(period, start, lines)
}

function running({ key, months, source }: Period, start: LocalDate, lines: readonly Line[]): LimitationEnd {
  const lastDay = addMonths(start, months)
  const quantities = { start: onDay(start), until: onDay(lastDay) }
  const moves = [line('ch.limitation.move.interruption', { sources: [ANEW] })]
  if (key === PERIODS.contract.key) {
    const until = { until: onDay(addMonths(start, LONG_MONTHS)) }
    moves.push(line('ch.limitation.move.ten_years', { quantities: until, sources: [LONG] }))
  }
  return { lastDay, why: line(key, { quantities, sources: [source], lines }), moves }
}

function pending(filedOn: LocalDate, lines: readonly Line[]): LimitationEnd {
  return {
    why: line('ch.limitation.pending', { quantities: { filed: onDay(filedOn) }, sources: [ANEW], lines }),
    moves: [],
  }
}

/** From the day that interrupts to the day on which the period begins anew; no such day while a suit goes on. */
type Interruption = { readonly from: LocalDate; readonly until?: LocalDate }

function interruptions(events: readonly LimitationEvent[]): readonly Interruption[] {
  return events.flatMap(interruptionOf).toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
}

function interruptionOf(event: LimitationEvent): readonly Interruption[] {
  switch (event.kind) {
    case 'acknowledgement':
    case 'part_payment':
    case 'enforcement':
      return [{ from: event.on, until: event.on }]
    // Each act of enforcement begins the period anew, so does the filing in bankruptcy at the latest: the last one known counts.
    case 'order_for_payment':
    case 'insolvency_filing':
      return [{ from: event.filedOn, until: event.lastActOn ?? event.filedOn }]
    case 'suit':
      return [event.lastActOn === undefined ? { from: event.filedOn } : { from: event.filedOn, until: event.lastActOn }]
    case 'title':
    case 'written_reminder':
    case 'negotiation':
      return []
  }
}
