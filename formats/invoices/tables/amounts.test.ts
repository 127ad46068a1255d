import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalMarkOf, decimalOf, readAmount } from './amounts.ts'

const read = (cell: string, mark?: 'comma' | 'point') => {
  const amount = readAmount(cell)
  return amount === undefined ? 'no amount' : (decimalOf(amount, mark) ?? 'two readings')
}

describe('an amount in a cell', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['12.345.678,9', '12345678.9'],
    ["1'234.50", '1234.50'],
    ['1 234,56 €', '1234.56'],
    ['EUR 99', '99'],
    ['0,005', '0.005'],
    ['1234,567', '1234.567'],
    ['-12,50', '-12.50'],
    ['12,50-', '-12.50'],
    ['(12,50)', '-12.50'],
    ['−7,00', '-7.00'],
    ['1.234.567', '1234567'],
    ['1.234', 'two readings'],
    ['1,234', 'two readings'],
    ['1.23.45', 'no amount'],
    ['1,234,56', 'no amount'],
    ['1.234.56', 'no amount'],
    ['12 Stück', 'no amount'],
    ['kostenlos', 'no amount'],
    ['', 'no amount'],
  ])('reads %s as %s', (cell, expected) => {
    expect(read(cell)).toBe(expected)
  })

  it('is decided by the column where it has two readings', () => {
    expect(read('1.234', 'comma')).toBe('1234')
    expect(read('1.234', 'point')).toBe('1.234')
    expect(read('1,234', 'comma')).toBe('1.234')
    expect(read('1,234', 'point')).toBe('1234')
  })

  it('reads what German and English programs write back to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fc.boolean(), (cents, grouped) => {
        const format = (locale: string) =>
          new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: grouped }).format(cents / 100)
        for (const locale of ['de-DE', 'en-US', 'de-CH']) {
          expect(Math.round(Number(read(format(locale))) * 100)).toBe(cents)
        }
      }),
    )
  })

  it('is a decimal or nothing, whatever the cell holds', () => {
    const unit = fc.constantFrom(...'0123456789.,-+()€ x'.split(''))
    expect(() =>
      fc.assert(fc.property(fc.string({ unit }), (cell) => /^(no amount|-?\d+(\.\d*)?)$/.test(read(cell, 'comma')))),
    ).not.toThrow()
  })
})

describe('the decimal mark of a column', () => {
  it('is the one that its cells show', () => {
    expect(decimalMarkOf(['1.234', '5', '9,90'])).toBe('comma')
    expect(decimalMarkOf(['1.234', '9.90'])).toBe('point')
  })

  it('is unknown where no cell shows it or cells contradict each other', () => {
    expect(decimalMarkOf(['1.234', '5', ''])).toBeUndefined()
    expect(decimalMarkOf(['9,90', '9.90'])).toBeUndefined()
  })
})
