// Until when a claim can be sued for (§ 1486 ABGB): three years from the day it could first be, to the day, no turn of the year.
// An acknowledgement starts them anew; a suit duly pursued keeps them from ending (§ 1497). Reminders do nothing. A judgment lasts
// thirty years from its last enforcement. What our sources do not settle (negotiations, insolvency, a suit left standing, a part
// payment) never lengthens the period here; interest that falls due after a judgment (three years) is left out.

import { type LocalDate, addMonths } from '../../calendar/index.ts'
import { type Line, inWord, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { LimitationEnd, LimitationEvent, LimitationFacts } from '../../limitation/index.ts'

const SHORT: Source = { citation: '§ 1486 ABGB', confidence: 'high' }
const OTHER: Source = { citation: '§§ 1478, 1479, 1489 ABGB', confidence: 'high' }
const TITLE: Source = { citation: '§§ 1478, 1479 ABGB; OGH 3 Ob 134/24p', confidence: 'high' }
const ANEW: Source = { citation: '§ 1497 ABGB', confidence: 'high' }

const SHORT_MONTHS = 3 * 12
const TITLE_MONTHS = 30 * 12

export function limitation({ claim, arisenOn, events }: LimitationFacts): LimitationEnd {
  const ordered = events.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))))
  const title = ordered.findLast((event) => event.kind === 'title')
  if (title?.kind === 'title') return afterTitle(title.finalOn, ordered)
  let start = arisenOn
  const lines: Line[] = []
  for (const event of ordered) {
    if (dayOf(event) > addMonths(start, SHORT_MONTHS)) break
    if (isPursued(event)) return standingStill(dayOf(event), lines)
    const restarts = event.kind === 'acknowledgement' && event.on > start
    if (restarts) start = event.on
    lines.push(restarts ? restartLine(start) : withoutEffect(event))
  }
  return running(claim === 'other', start, lines, movesOf(ordered, start))
}

function running(other: boolean, start: LocalDate, lines: readonly Line[], moves: readonly Line[]): LimitationEnd {
  const lastDay = addMonths(start, SHORT_MONTHS)
  const quantities = { start: onDay(start), until: onDay(lastDay) }
  // Damages have three years from knowledge, the general period is thirty: the shortest that can hold is taken.
  const [key, source] = other
    ? (['at.limitation.other', OTHER] as const)
    : (['at.limitation.three_years', SHORT] as const)
  return { lastDay, why: line(key, { quantities, sources: [source], lines }), moves }
}

function afterTitle(finalOn: LocalDate, events: readonly LimitationEvent[]): LimitationEnd {
  const enforced = events.findLast((event) => event.kind === 'enforcement' && event.on > finalOn)
  const start = enforced?.kind === 'enforcement' ? enforced.on : finalOn
  const lastDay = addMonths(start, TITLE_MONTHS)
  const quantities = { final: onDay(finalOn), start: onDay(start), until: onDay(lastDay) }
  const key = start === finalOn ? 'at.limitation.title' : 'at.limitation.enforced_title'
  return { lastDay, why: line(key, { quantities, sources: [TITLE] }), moves: [] }
}

function standingStill(filedOn: LocalDate, lines: readonly Line[]): LimitationEnd {
  const quantities = { filed: onDay(filedOn) }
  return { why: line('at.limitation.pursued', { quantities, sources: [ANEW], lines }), moves: [] }
}

// A suit that came to a stop without a title may never have interrupted anything.
function isPursued(event: LimitationEvent): boolean {
  return (event.kind === 'suit' || event.kind === 'order_for_payment') && event.lastActOn === undefined
}

function dayOf(event: LimitationEvent): LocalDate {
  switch (event.kind) {
    case 'title':
      return event.finalOn
    case 'negotiation':
      return event.from
    case 'order_for_payment':
    case 'suit':
    case 'insolvency_filing':
      return event.filedOn
    case 'acknowledgement':
    case 'part_payment':
    case 'written_reminder':
    case 'enforcement':
      return event.on
  }
}

function restartLine(on: LocalDate): Line {
  return line('at.limitation.acknowledged', { quantities: { on: onDay(on) }, sources: [ANEW] })
}

function withoutEffect(event: LimitationEvent): Line {
  const quantities = { event: inWord(`at.event.${event.kind}`), on: onDay(dayOf(event)) }
  return line('at.limitation.no_effect', { quantities, sources: [ANEW] })
}

function movesOf(events: readonly LimitationEvent[], start: LocalDate): readonly Line[] {
  const paid = events.findLast((event) => event.kind === 'part_payment' && event.on > start)
  const moves = [
    line('at.limitation.move.acknowledgement', { sources: [ANEW] }),
    line('at.limitation.move.suit', { sources: [ANEW] }),
  ]
  if (paid?.kind !== 'part_payment') return moves
  const quantities = { on: onDay(paid.on), until: onDay(addMonths(paid.on, SHORT_MONTHS)) }
  const source: Source = { ...ANEW, confidence: 'low' }
  return [
    ...moves,
    line('at.limitation.move.part_payment', { quantities, sources: [source], marks: ['low_confidence'] }),
  ]
}
