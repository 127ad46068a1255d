import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, toEpochDay } from '../calendar/index.ts'
import { type Minor, minor, percent } from '../money/index.ts'
import { type InterestRule, interestOf, interestRule, periodAt, stretchesOf } from './index.ts'
import { SIMPLE, TEST_SOURCE, testRule } from './testing.ts'

const CHANGING = [
  ['2020-01-01', '4.12'],
  ['2023-01-01', '6.62'],
  ['2023-07-01', '8.12'],
  ['2024-07-01', '8.37'],
] as const

function cents(rule: InterestRule, base: Minor, from: string, until: string): Minor {
  return interestOf(rule, stretchesOf(rule, base, toEpochDay(day(from)), toEpochDay(day(until))))
}

describe('interest over days', () => {
  test('is principal times rate times days over 365, half up', () => {
    expect(cents(testRule([['2000-01-01', '5.12']]), minor(100_000), '2026-03-01', '2026-03-26')).toBe(351)
  })

  test('is cut where the rate changes and rounded once', () => {
    const rule = testRule(CHANGING)
    const stretches = stretchesOf(rule, minor(48_000), toEpochDay(day('2023-06-16')), toEpochDay(day('2023-10-01')))
    expect(stretches.map((each) => [each.until - each.from, each.period.rate])).toEqual([
      [15, 66_200],
      [92, 81_200],
    ])
    // 48000 × (0.0662 × 15 + 0.0812 × 92) ÷ 365 = 1112.97…
    expect(interestOf(rule, stretches)).toBe(1113)
  })

  test('counts a leap year as 366 days by act/act, and as 365 by act/365', () => {
    const rates = [['2000-01-01', '8.62']] as const
    const leapDay = ['2024-02-29', '2024-03-01'] as const
    expect(cents(testRule(rates), minor(10_000_000), ...leapDay)).toBe(2362)
    expect(cents(testRule(rates, { yearBasis: 'act/act' }), minor(10_000_000), ...leapDay)).toBe(2355)
  })

  test('of a whole year by act/act is the rate, leap year or not', () => {
    const rule = testRule([['2000-01-01', '9.97']], { yearBasis: 'act/act' })
    expect(cents(rule, minor(1_000_000), '2023-07-01', '2025-07-01')).toBe(199_400)
  })

  test('counts over 360 where the rule says so', () => {
    expect(
      cents(testRule([['2000-01-01', '5']], { yearBasis: 'act/360' }), minor(250_000), '2026-01-16', '2026-04-16'),
    ).toBe(3125)
  })

  test('rounds each period by itself where the rule says so', () => {
    const halves = testRule([...CHANGING], { rounding: 'each_period' })
    const stretches = stretchesOf(halves, minor(33_333), toEpochDay(day('2023-01-11')), toEpochDay(day('2024-01-07')))
    expect(stretches.reduce((total, each) => total + (each.interest ?? 0), 0)).toBe(interestOf(halves, stretches))
    expect(stretches.every((each) => Number.isInteger(each.interest))).toBe(true)
  })

  test('of no days, or nothing, is nothing', () => {
    const rule = testRule(CHANGING)
    expect(cents(rule, minor(100), '2024-01-01', '2024-01-01')).toBe(0)
    expect(cents(rule, minor(0), '2024-01-01', '2025-01-01')).toBe(0)
  })
})

describe('any interest', () => {
  const anyRule = fc
    .record({
      yearBasis: fc.constantFrom('act/365', 'act/act', 'act/360' as const),
      rounding: fc.constantFrom('once', 'each_period' as const),
    })
    .map((way) => testRule(CHANGING, way as Partial<typeof SIMPLE>))
  const anyBase = fc.integer({ min: 0, max: 1e12 }).map(minor)
  const anyFrom = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(day('2020-01-01'), days))
  const anyDays = fc.integer({ min: 0, max: 3000 })

  test('is exact against plain fractions, up to ten to the twelfth', () => {
    fc.assert(
      fc.property(anyBase, anyFrom, anyDays, (base, from, days) => {
        const rule = testRule(CHANGING)
        let exact = 0n
        for (let index = 0; index < days; index++) {
          const rate = rule.periods[periodAt(rule, toEpochDay(addDays(from, index)))]?.rate ?? 0
          exact += BigInt(base) * BigInt(rate)
        }
        const expected = (exact * 2n + 365_000_000n) / 730_000_000n
        expect(BigInt(cents(rule, base, from, addDays(from, days)))).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('never falls with more days or a higher base', () => {
    fc.assert(
      fc.property(anyRule, anyBase, anyFrom, anyDays, fc.nat(400), (rule, base, from, days, more) => {
        const short = cents(rule, base, from, addDays(from, days))
        expect(cents(rule, base, from, addDays(from, days + more))).toBeGreaterThanOrEqual(short)
        expect(cents(rule, minor(base + more), from, addDays(from, days))).toBeGreaterThanOrEqual(short)
      }),
    )
  })

  test('split at any day differs by the one rounding more, never beyond a cent', () => {
    fc.assert(
      fc.property(anyRule, anyBase, anyFrom, anyDays, fc.nat(3000), (rule, base, from, days, at) => {
        const cut = addDays(from, Math.min(at, days))
        const whole = cents(rule, base, from, addDays(from, days))
        const parts = cents(rule, base, from, cut) + cents(rule, base, cut, addDays(from, days))
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test('a rule whose periods are not in order is a fault', () => {
  const period = { rate: percent('4.12'), source: TEST_SOURCE, marks: [] }
  const from = day('2024-01-01')
  expect(() =>
    interestRule(
      'x',
      TEST_SOURCE,
      [
        { ...period, from },
        { ...period, from },
      ],
      SIMPLE,
    ),
  ).toThrow(TypeError)
  expect(() => interestRule('x', TEST_SOURCE, [], SIMPLE)).toThrow(TypeError)
})
