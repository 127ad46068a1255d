// Time comes in from here alone. The real clock drives repeats and time-outs; a tenant's clock may run ahead in a demo.

import { type Instant, type LocalDate, day, instant } from '@mahnwerk/core/calendar'

export type Clock = { readonly now: () => Instant }

export const systemClock: Clock = { now: () => instant(new Date().toISOString()) }

export function addSeconds(at: Instant, seconds: number): Instant {
  return instant(new Date(Date.parse(at) + seconds * 1000).toISOString())
}

export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}

const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })

/** The civil day at a moment where the creditors live (DE, AT and NL share one zone). */
export function dayOf(at: Instant): LocalDate {
  return day(berlinDay.format(new Date(at)))
}
