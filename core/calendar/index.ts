export {
  type Instant,
  type LocalDate,
  addDays,
  addMonths,
  day,
  daysBetween,
  daysInMonth,
  instant,
  parseDay,
  weekday,
} from './days.ts'
export { formatDay, formatDayInFull, parseDayInput } from './writing.ts'
