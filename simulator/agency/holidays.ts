// The nine public holidays that all of Germany keeps. Those of single Länder are left out: the pretended agency works on them.

import { type LocalDate, addDays, day } from '@mahnwerk/core/calendar'

const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '10-03', '12-25', '12-26'])
const AFTER_EASTER: readonly number[] = [-2, 1, 39, 50] // Good Friday, Easter Monday, Ascension, Whit Monday

export function isGermanHoliday(on: LocalDate): boolean {
  if (FIXED.has(on.slice(5))) return true
  const easter = easterSunday(Number(on.slice(0, 4)))
  return AFTER_EASTER.some((days) => addDays(easter, days) === on)
}

// The Gregorian computus as Meeus, Jones and Butcher give it.
function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1
  return day(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
}
