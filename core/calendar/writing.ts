// Days as people read them: "21.11.2026", "Samstag, 21. November 2026".

import { type LocalDate, parseDay, weekday } from './days.ts'

const MONTHS = {
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const
const WEEKDAYS = {
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

type Locale = keyof typeof MONTHS

/** 21.11.2026 in German, 21 Nov 2026 in English, 21-11-2026 in Dutch. */
export function formatDay(of: LocalDate, locale: Locale | 'nl' = 'de'): string {
  const [year = '', month = '', dayOfMonth = ''] = of.split('-')
  if (locale === 'nl') return `${dayOfMonth}-${month}-${year}`
  if (locale === 'de') return `${dayOfMonth}.${month}.${year}`
  return `${Number(dayOfMonth)} ${(MONTHS.en[Number(month) - 1] ?? '').slice(0, 3)} ${year}`
}

/** Samstag, 21. November 2026 in German; Saturday, 21 November 2026 in English. */
export function formatDayInFull(of: LocalDate, locale: Locale = 'de'): string {
  const [year = '', month = '', dayOfMonth = ''] = of.split('-')
  const name = `${Number(dayOfMonth)}${locale === 'de' ? '.' : ''} ${MONTHS[locale][Number(month) - 1]} ${year}`
  return `${WEEKDAYS[locale][weekday(of) - 1]}, ${name}`
}

/** Reads a day as typed: 21.11.2026, 21.11.26, 2026-11-21. Undefined where no such day exists. */
export function parseDayInput(text: string): LocalDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text.trim())
  const candidate = german
    ? `${german[3]?.length === 2 ? `20${german[3]}` : german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : text.trim()
  return parseDay(candidate)
}
