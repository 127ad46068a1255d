import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../calendar/index.ts'
import { factor, minor } from '../../../money/index.ts'
import { courtFee, courtFeeUnit } from './gkg.ts'
import { rvgUnit } from './rvg.ts'
import { VALUE_MAX, euros, feeAt, rateText, valueTable } from './value-fees.ts'

// Anlage 2 of RVG and GKG in the law of 2025: value up to, lawyer's 1.0 fee, court's 1.0 fee.
const ANNEX_2025 =
  `500 51.50 40 / 1000 93 61 / 1500 134.50 82 / 2000 176 103 / 3000 235.50 125.50 / 4000 295 148 / 5000 354.50 170.50
 / 6000 414 193 / 7000 473.50 215.50 / 8000 533 238 / 9000 592.50 260.50 / 10000 652 283 / 13000 707 313.50 / 16000 762 344
 / 19000 817 374.50 / 22000 872 405 / 25000 927 435.50 / 30000 1013 476 / 35000 1099 516.50 / 40000 1185 557 / 45000 1271 597.50
 / 50000 1357 638 / 65000 1456.50 778 / 80000 1556 918 / 95000 1655.50 1058 / 110000 1755 1198 / 125000 1854.50 1338
 / 140000 1954 1478 / 155000 2053.50 1618 / 170000 2153 1758 / 185000 2252.50 1898 / 200000 2352 2038 / 230000 2492 2248
 / 260000 2632 2458 / 290000 2772 2668 / 320000 2912 2878 / 350000 3052 3088 / 380000 3192 3298 / 410000 3332 3508
 / 440000 3472 3718 / 470000 3612 3928 / 500000 3752 4138`
    .split('/')
    .map((row) => row.trim().split(/\s+/).map(euros))

const SUMMER_2025 = day('2025-06-01')
const anyValue = fc.integer({ min: 1, max: 4_000_000_000 }).map(minor)
const anyOrderDay = fc.constantFrom('2013-08-01', '2020-12-31', '2021-01-01', '2025-05-31', '2025-06-01').map(day)

function lawyers(value: number, on = SUMMER_2025): number {
  const found = rvgUnit(minor(value), on)
  return found.ok ? found.value.unit : NaN
}

function courts(value: number, on = SUMMER_2025): number {
  const found = courtFeeUnit(minor(value), on)
  return found.ok ? found.value : NaN
}

describe('fees by value', () => {
  it.each(ANNEX_2025)('computes the printed row up to %i', (value = minor(0), lawyer = minor(0), court = minor(0)) => {
    expect([lawyers(value), courts(value)]).toEqual([lawyer, court])
  })

  it('begins a new part with the first cent', () => {
    expect([lawyers(50_000), lawyers(50_001), lawyers(100_000), lawyers(100_001)]).toEqual([5150, 9300, 9300, 13_450])
  })

  it('follows the table of the day of the order', () => {
    const days = ['2013-08-01', '2020-12-31', '2021-01-01', '2025-05-31', '2025-06-01'].map(day)
    expect(days.map((on) => lawyers(240_000, on))).toEqual([20_100, 20_100, 22_200, 22_200, 23_550])
    expect(days.map((on) => courts(240_000, on))).toEqual([10_800, 10_800, 11_900, 11_900, 12_550])
  })

  it('refuses a day before its first table', () => {
    expect(rvgUnit(minor(1), day('2013-07-31'))).toMatchObject({ ok: false, refusal: { code: 'law_before_records' } })
  })

  it('counts no value above thirty million', () => {
    expect(lawyers(VALUE_MAX + 1)).toBe(lawyers(VALUE_MAX))
    expect(lawyers(VALUE_MAX)).toBeGreaterThan(lawyers(VALUE_MAX - 5_000_000))
  })

  it('never falls when the value rises', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyOrderDay, (one, other, on) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        expect(lawyers(low, on)).toBeLessThanOrEqual(lawyers(high, on))
        expect(courts(low, on)).toBeLessThanOrEqual(courts(high, on))
      }),
    )
  })

  it('raises a fee to fifteen euros and rounds half cents up', () => {
    const table = valueTable('49', ['39', '56', '52', '81', '94', '132', '165'])
    expect(feeAt(table, factor('0.3'), minor(30_000))).toBe(1500)
    const small = { ...table, base: minor(3333) }
    expect(feeAt(small, factor('0.5'), minor(1))).toBe(1667)
  })

  it('writes multiples as fee notes do', () => {
    expect(['0.5', '1.0', '1.3', '0.65', '2.5'].map((text) => rateText(factor(text)))).toEqual([
      '0.5',
      '1.0',
      '1.3',
      '0.65',
      '2.5',
    ])
  })

  it('refuses a table whose steps are incomplete', () => {
    expect(() => valueTable('49', ['39'])).toThrow('7 steps')
  })
})

describe('the order for payment', () => {
  it.each([
    ['2006-07-01', 'law_before_records'],
    ['2013-08-01', 3200],
    ['2020-12-31', 3200],
    ['2021-01-01', 3600],
    ['2025-05-31', 3600],
    ['2025-06-01', 3800],
  ])('costs a small claim filed on %s at least %s', (on, expected) => {
    const fee = courtFee('1100', factor('0.5'), minor(9450), day(on))
    expect(fee.ok ? fee.value.amount : fee.refusal.code).toBe(expected)
  })
})
