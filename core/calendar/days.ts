// A day is ISO text "2026-11-21" in a branded string, without time or zone; a moment is an ISO instant in UTC.
// Day arithmetic counts civil days (proleptic Gregorian calendar) and knows no clock: today is an argument.

export type LocalDate = string & { readonly __brand: 'LocalDate' }
/** ISO 8601 in UTC with milliseconds: 2026-11-21T08:00:00.000Z */
export type Instant = string & { readonly __brand: 'Instant' }

/** Takes ISO text as a day. Throws where no such day exists. */
export function day(text: string): LocalDate {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`)
  return parsed
}

/** As day(), but undefined instead of throwing: 30 February comes in bank files. */
export function parseDay(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  return text as LocalDate // checked above: this is what the brand stands for
}

/** Takes an ISO instant in UTC. Throws on anything else. */
export function instant(text: string): Instant {
  const time = Date.parse(text)
  // The platform takes 30 February for 2 March.
  const written = /^(.*?)T.*(Z|[+-]\d{2}:\d{2})$/.exec(text)
  if (Number.isNaN(time) || parseDay(written?.[1] ?? '') === undefined) throw new RangeError(`not an instant: ${text}`)
  return new Date(time).toISOString() as Instant // normalised to UTC with milliseconds
}

export function addDays(from: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(from) + days)
}

/** Days from one day to another: negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from)
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(of: LocalDate): number {
  return ((((toEpochDay(of) + 3) % 7) + 7) % 7) + 1
}

/** Adds calendar months; a day that the month lacks becomes its last day. */
export function addMonths(from: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return iso(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)))
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days since 1970-01-01, by the civil-calendar method of counting from 1 March: what long runs of day arithmetic count in. */
export function toEpochDay(of: LocalDate): number {
  const [y, m, d] = [digits(of, 0, 4), digits(of, 5, 7), digits(of, 8, 10)]
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

// The digits between two places, as a number: a day is ASCII text by its brand, and this is read millions of times.
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - 48
  return value
}

/** The day that stands so many days after 1970-01-01. */
export function fromEpochDay(epochDay: number): LocalDate {
  const z = epochDay + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return iso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)
}

function iso(year: number, month: number, dayOfMonth: number): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return text as LocalDate // built from a valid day by the callers above
}
