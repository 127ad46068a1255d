// How the Dutch worked examples write their values: cents as whole numbers, rates as decimal text, days in ISO.

import { z } from 'zod'
import { type LocalDate, day, parseDay } from '@mahnwerk/core/calendar'
import { NETHERLANDS } from '@mahnwerk/core/countries/nl'
import type { LawSettings } from '@mahnwerk/core/countries'
import { type Millionths, type Minor, minor, percent, percentText } from '@mahnwerk/core/money'

export const cents = z.int().nonnegative().transform(minor)
export const isoDay = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform(day)
export const rate = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,4})?$/)
  .transform(percent)

/** The general rate is set in whole percent and written so; the trade rate keeps its two decimals. */
export function writtenRate(of: Millionths, kind: 'general' | 'trade'): string {
  return kind === 'trade' ? percentText(of) : percentText(of).replace(/\.00$/, '')
}

/** Facts of low confidence may be used: an example of such a year must be answerable. */
export const TRUSTING: LawSettings = {
  ...NETHERLANDS.settings,
  trust: { lowConfidence: true, provisional: false },
}

export const NOTHING: Minor = minor(0)

/** What an example may call the kind of rate or debtor. */
export const kindOfRate = z
  .enum(['consumer', 'general', 'statutory', 'trade', 'commercial', 'b2b', 'b2c', 'government'])
  .transform((kind) => (['trade', 'commercial', 'b2b', 'government'].includes(kind) ? 'trade' : 'general'))

export type RateKind = 'general' | 'trade'

export const SOME_DAY: LocalDate = day('2026-10-01')
