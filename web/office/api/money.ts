// Numbers of the API as money and days of core: checked where they come in.

import { type Instant, type LocalDate, day, instant } from '@mahnwerk/core/calendar'
import { type Money, currency, money } from '@mahnwerk/core/money'
import { localDay } from '../../texts/index.ts'

export function moneyOf(amount: number, code: string): Money {
  return money(amount, currency(code))
}

export function dayOf(text: string): LocalDate {
  return day(text)
}

export function dayOrNone(text: string | null | undefined): LocalDate | undefined {
  return text === null || text === undefined ? undefined : day(text)
}

/** The day of a moment where the tenant is. */
export function dayOfMoment(text: string): LocalDate {
  return localDay(instant(text))
}

export function momentOrNone(text: string | null | undefined): Instant | undefined {
  return text === null || text === undefined ? undefined : instant(text)
}
