// Money as whole minor units (cents) in a branded integer, always beside a currency. No floats enter or
// leave: text is parsed digit by digit, shares are cut with BigInt, and each rounding names its mode.
// Exact up to 10^15 minor units (checked), beyond every sum this product is made for.

/** A whole number of minor units (cents), positive, zero or negative. */
export type Minor = number & { readonly __brand: 'Minor' }

/** ISO 4217 code in upper case. */
export type Currency = string & { readonly __brand: 'Currency' }

export type Money = { readonly amount: Minor; readonly currency: Currency }

const MINOR_MAX = 1e15

/** The most that one amount from outside may be, in minor units: a thousand of these are still an exact sum. */
export const AMOUNT_MAX = 1e12

/** Takes a whole number as minor units. Throws where it is not whole or beyond 10^15. */
export function minor(value: number | bigint): Minor {
  const asNumber = Number(value)
  if (!Number.isInteger(asNumber) || Math.abs(asNumber) > MINOR_MAX) {
    throw new RangeError(`not an amount in minor units: ${value}`)
  }
  // The check above is what the brand stands for; -0 becomes 0 so that equality holds.
  return (asNumber === 0 ? 0 : asNumber) as Minor
}

export const ZERO = minor(0)

/** Takes an ISO 4217 code. Throws on anything but three capital letters. */
export function currency(code: string): Currency {
  if (!/^[A-Z]{3}$/.test(code)) throw new RangeError(`not a currency code: ${code}`)
  return code as Currency // the pattern is what the brand stands for
}

export const EUR = currency('EUR')

export function money(amount: number | bigint, code: Currency): Money {
  return { amount: minor(amount), currency: code }
}

/** Adds amounts in one currency; the caller holds that they are. */
export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0
  for (const amount of amounts) total += amount
  return minor(total)
}

export function add(a: Minor, b: Minor): Minor {
  return minor(a + b)
}

export function subtract(a: Minor, b: Minor): Minor {
  return minor(a - b)
}

export function least(a: Minor, b: Minor): Minor {
  return a < b ? a : b
}
