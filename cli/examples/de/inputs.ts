// How the German worked examples write days, amounts and rates.

import { z } from 'zod'
import { parseDay } from '@mahnwerk/core/calendar'
import { factor, minor, percent } from '@mahnwerk/core/money'
import type { Result } from '@mahnwerk/core/refusals'

/** An ISO day. */
export const isoDay = z.string().transform((text, context) => {
  const day = parseDay(text)
  if (day !== undefined) return day
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

/** Whole cents. */
export const cents = z.int().transform((amount) => minor(amount))

const decimal = z.union([z.string().regex(/^-?\d{1,7}(\.\d{1,4})?$/), z.number().transform(String)])

/** A multiple: "1.3". */
export const multiple = decimal.transform(factor)

/** Percent: "19". */
export const percentage = decimal.transform(percent)

/** The value of an answer; an example is never refused, so a refusal is a fault that must be seen. */
export function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new TypeError(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`)
  return result.value
}
