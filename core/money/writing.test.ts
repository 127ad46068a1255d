import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EUR, currency, formatMoney, minor, parseAmountInput } from './index.ts'

const anyAmount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(minor)

describe('an amount as people write it', () => {
  test.each([
    [123_456, 'EUR', 'de', '1.234,56\u00a0€'],
    [123_456, 'EUR', 'en', '€1,234.56'],
    [-123_456_789, 'EUR', 'de', '−1.234.567,89\u00a0€'],
    [-50, 'EUR', 'en', '−€0.50'],
    [99, 'EUR', 'de', '0,99\u00a0€'],
    [100_000, 'JPY', 'de', '100.000\u00a0JPY'],
    [5, 'CHF', 'en', 'CHF\u00a00.05'],
  ] as const)('%i %s in %s is %s', (amount, code, locale, text) => {
    expect(formatMoney(minor(amount), currency(code), locale)).toBe(text)
  })

  test('reads back as the same amount in both languages', () => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom('de', 'en'), (amount, locale) => {
        expect(parseAmountInput(formatMoney(amount, EUR, locale), EUR, locale)).toBe(amount)
      }),
    )
  })

  test.each([
    ['1.234,56', 123_456],
    ['1234,5', 123_450],
    ['12.50', 1250],
    ['12.5', 1250],
    ['100 €', 10_000],
    ['100 EUR', 10_000],
    ['1.234', 123_400],
    ['−5,00', -500],
    ['12,', 1200],
  ])('typed in German, "%s" is %i cents', (text, cents) => {
    expect(parseAmountInput(text, EUR)).toBe(cents)
  })

  test.each(['', '€', 'abc', '1.23.4', '1,2,3', '12,345', '1.2345', '12.50.00', '1,234.56'])(
    'typed in German, "%s" is no amount',
    (text) => {
      expect(parseAmountInput(text, EUR)).toBeUndefined()
    },
  )

  test('what was written in another currency is read again', () => {
    for (const code of [currency('CHF'), currency('GBP')])
      for (const locale of ['de', 'en'] as const)
        expect(parseAmountInput(formatMoney(minor(123_456), code, locale), code, locale)).toBe(123_456)
  })

  test('a lone mark before three digits stands for thousands, in each language by its own mark', () => {
    expect(parseAmountInput('1.234', EUR, 'de')).toBe(123_400)
    expect(parseAmountInput('1,234', EUR, 'en')).toBe(123_400)
    expect(parseAmountInput('1,50', EUR, 'en')).toBe(150)
  })
})
