// Until when a claim can be sued for. All of it was only recalled (art. 127, 128, 135 OR), so every answer is marked: ten years in
// general, five for rent, interest, small trade, crafts and professional fees. Nobody says which a claim is: five are taken. What
// interrupts starts them anew; a judgment's longer period is not in our sources and counts as a court action.

import { type LocalDate, addMonths } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { LimitationEnd, LimitationEvent, LimitationFacts } from '../../limitation/index.ts'

const SHORT: Source = { citation: 'Art. 128 OR', confidence: 'low' }
const LONG: Source = { citation: 'Art. 127 OR', confidence: 'low' }
const ANEW: Source = { citation: 'Art. 135 OR', confidence: 'low' }
const MARKS = ['low_confidence'] as const

const SHORT_MONTHS = 5 * 12
const LONG_MONTHS = 10 * 12

export function limitation({ arisenOn, events }: LimitationFacts): LimitationEnd {
  const restarts = events.flatMap(restartOf).toSorted()
  let start = arisenOn
  for (const on of restarts) if (on > start && on <= addMonths(start, SHORT_MONTHS)) start = on
  const lastDay = addMonths(start, SHORT_MONTHS)
  const lines = start === arisenOn ? [] : [recalled('ch.limitation.interrupted', { on: start }, ANEW)]
  const why = recalled('ch.limitation.five_years', { start, until: lastDay }, SHORT, lines)
  const long = recalled('ch.limitation.move.ten_years', { until: addMonths(start, LONG_MONTHS) }, LONG)
  return { lastDay, why, moves: [recalled('ch.limitation.move.interruption', {}, ANEW), long] }
}

function recalled(
  key: string,
  days: Readonly<Record<string, LocalDate>>,
  source: Source,
  lines: readonly Line[] = [],
): Line {
  const quantities = Object.fromEntries(Object.entries(days).map(([name, on]) => [name, onDay(on)]))
  return line(key, { quantities, sources: [source], marks: MARKS, lines })
}

// The days on which the period begins anew.
function restartOf(event: LimitationEvent): readonly LocalDate[] {
  switch (event.kind) {
    case 'acknowledgement':
    case 'part_payment':
    case 'enforcement':
      return [event.on]
    case 'order_for_payment':
    case 'suit':
      return [event.filedOn]
    case 'title':
      return [event.finalOn]
    case 'written_reminder':
    case 'negotiation':
    case 'insolvency_filing':
      return []
  }
}
