import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, day, daysInMonth, fromEpochDay, toEpochDay } from '../../calendar/index.ts'
import { type Minor, divideBig, minor, percent, percentText } from '../../money/index.ts'
import { type YearBasis, interestOf, periodAt, stretchesOf } from '../../interest/index.ts'
import { BASE_RATE, BASE_RATE_KNOWN_UNTIL } from './base-rate.ts'
import { GERMANY } from './index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { CLAIM } from './testing.ts'

const { interest, settings } = GERMANY

function rateOn(on: string, facts: Partial<ClaimFacts> = {}, given = settings): string {
  const rule = interest({ ...CLAIM, ...facts }, given)
  if (!rule.ok) return rule.refusal.code
  return percentText(rule.value.periods[periodAt(rule.value, toEpochDay(day(on)))]?.rate ?? percent('0'))
}

describe('the base rate', () => {
  test('has a figure for every half-year from 2002 to the last published one', () => {
    const days = BASE_RATE.facts.map(({ from }) => from).toReversed()
    expect(days[0]).toBe('2002-01-01')
    days.slice(1).forEach((from, index) => expect(from).toBe(addMonths(days[index] ?? from, 6)))
    expect(addDays(addMonths(days.at(-1) ?? day('2002-01-01'), 6), -1)).toBe(BASE_RATE_KNOWN_UNTIL)
  })
})

describe('default interest', () => {
  test.each([
    ['a consumer pays 5 points', '2026-08-01', {}, '6.52'],
    ['a business pays 9 points for a price', '2026-08-01', { debtor: 'business' }, '10.52'],
    [
      'a business pays 5 points for what is no price',
      '2026-08-01',
      { debtor: 'business', forPerformance: false },
      '6.52',
    ],
    [
      'contracts up to 28 July 2014 stay at 8 points',
      '2026-08-01',
      { debtor: 'business', contractOn: day('2014-07-28') },
      '9.52',
    ],
    ['contracts from 29 July 2014 have 9', '2014-07-29', { debtor: 'business', contractOn: day('2014-07-29') }, '8.27'],
    [
      'an old continuing contract has 9 for what was performed after June 2016',
      '2026-08-01',
      { debtor: 'business', contractOn: day('2010-01-01'), continuingPerformedOn: day('2016-07-01') },
      '10.52',
    ],
    [
      'and 8 for what was performed before',
      '2026-08-01',
      { debtor: 'business', contractOn: day('2010-01-01'), continuingPerformedOn: day('2016-06-30') },
      '9.52',
    ],
    ['an agreed rate replaces it', '2026-08-01', { agreedRate: percent('11.9') }, '11.90'],
    ['a contract older than the law is refused', '2026-08-01', { contractOn: day('2001-12-31') }, 'law_before_records'],
    ['negative base rates lower the sum', '2019-05-05', {}, '4.12'],
  ] as const)('%s', (_, on, facts, expected) => expect(rateOn(on, facts as Partial<ClaimFacts>)).toBe(expected))

  test('credit secured by land has 2.5 points', () => {
    const given = { ...settings, choices: { ...settings.choices, loan: 'mortgage' } }
    expect(rateOn('2023-03-01', {}, given)).toBe('4.12')
  })

  test('the rule is made once and kept', () => {
    expect(interest(CLAIM, settings)).toEqual(interest({ ...CLAIM, principal: CLAIM.principal }, settings))
    const [one, two] = [interest(CLAIM, settings), interest(CLAIM, settings)]
    expect(one.ok && two.ok && one.value === two.value).toBe(true)
  })

  test('half-years of one rate are one period', () => {
    const rule = interest(CLAIM, settings)
    const periods = rule.ok ? rule.value.periods : []
    expect(periods.some(({ from }) => from === '2016-07-01')).toBe(true)
    expect(periods.some(({ from }) => from === '2017-01-01')).toBe(false)
  })
})

const known = fc.integer({ min: toEpochDay(day('2002-01-01')), max: toEpochDay(day(BASE_RATE_KNOWN_UNTIL)) })
const bases = fc.constantFrom<YearBasis>('act/365', 'act/act')
const sums = fc.integer({ min: 0, max: 1e12 }).map(minor)

function cents(yearBasis: YearBasis, base: Minor, from: number, until: number): number {
  const rule = interest(CLAIM, { ...settings, yearBasis })
  if (!rule.ok) throw new TypeError(rule.refusal.code)
  return interestOf(rule.value, stretchesOf(rule.value, base, from, until))
}

// The slow way: each day's rate looked up in the series, each day's share over its own year.
function dayByDay(basis: YearBasis, base: Minor, from: number, until: number): number {
  let total = 0n
  for (let each = from; each < until; each++) {
    const on = fromEpochDay(each)
    const rate = BASE_RATE.facts.find((fact) => fact.from <= on)?.value ?? percent('0')
    const leap = basis === 'act/act' && daysInMonth(Number(on.slice(0, 4)), 2) === 29
    total += BigInt(base) * BigInt(rate + percent('5')) * (leap ? 365n : 366n)
  }
  return Number(divideBig(total, 365n * 366n * 1_000_000n, 'half_up'))
}

describe('over any days', () => {
  test('more days and more money never cost less', () => {
    fc.assert(
      fc.property(bases, sums, sums, known, known, known, (basis, one, two, ...days) => {
        const [from = 0, until = 0, later = 0] = days.toSorted((a, b) => a - b)
        expect(cents(basis, one, from, later)).toBeGreaterThanOrEqual(cents(basis, one, from, until))
        const [less, more] = one < two ? [one, two] : [two, one]
        expect(cents(basis, more, from, until)).toBeGreaterThanOrEqual(cents(basis, less, from, until))
      }),
    )
  })

  test('comes to what adding day by day comes to', () => {
    fc.assert(
      fc.property(bases, sums, known, fc.nat({ max: 1500 }), (basis, base, from, length) => {
        const until = Math.min(from + length, toEpochDay(day(BASE_RATE_KNOWN_UNTIL)) + 1)
        expect(cents(basis, base, from, until)).toBe(dayByDay(basis, base, from, until))
      }),
    )
  })

  test('cutting the days in two changes a cent at most', () => {
    fc.assert(
      fc.property(bases, sums, known, known, known, (basis, base, ...days) => {
        const [from = 0, cut = 0, until = 0] = days.toSorted((a, b) => a - b)
        const apart = cents(basis, base, from, cut) + cents(basis, base, cut, until)
        expect(Math.abs(apart - cents(basis, base, from, until))).toBeLessThanOrEqual(1)
      }),
    )
  })
})
