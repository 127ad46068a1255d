export {
  type Instant,
  type LocalDate,
  addDays,
  addMonths,
  day,
  daysBetween,
  daysInMonth,
  fromEpochDay,
  instant,
  parseDay,
  toEpochDay,
  weekday,
} from './days.ts'
export { formatDay, formatDayInFull, parseDayInput } from './writing.ts'
export { type IsHoliday, easterSunday, isWorkingDay, workingDayFrom } from './working-days.ts'
