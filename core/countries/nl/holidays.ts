// Public holidays of the Netherlands (art. 3 Algemene termijnenwet): the same in the whole country. Good Friday counts with
// them for terms. Days that only the government or collective agreements free are left out.

import { type IsHoliday, type LocalDate, addDays, day, easterSunday, weekday } from '../../calendar/index.ts'

/** Whether a day is a public holiday. */
export const isHoliday: IsHoliday = (on) => holidaysIn(Number(on.slice(0, 4))).has(on)

const kept = new Map<number, ReadonlySet<LocalDate>>()

function holidaysIn(year: number): ReadonlySet<LocalDate> {
  const found = kept.get(year)
  if (found) return found
  const easter = easterSunday(year)
  const fixed = ['01-01', '05-05', '12-25', '12-26'].map((of) => day(`${String(year).padStart(4, '0')}-${of}`))
  const movable = [-2, 0, 1, 39, 49, 50].map((days) => addDays(easter, days))
  const made = new Set([...fixed, ...movable, kingsDay(year)])
  kept.set(year, made)
  return made
}

// 27 April since 2014, 30 April before; where that is a Sunday, the day before (before 2014, too, since 1980).
function kingsDay(year: number): LocalDate {
  const birthday = day(`${String(year).padStart(4, '0')}-04-${year >= 2014 ? '27' : '30'}`)
  return weekday(birthday) === 7 ? addDays(birthday, -1) : birthday
}
