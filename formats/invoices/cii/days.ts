// Days in cross-industry documents: a text with a format code, mostly 102 (YYYYMMDD), or an ISO moment.

import { addDays, addMonths, parseDay } from '@mahnwerk/core/calendar'
import { type ReadPeriod } from '../invoice.ts'
import { periodOf } from '../reading.ts'
import { type XmlElement, element, ownText, text } from '../xml/element.ts'

/** The day in an element that holds a DateTimeString, a DateString or the day itself; as written if it is none. */
export function dayIn(holder: XmlElement | undefined): string | undefined {
  if (holder === undefined) return undefined
  const raw =
    text(holder, 'DateTimeString') ?? text(holder, 'DateString') ?? text(holder, 'DateTime') ?? ownText(holder)
  if (raw === '') return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})/.exec(raw)
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`
  return /^\d{4}-\d{2}-\d{2}/.test(raw) ? raw.slice(0, 10) : raw
}

/** The month in an element that names a whole month only (format 610, YYYYMM). */
export function monthIn(holder: XmlElement | undefined): ReadPeriod | undefined {
  const month = /^(\d{4})(\d{2})$/.exec(text(holder, 'DateTimeString') ?? '')
  const from = month ? parseDay(`${month[1]}-${month[2]}-01`) : undefined
  return from === undefined ? undefined : { from, to: addDays(addMonths(from, 1), -1) }
}

export function periodIn(period: XmlElement | undefined): ReadPeriod | undefined {
  return periodOf(dayIn(element(period, 'StartDateTime')), dayIn(element(period, 'EndDateTime')))
}
