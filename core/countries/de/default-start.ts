// One event that brings about default, with its sentence: default on the day of the event, or on the day after the last on which
// payment was in time. Days are counted from the day after an event (§ 187 Abs. 1 BGB); a last day may move (§ 193).

import { type LocalDate, addDays } from '../../calendar/index.ts'
import { type Line, type Quantity, byName, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import { holidayOn } from './holidays.ts'
import { lastDayToAct } from './periods.ts'
import { bgb } from './sources.ts'

export type Cause = 'calendar' | 'reminder' | 'thirty_days' | 'refusal'

export type DefaultStart = {
  readonly cause: Cause
  readonly from: LocalDate
  readonly interestFrom: LocalDate
  readonly why: Line
}

/** The last day for a payment in time: as counted, and as it is after it has moved. */
export type LastDay = { readonly counted: LocalDate; readonly last: LocalDate; readonly moved: readonly Line[] }

const NEXT_DAY = bgb('§ 187 Abs. 1', 'medium', 'entsprechend')

/** Default with the day of an event itself; interest from the day after. */
export function fromTheDay(cause: Cause, on: LocalDate, source: Source): DefaultStart {
  const interestFrom = addDays(on, 1)
  const quantities = { day: onDay(on), interestFrom: onDay(interestFrom) }
  return { cause, from: on, interestFrom, why: line(`de.late.${cause}`, { quantities, sources: [source, NEXT_DAY] }) }
}

/** Default and interest from the day after the last on which payment is in time. A variant has a sentence of its own. */
export function afterLastDay(
  [cause, variant]: readonly [Cause, string?],
  { counted, last, moved }: LastDay,
  source: Source,
  quantities: Readonly<Record<string, Quantity>>,
): DefaultStart {
  const from = addDays(last, 1)
  const why = line(variant === undefined ? `de.late.${cause}` : `de.late.${cause}.${variant}`, {
    quantities: { ...quantities, counted: onDay(counted), last: onDay(last), from: onDay(from) },
    sources: [source, NEXT_DAY],
    lines: moved,
  })
  return { cause, from, interestFrom: from, why }
}

/** A last day that gives way to the next working day of the region. */
export function movable(counted: LocalDate, region: string | undefined, source = bgb('§ 193')): LastDay {
  const last = lastDayToAct(counted, region)
  if (counted === last) return unmoved(counted)
  const quantities = { counted: onDay(counted), last: onDay(last) }
  const holiday = holidayOn(counted, region)
  if (holiday === undefined) return { counted, last, moved: [line('de.late.moved', { quantities, sources: [source] })] }
  const named = { ...quantities, holiday: byName(holiday.name) }
  const sources = [source, holiday.source]
  return { counted, last, moved: [line('de.late.moved.holiday', { quantities: named, sources })] }
}

export function unmoved(counted: LocalDate): LastDay {
  return { counted, last: counted, moved: [] }
}
