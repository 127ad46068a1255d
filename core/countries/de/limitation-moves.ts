// What would move the end of limitation: for somebody who sees it coming. Days are named where they can be told.

import { type LocalDate, addMonths } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { LimitationFacts } from '../../limitation/index.ts'
import { bgb, cited } from './sources.ts'

export function movesOf(facts: LimitationFacts, lastDay: LocalDate | undefined): readonly Line[] {
  const reminder = line('de.limitation.move.reminder', { sources: [bgb('§§ 203, 204, 212')] })
  if (lastDay === undefined) return [reminder]
  const titled = facts.events.some(({ kind }) => kind === 'title')
  const years = titled ? 30 : 3
  const quantities = { lastDay: onDay(lastDay), end: onDay(addMonths(lastDay, 12 * years)) }
  const again = line(titled ? 'de.limitation.move.titled' : 'de.limitation.move.acknowledged', {
    quantities,
    sources: [bgb('§ 212 Abs. 1')],
  })
  return titled ? [again, reminder] : [...byCourt(lastDay), again, negotiation(), reminder]
}

function byCourt(lastDay: LocalDate): readonly Line[] {
  const quantities = { lastDay: onDay(lastDay) }
  const sources = [bgb('§ 204 Abs. 1 Nr. 1, 3, Abs. 2'), cited('§ 167 ZPO')]
  return [
    line('de.limitation.move.order_for_payment', { quantities, sources }),
    line('de.limitation.move.title', { sources: [bgb('§ 197 Abs. 1 Nr. 3')] }),
  ]
}

function negotiation(): Line {
  return line('de.limitation.move.negotiation', { sources: [bgb('§ 203')] })
}
