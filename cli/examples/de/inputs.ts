// How the German worked examples write what others write differently: rates with or without quotation marks.

import { factor, percent } from '@mahnwerk/core/money'
import type { Result } from '@mahnwerk/core/refusals'
import { z } from 'zod'

export { cents, isoDay } from '../inputs.ts'

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
