import { day } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { describe, expect, it } from 'vitest'
import { type FeeRate, collectionCosts } from './fees.ts'

function costs(value: number, rate: FeeRate, orderedOn = '2026-11-20', withVat = true): readonly number[] {
  const { fee, expenses, vat } = collectionCosts({ value: minor(value), rate, orderedOn: day(orderedOn), withVat })
  return [fee, expenses, vat]
}

describe('collection costs under the RVG', () => {
  // Claim in cents, rate in tenths, fee, expenses, VAT: worked by hand from the table of § 13 RVG of June 2025.
  it.each([
    [3000, 5, [1575, 315, 359]],
    [3000, 9, [2835, 567, 646]],
    [5000, 9, [2835, 567, 646]],
    [5001, 9, [4635, 927, 1057]],
    [18_450, 5, [2575, 515, 587]],
    [18_450, 9, [4635, 927, 1057]],
    [50_000, 9, [4635, 927, 1057]],
    [50_001, 9, [8370, 1674, 1908]],
    [100_000, 9, [8370, 1674, 1908]],
    [240_000, 9, [21_195, 2000, 4407]],
    [500_000, 9, [31_905, 2000, 6442]],
  ] as const)('for %i cents at 0.%i', (value, rate, expected) => {
    expect(costs(value, rate)).toEqual(expected)
  })

  // The 1.0 fee of these values, seen through its nine tenths.
  it.each([
    [200_000, 17_600],
    [1_000_000, 65_200],
    [1_300_000, 70_700],
    [2_500_000, 92_700],
    [5_000_000, 135_700],
    [50_000_000, 375_200],
  ])('follows the table up to %i cents', (value, full) => {
    expect(costs(value, 9)[0]).toBe((full * 9) / 10)
  })

  it('has the figures of before June 2025 for orders of before', () => {
    expect(costs(18_450, 9, '2025-05-31')).toEqual([4410, 882, 1005])
    expect(costs(18_450, 9, '2025-06-01')).toEqual([4635, 927, 1057])
  })

  it('has no VAT for a creditor who may deduct it', () => {
    expect(costs(18_450, 9, '2026-11-20', false)).toEqual([4635, 927, 0])
  })

  it('does not guess for orders older than its tables', () => {
    expect(() => costs(18_450, 9, '2021-09-30')).toThrow(RangeError)
  })
})
