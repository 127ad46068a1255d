// Public holidays of Austria (§ 7 ARG): the same in every Land. Good Friday is none, but a period does not end on it
// (§ 126 ZPO, Europäisches Fristenübereinkommen); the days of the Länder's patron saints close offices and schools and are left out.

import {
  type IsHoliday,
  type LocalDate,
  addDays,
  daysBetween,
  easterSunday,
  workingDayFrom,
} from '../../calendar/index.ts'

const FIXED = new Set(['01-01', '01-06', '05-01', '08-15', '10-26', '11-01', '12-08', '12-25', '12-26'])
/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday, Corpus Christi. */
const MOVABLE = new Set([1, 39, 50, 60])
const GOOD_FRIDAY = -2

export const isHoliday: IsHoliday = (on) => FIXED.has(on.slice(5)) || MOVABLE.has(daysFromEaster(on))

/** The day on which a period ends that would end on this one: Saturdays, Sundays, holidays and Good Friday move it on. */
export function endOfPeriod(on: LocalDate): LocalDate {
  return workingDayFrom(on, (day) => isHoliday(day) || daysFromEaster(day) === GOOD_FRIDAY)
}

/** The end of a period of so many days: the day it is counted from does not count. */
export function periodOfDays(from: LocalDate, days: number): LocalDate {
  return endOfPeriod(addDays(from, days))
}

function daysFromEaster(on: LocalDate): number {
  return daysBetween(easterSunday(Number(on.slice(0, 4))), on)
}
