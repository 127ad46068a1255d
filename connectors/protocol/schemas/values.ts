// The smallest parts of every message: amounts, currencies, days, moments and references as they look on the wire.
// Each schema gives the branded type of core, so that what passed the door needs no second check.

import { z } from 'zod'
import { type Instant, type LocalDate, instant, parseDay } from '@mahnwerk/core/calendar'
import { AMOUNT_MAX, type Currency, type Minor } from '@mahnwerk/core/money'

const SUM_MAX = 1e15

/** One amount in whole minor units, zero or more. */
// The bounds lie within what the brand of Minor stands for; the runtime schema stays a plain integer for OpenAPI.
export const minorFromZero = z.int().min(0).max(AMOUNT_MAX) as unknown as z.ZodType<Minor, number>

/** One amount in whole minor units, above zero. */
export const minorAboveZero = z.int().min(1).max(AMOUNT_MAX) as unknown as z.ZodType<Minor, number> // as above

/** What amounts come to together, in whole minor units, zero or more. */
export const minorSum = z.int().min(0).max(SUM_MAX) as unknown as z.ZodType<Minor, number> // as above

/** ISO 4217 in upper case. */
// The pattern is what the brand of Currency stands for.
export const currencyCode = z.string().regex(/^[A-Z]{3}$/) as unknown as z.ZodType<Currency, string>

/** A day that exists, as 2026-11-21. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseDay(text) !== undefined, 'no such day')
  .meta({ format: 'date' }) as unknown as z.ZodType<LocalDate, string> // parseDay is what the brand stands for

/** ISO 8601 with Z or an offset; read as UTC with milliseconds. */
export const moment: z.ZodType<Instant, string> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/)
  .refine((text) => parseDay(text.slice(0, 10)) !== undefined && !Number.isNaN(Date.parse(text)), 'no such moment')
  .meta({ format: 'date-time' })
  .transform((text) => instant(text))

/** An id made by one side and only repeated by the other; safe in a URL and in a header. */
export const reference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/)

/** The creditor's reference of a claim; short, so that a partner can build ids from it. */
export const claimReference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/)

/** A text for people; never empty. */
export const line = (max: number) => z.string().trim().min(1).max(max)

/** ISO 3166-1 alpha-2 in upper case. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/)

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** A list that is only read. */
export function listOf<Item, Wire>(
  item: z.ZodType<Item, Wire>,
  max: number,
): z.ZodType<readonly Item[], readonly Wire[]> {
  return z.array(item).max(max)
}
