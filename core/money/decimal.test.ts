import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EUR, currency, decimalsOf, minor, parseDecimal, toDecimal } from './index.ts'

const anyAmount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(minor)
const anyCurrency = fc.constantFrom(...['EUR', 'CHF', 'JPY', 'BHD', 'KRW', 'TND', 'XXX'].map(currency))

describe('decimal text', () => {
  test('written from any amount in any currency reads back as that amount', () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, (amount, code) => {
        expect(parseDecimal(toDecimal(amount, code), code)).toBe(amount)
      }),
    )
  })

  test.each([
    [123_450, 'EUR', '1234.50'],
    [-5, 'EUR', '-0.05'],
    [0, 'EUR', '0.00'],
    [1234, 'JPY', '1234'],
    [1, 'KWD', '0.001'],
  ])('of %i in %s is %s', (amount, code, text) => {
    expect(toDecimal(minor(amount), currency(code))).toBe(text)
  })

  test.each([
    ['12.5', 1250],
    ['12.', 1200],
    ['+0012.500', 1250],
    [' 7 ', 700],
    ['-0.00', 0],
  ])('"%s" is %i cents', (text, cents) => {
    expect(parseDecimal(text, EUR)).toBe(cents)
  })

  test('with parts of a cent is refused, never rounded', () => {
    expect(parseDecimal('10.005', EUR)).toBeUndefined()
    expect(parseDecimal('10.5', currency('JPY'))).toBeUndefined()
    expect(parseDecimal('10.005', currency('BHD'))).toBe(10_005)
  })

  test.each(['', '.5', '1,5', '1e3', '0x10', '--1', '1 000', '١٢', '1234567890123456'])('"%s" is no amount', (text) => {
    expect(parseDecimal(text, EUR)).toBeUndefined()
  })

  test('has as many decimals as the currency', () => {
    expect([EUR, currency('JPY'), currency('BHD'), currency('XXX')].map(decimalsOf)).toEqual([2, 0, 3, 2])
  })
})
