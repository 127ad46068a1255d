// The days that are holidays in the whole of Switzerland: New Year, Ascension, the first of August (art. 110 (3) BV) and Christmas
// Day. Every canton has more of its own, and some towns; those are left out, so a day may be a holiday without being one here.

import { type IsHoliday, daysBetween, easterSunday } from '../../calendar/index.ts'

const FIXED = new Set(['01-01', '08-01', '12-25'])
const ASCENSION = 39

export const isHoliday: IsHoliday = (on) =>
  FIXED.has(on.slice(5)) || daysBetween(easterSunday(Number(on.slice(0, 4))), on) === ASCENSION
