import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AllocationRule } from '../allocation/index.ts'
import { day } from '../calendar/index.ts'
import { explain } from '../explanations/index.ts'
import { SURE } from '../facts/index.ts'
import { testRule } from '../interest/testing.ts'
import { EUR, ZERO, minor } from '../money/index.ts'
import { type Obligation, STATEMENT_TEXTS } from '../statement/index.ts'
import { PLAN_TEXTS, type Plan, type PlanQuestion, explainInstalments, explainPlan, planOf } from './index.ts'

const COSTS_FIRST: AllocationRule = {
  name: 'costs_first',
  order: ['court', 'costs', 'charges', 'flat', 'interest', 'principal'],
  source: { citation: '§ 1 Testgesetz', confidence: 'high' },
}
const owing = (principal: number, rate = '6'): Obligation => ({
  currency: EUR,
  principal: minor(principal),
  interestFrom: day('2026-01-01'),
  interest: testRule([['2000-01-01', rate]]),
  allocation: COSTS_FIRST,
  paymentDayCounts: true,
  entries: [],
  trust: SURE,
})
const asked = (principal: number, by: PlanQuestion['by'], more: Partial<PlanQuestion> = {}): PlanQuestion => ({
  obligation: owing(principal),
  agreedOn: day('2026-06-15'),
  firstOn: day('2026-07-01'),
  cost: ZERO,
  by,
  ...more,
})
const monthly = (amount: number): PlanQuestion['by'] => ({ kind: 'amount', amount: minor(amount) })
function made(question: PlanQuestion): Plan {
  const result = planOf(question)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('an instalment plan', () => {
  test('is paid month by month, the last instalment being what is left', () => {
    const plan = made(asked(100_000, monthly(25_000)))
    expect(plan.instalments.map(({ on }) => on)).toEqual([
      '2026-07-01',
      '2026-08-01',
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ])
    expect(plan.instalments.slice(0, 4).every(({ amount }) => amount === 25_000)).toBe(true)
    expect(plan.instalments.at(-1)).toMatchObject({ left: 0 })
    expect(plan.total).toBe(plan.owedBefore + plan.cost + plan.interest)
  })

  test('tells its cost first, and serves it first', () => {
    const plan = made(asked(100_000, monthly(25_000), { cost: minor(4000) }))
    expect(plan.cost).toBe(4000)
    expect(plan.instalments[0]?.parts.costs).toBe(4000)
  })

  test('in so many equal months takes the least instalment that ends in time', () => {
    const plan = made(asked(100_000, { kind: 'count', count: 6 }))
    expect(plan.instalments).toHaveLength(6)
    const first = plan.instalments[0]?.amount ?? 0
    expect(made(asked(100_000, monthly(first - 1))).instalments.length).toBeGreaterThan(6)
  })

  test('keeps the day of the month where the month has it', () => {
    const plan = made(asked(30_000, monthly(8000), { agreedOn: day('2026-01-15'), firstOn: day('2026-01-31') }))
    expect(plan.instalments.map(({ on }) => on).slice(0, 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  })

  test.each([
    ['plan_never_ends', asked(10_000_000, monthly(100))],
    ['plan_too_long', asked(10_000_000, monthly(80_000))],
    ['plan_too_long', asked(100_000, { kind: 'count', count: 0 })],
    ['plan_nothing_owed', asked(0, monthly(100))],
    ['plan_starts_before', asked(100_000, monthly(1000), { firstOn: day('2026-06-14') })],
  ])('is refused as %s', (code, question) => {
    expect(planOf(question)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('of any size sums to the cent', () => {
    const cents = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 50_000 }),
        (principal, count, cost) => {
          const plan = made(asked(principal, { kind: 'count', count }, { cost: minor(cost) }))
          const parts = plan.instalments.flatMap((each) => Object.values(each.parts))
          expect(parts.reduce((all, part) => all + part, 0)).toBe(plan.total)
          expect(plan.instalments.length).toBeLessThanOrEqual(count)
          expect(plan.interest).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('is explained in German and English', () => {
    const plan = made(asked(100_000, monthly(25_000), { cost: minor(4000) }))
    const texts = { ...STATEMENT_TEXTS.de, ...PLAN_TEXTS.de }
    const told = explain(explainPlan(plan), texts, 'de', EUR)
    expect(told.lines.reduce((all, each) => all + (each.amount ?? 0), 0)).toBe(plan.total)
    expect(told.text).toBe('Zu zahlen in 5 Raten')
    expect(explainInstalments(plan).map((each) => explain(each, texts, 'de', EUR).text)[0]).toMatch(
      /^1\. Rate am 01\.07\.2026, danach offen/,
    )
  })
})
