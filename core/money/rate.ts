// Rates are decimal text in the law ("9.97" percent, "1.3" fees) and whole millionths in arithmetic, so that no figure
// passes through a float. Shares are cut exactly, by whole numbers where they fit and by BigInt where they do not, and
// rounded once by the mode that the caller names.

import { type Minor, minor } from './money.ts'

/** A share in whole millionths: 9.97 % is 99_700, a factor of 1.3 is 1_300_000. */
export type Millionths = number & { readonly __brand: 'Millionths' }

export const MILLION = 1_000_000

/** "9.97" percent as millionths. At most four decimals; throws on anything else. */
export function percent(text: string): Millionths {
  return scaled(text, 4)
}

/** "1.3" times as millionths. At most six decimals; throws on anything else. */
export function factor(text: string): Millionths {
  return scaled(text, 6)
}

function scaled(text: string, places: number): Millionths {
  const match = /^(-?)(\d{1,7})(?:\.(\d+))?$/.exec(text)
  const fraction = match?.[3] ?? ''
  if (!match || fraction.length > places) throw new RangeError(`not a rate with at most ${places} decimals: ${text}`)
  const value = Number(`${match[2]}${fraction.padEnd(places, '0')}`)
  return (match[1] === '-' ? -value : value) as Millionths // whole by construction
}

/** Millionths as percent text without needless zeros, at least two decimals: 99_700 is "9.97". */
export function percentText(rate: Millionths): string {
  const digits = String(Math.abs(rate)).padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0{1,2}$/, '')
  return `${rate < 0 ? '-' : ''}${digits.slice(0, -4)}.${fraction}`
}

/** half_up: half a unit counts as one (away from zero below zero). down: what is begun is dropped. up: what is begun counts. */
export type Rounding = 'half_up' | 'down' | 'up'

/**
 * amount × numerator ÷ denominator, exact, rounded once to the minor unit. The denominator is positive and whole, the
 * numerator whole. Throws where the result leaves the range of amounts.
 */
export function portion(amount: Minor, numerator: number, denominator: number, rounding: Rounding): Minor {
  const product = amount * numerator
  return Math.abs(product) < Number.MAX_SAFE_INTEGER
    ? minor(divide(product, denominator, rounding))
    : minor(divideBig(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding))
}

/** A share of an amount by a rate: 1.3 times, 19 percent. */
export function shareOf(amount: Minor, rate: Millionths, rounding: Rounding = 'half_up'): Minor {
  return portion(amount, rate, MILLION, rounding)
}

/** Whole numbers below 2^53: the quotient, rounded. */
export function divide(dividend: number, divisor: number, rounding: Rounding): number {
  if (dividend < 0) return -divide(-dividend, divisor, rounding)
  const rest = dividend % divisor
  const whole = (dividend - rest) / divisor
  if (rest === 0 || rounding === 'down') return whole
  return rounding === 'up' || rest * 2 >= divisor ? whole + 1 : whole
}

/** As divide(), for any size. */
export function divideBig(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (dividend < 0n) return -divideBig(-dividend, divisor, rounding)
  const whole = dividend / divisor
  const rest = dividend % divisor
  if (rest === 0n || rounding === 'down') return whole
  return rounding === 'up' || rest * 2n >= divisor ? whole + 1n : whole
}
