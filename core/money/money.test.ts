import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Minor, ZERO, add, currency, least, minor, money, subtract, sum } from './index.ts'

const amount = fc.integer({ min: -1e12, max: 1e12 }).map(minor)

describe('an amount', () => {
  test.each([0.5, Number.NaN, Infinity, 1e15 + 1, -1e15 - 1, 10n ** 16n])('is never %s', (value) => {
    expect(() => minor(value)).toThrow(RangeError)
  })

  test('goes up to ten to the fifteenth on both sides, and no sum goes beyond', () => {
    const most = minor(10n ** 15n)
    expect(minor(-1e15)).toBe(-1e15)
    expect(() => add(most, minor(1))).toThrow(RangeError)
    expect(() => subtract(minor(-1e15), minor(1))).toThrow(RangeError)
    expect(() => sum([most, most])).toThrow(RangeError)
  })

  test('of nothing is one zero, never minus zero', () => {
    expect(Object.is(minor(-0), ZERO)).toBe(true)
    expect(Object.is(subtract(minor(5), minor(5)), ZERO)).toBe(true)
  })

  test('taken from a sum leaves the rest', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(subtract(add(a, b), b)).toBe(a)
        expect(add(a, b)).toBe(add(b, a))
      }),
    )
  })

  test('sums like text that is added by hand, in any order', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
        const exact = amounts.reduce((total, each) => total + BigInt(each), 0n)
        expect(sum(amounts)).toBe(minor(exact))
        expect(sum(amounts.toReversed())).toBe(sum(amounts))
      }),
    )
  })

  test('is at least the lesser of two', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const found: Minor = least(a, b)
        expect([a, b]).toContain(found)
        expect(found <= a && found <= b).toBe(true)
      }),
    )
  })
})

describe('a currency', () => {
  test('stands beside an amount', () => {
    expect(money(250, currency('CHF'))).toEqual({ amount: 250, currency: 'CHF' })
  })

  test.each(['', 'eur', 'EURO', 'E1R', ' EUR'])('is not "%s"', (code) => {
    expect(() => currency(code)).toThrow(RangeError)
  })
})
