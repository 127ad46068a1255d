// Moments and days as the agency sees them: its own time zone, its working days.

import { type Instant, type LocalDate, addDays, day, instant, weekday } from '@mahnwerk/core/calendar'

export function addSeconds(to: Instant, seconds: number): Instant {
  return instant(new Date(Date.parse(to) + seconds * 1000).toISOString())
}

export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}

/** The day at a moment in a time zone (IANA name). */
export function dayIn(zone: string, at: Instant): LocalDate {
  return day(localText(zone, at).slice(0, 10))
}

/** The moment at which clocks in the zone show this hour and minute of the day. */
export function momentIn(zone: string, on: LocalDate, hour: number, minute = 0): Instant {
  const wanted = `${on}T${two(hour)}:${two(minute)}:00.000Z`
  const guess = instant(wanted)
  const shown = Date.parse(`${localText(zone, guess)}.000Z`)
  return instant(new Date(2 * Date.parse(wanted) - shown).toISOString())
}

/** The last moment of a day in the zone. */
export function endOfDay(zone: string, on: LocalDate): Instant {
  return instant(new Date(Date.parse(momentIn(zone, addDays(on, 1), 0)) - 1).toISOString())
}

/** The first working day on or after a day. */
export function workingDayFrom(from: LocalDate, isHoliday: (on: LocalDate) => boolean): LocalDate {
  let on = from
  while (weekday(on) > 5 || isHoliday(on)) on = addDays(on, 1)
  return on
}

// Made once per zone: building a formatter costs more than using it a thousand times.
const formatters = new Map<string, Intl.DateTimeFormat>()

// "2026-11-21T09:00:00" as clocks in the zone show it; the Swedish way of writing is ISO's.
function localText(zone: string, at: Instant): string {
  let formatter = formatters.get(zone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formatters.set(zone, formatter)
  }
  return formatter.format(new Date(at)).replace(' ', 'T')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
