// Working days: Monday to Friday without the public holidays that are handed in. Which days are holidays is a country's fact.

import { type LocalDate, addDays, weekday } from './days.ts'

/** Whether a day is a public holiday, of a region where holidays differ by region. */
export type IsHoliday = (on: LocalDate) => boolean

export function isWorkingDay(on: LocalDate, isHoliday: IsHoliday): boolean {
  return weekday(on) < 6 && !isHoliday(on)
}

/** The day itself where it is a working day, else the next one. */
export function workingDayFrom(on: LocalDate, isHoliday: IsHoliday): LocalDate {
  let candidate = on
  while (!isWorkingDay(candidate, isHoliday)) candidate = addDays(candidate, 1)
  return candidate
}

/** Easter Sunday of a year by the Gregorian computus (Butcher's method). */
export function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const skippedLeaps = Math.floor(century / 4)
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - skippedLeaps - lunar + 15) % 30
  const weekShift = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekShift) / 451)
  const marchDay = epact + weekShift - 7 * correction + 22 // 1 to 56, counted from 1 March
  // March has 31 days; a day beyond is April's.
  return addDays(`${String(year).padStart(4, '0')}-03-01` as LocalDate, marchDay - 1)
}
