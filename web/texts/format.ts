// Numbers, sums, days and moments in the reader's language. Sums and days are written by core, as in letters.

import { type Instant, type LocalDate, formatDay, formatDayInFull } from '@mahnwerk/core/calendar'
import { type Money, formatMoney } from '@mahnwerk/core/money'
import type { Language } from './language.ts'

/** Where all tenants live until settings say otherwise. */
const TIME_ZONE = 'Europe/Berlin'

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }

/** The day on which a moment falls where the tenant is. */
export function localDay(at: Instant, timeZone = TIME_ZONE): LocalDate {
  // sv-SE writes ISO days, which is what a LocalDate is
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(at)) as LocalDate
}

export type Format = {
  readonly language: Language
  money: (money: Money) => string
  /** 14.10.2026 */
  day: (day: LocalDate) => string
  /** 14.10. */
  dayShort: (day: LocalDate) => string
  /** Mi., 14.10.2026 */
  dayNamed: (day: LocalDate) => string
  /** Mittwoch, 14. Oktober 2026 */
  dayInFull: (day: LocalDate) => string
  /** 14.10.2026, 09:12 in the time zone of the tenant */
  moment: (at: Instant) => string
  /** 09:12 */
  time: (at: Instant) => string
  number: (value: number) => string
  /** 0.48 → 48 % */
  percent: (share: number) => string
}

export function makeFormat(language: Language, timeZone = TIME_ZONE): Format {
  const locale = LOCALES[language]
  const short = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', timeZone: 'UTC' })
  const weekdayOnly = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const time = (at: Instant): string => clock.format(new Date(at))
  return {
    language,
    money: ({ amount, currency }) => formatMoney(amount, currency, language),
    day: (day) => formatDay(day, language),
    dayShort: (day) => short.format(utc(day)),
    dayNamed: (day) => `${weekdayOnly.format(utc(day))}${language === 'de' ? '., ' : ' '}${formatDay(day, language)}`,
    dayInFull: (day) => formatDayInFull(day, language),
    moment: (at) => `${formatDay(localDay(at, timeZone), language)}, ${time(at)}`,
    time,
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
  }
}

function utc(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`)
}
