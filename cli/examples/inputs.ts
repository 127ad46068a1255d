// What the inputs of worked examples are made of, as every jurisdiction writes them: cents, days, rates as decimal text.

import { type LocalDate, parseDay } from '@mahnwerk/core/calendar'
import { type Stretch, exactOf } from '@mahnwerk/core/interest'
import { type Millionths, divideBig, factor, minor, percent } from '@mahnwerk/core/money'
import { z } from 'zod'

export const cents = z.int().nonnegative().transform(minor)

export const isoDay = z.string().transform((text, context): LocalDate => {
  const read = parseDay(text)
  if (read !== undefined) return read
  context.addIssue(`not a day: ${text}`)
  return z.NEVER
})

/** "9.97" percent a year. */
export const rate = readBy(percent)

/** "1.91" times. */
export const times = readBy(factor)

function readBy(read: (text: string) => Millionths): z.ZodType<Millionths> {
  return z.string().transform((text, context) => {
    try {
      return read(text)
    } catch {
      context.addIssue(`not a figure: ${text}`)
      return z.NEVER
    }
  }) as z.ZodType<Millionths> // what is read from is left open: examples come as unknown values
}

/** The exact interest of a stretch in cents, six decimals: how examples print it. */
export function exactCents(stretch: Stretch): string {
  const { numerator, denominator } = exactOf(stretch)
  const digits = String(divideBig(numerator * 1_000_000n, denominator, 'half_up')).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}
