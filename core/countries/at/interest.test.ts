import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, toEpochDay } from '../../calendar/index.ts'
import type { Trust } from '../../facts/index.ts'
import { periodAt } from '../../interest/index.ts'
import { type Minor, minor, percent } from '../../money/index.ts'
import { type Result } from '../../refusals/index.ts'
import { strike } from '../../statement/index.ts'
import { AUSTRIA } from './austria.ts'
import { BASE_RATE } from './base-rate.ts'
import { baseRateChanges } from './base-rate-rule.ts'
import { interest, statutoryRule } from './interest.ts'
import { TRUSTING, claim } from './testing.ts'

const { settings } = AUSTRIA

function rateOn(text: string, known: Parameters<typeof claim>[0] = {}): number | undefined {
  const rule = interest(claim(known), settings)
  return rule.ok ? rule.value.periods[periodAt(rule.value, toEpochDay(day(text)))]?.rate : undefined
}

function owed(principal: Minor, from: string, until: string, trust: Trust = settings.trust): Result<Minor> {
  const allocation = AUSTRIA.allocation({ debtor: 'business' }, settings)
  if (!allocation.ok) return allocation
  const struck = strike(
    {
      currency: AUSTRIA.currency,
      principal,
      interestFrom: day(from),
      interest: statutoryRule('business', 'act/365', trust),
      allocation: allocation.value,
      paymentDayCounts: false,
      entries: [],
      trust,
    },
    day(until),
  )
  return struck.ok ? { ok: true, value: struck.value.balance.interest } : struck
}

describe('late interest in Austria', () => {
  test('between businesses is 9.2 points over the base rate of the half-year’s first day', () => {
    expect(rateOn('2024-09-15')).toBe(percent('13.08'))
    expect(rateOn('2024-12-31')).toBe(percent('13.08'))
    expect(rateOn('2025-01-01')).toBe(percent('11.73'))
    expect(rateOn('2022-12-31')).toBe(percent('8.58'))
  })

  test('is 8 points over that of the day before for contracts before 16 March 2013', () => {
    const contractOn = day('2013-03-15')
    expect(rateOn('2008-12-31', { contractOn })).toBe(percent('11.19'))
    expect(rateOn('2026-07-01', { contractOn })).toBe(percent('9.53'))
    expect(rateOn('2002-08-01', { contractOn })).toBe(percent('10.75'))
  })

  test('is 4 percent for consumers, for debtors not at fault, and for claims that are no price', () => {
    expect(rateOn('2024-09-15', { debtor: 'consumer' })).toBe(percent('4'))
    expect(rateOn('2024-09-15', { debtorAtFault: false })).toBe(percent('4'))
    expect(rateOn('2024-09-15', { forPerformance: false })).toBe(percent('4'))
  })

  test('follows the contract where a rate is agreed', () => {
    expect(rateOn('2031-01-01', { agreedRate: percent('8') })).toBe(percent('8'))
  })

  test('is rounded at the end of each half-year although the rate stays', () => {
    expect(owed(minor(120_000), '2026-06-04', '2026-10-04')).toEqual({ ok: true, value: 4303 })
  })

  test('is refused for days after 2026, and carried on, marked, where that is allowed', () => {
    expect(owed(minor(1_000_000), '2026-12-01', '2027-01-02')).toMatchObject({ refusal: { code: 'law_not_known_yet' } })
    const carried = owed(minor(1_000_000), '2027-01-01', '2027-12-31', { lowConfidence: false, provisional: true })
    expect(carried).toEqual({ ok: true, value: 107_006 }) // 364 days at 10.73
  })

  test('of 2027 rests on the unconfirmed base rate only where both are trusted', () => {
    const rule = statutoryRule('business', 'act/365', TRUSTING)
    expect(rule.periods.at(-1)).toMatchObject({
      from: '2027-01-01',
      rate: percent('11.23'),
      marks: ['provisional', 'low_confidence'],
    })
    expect(statutoryRule('business', 'act/365', settings.trust).periods.at(-1)?.from).toBe('2026-07-01')
  })

  test('rests on no half-year whose base rate is only derived', () => {
    const rules = (['business', 'business_old'] as const).map((regime) =>
      statutoryRule(regime, 'act/365', settings.trust),
    )
    expect(rules.flatMap((rule) => rule.periods.flatMap((period) => period.marks))).toEqual([])
  })

  test('never falls with more days or more principal', () => {
    const [first, days, cents] = [fc.nat(4000), fc.nat(700), fc.integer({ min: 1, max: 1e10 })]
    fc.assert(
      fc.property(first, days, fc.nat(40), cents, cents, (offset, length, more, a, b) => {
        const from = addDays(day('2013-04-01'), offset)
        const until = addDays(from, length)
        const later = addDays(until, more)
        if (later > AUSTRIA.knownUntil) return
        const [less, larger] = [minor(Math.min(a, b)), minor(Math.max(a, b))]
        const value = (result: Result<Minor>): number => (result.ok ? result.value : Number.NaN)
        expect(value(owed(less, from, until))).toBeLessThanOrEqual(value(owed(larger, from, later)))
      }),
    )
  })

  test('comes from one rule per variant, made once', () => {
    const [one, other] = [interest(claim(), settings), interest(claim({ principal: minor(5) }), settings)]
    expect(one.ok && other.ok && one.value === other.value).toBe(true)
  })
})

describe('the base rate', () => {
  test('follows from the ECB’s rates by the rule of half a point, from 2009 to today', () => {
    const steps = ECB_RATES.map(([on, reference]) => ({ on: day(on), reference: percent(reference) }))
    const changes = baseRateChanges(percent('0.38'), percent('1.00'), steps)
    const recorded = BASE_RATE.facts.filter(({ from }) => from > '2009-05-13').map(({ from, value }) => [from, value])
    expect(changes.map(({ on, baseRate }) => [on, baseRate]).toReversed()).toEqual(recorded)
  })
})

const ECB_RATES = [
  ['2011-04-13', '1.25'],
  ['2011-07-13', '1.50'],
  ['2011-11-09', '1.25'],
  ['2011-12-14', '1.00'],
  ['2012-07-11', '0.75'],
  ['2013-05-08', '0.50'],
  ['2013-11-13', '0.25'],
  ['2014-06-11', '0.15'],
  ['2014-09-10', '0.05'],
  ['2016-03-16', '0.00'],
  ['2022-07-27', '0.50'],
  ['2022-09-14', '1.25'],
  ['2022-11-02', '2.00'],
  ['2022-12-21', '2.50'],
  ['2023-02-08', '3.00'],
  ['2023-03-22', '3.50'],
  ['2023-05-10', '3.75'],
  ['2023-06-21', '4.00'],
  ['2023-08-02', '4.25'],
  ['2023-09-20', '4.50'],
  ['2024-06-12', '4.25'],
  ['2024-09-18', '3.65'],
  ['2024-10-23', '3.40'],
  ['2024-12-18', '3.15'],
  ['2025-02-05', '2.90'],
  ['2025-03-12', '2.65'],
  ['2025-04-23', '2.40'],
  ['2025-06-11', '2.15'],
  ['2026-06-17', '2.40'],
  ['2026-09-16', '2.65'],
] as const
