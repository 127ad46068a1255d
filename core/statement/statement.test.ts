import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AllocationRule, totalOf } from '../allocation/index.ts'
import { addDays, day } from '../calendar/index.ts'
import { type Line, explain } from '../explanations/index.ts'
import { SURE } from '../facts/index.ts'
import type { InterestRule } from '../interest/index.ts'
import { testRule } from '../interest/testing.ts'
import { EUR, minor } from '../money/index.ts'
import { type Entry, type Obligation, STATEMENT_TEXTS, type Statement, explainStatement, strike } from './index.ts'

const RATES = [
  ['2020-01-01', '4.12'],
  ['2023-01-01', '6.62'],
  ['2023-07-01', '8.12'],
  ['2025-07-01', '6.27'],
  ['2026-07-01', '6.52'],
] as const
const COSTS_FIRST: AllocationRule = {
  name: 'costs_first',
  order: ['court', 'costs', 'charges', 'flat', 'interest', 'principal'],
  source: { citation: '§ 1 Testgesetz', confidence: 'high' },
}

function obligation(parts: Partial<Obligation> = {}): Obligation {
  return {
    currency: EUR,
    principal: minor(120_000),
    interestFrom: day('2025-11-01'),
    interest: testRule(RATES, {}, day('2026-12-31')),
    allocation: COSTS_FIRST,
    paymentDayCounts: true,
    entries: [],
    trust: SURE,
    ...parts,
  }
}
function struck(of: Obligation, on: string): Statement {
  const result = strike(of, day(on))
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const payment = (on: string, amount: number): Entry => ({ kind: 'payment', on: day(on), amount: minor(amount) })
const cost = (on: string, amount: number): Entry => ({
  kind: 'charge',
  on: day(on),
  amount: minor(amount),
  part: 'costs',
})

describe('a statement', () => {
  test('lets interest run to each entry, serves costs before interest before principal, and goes on with the rest', () => {
    const entries = [payment('2026-01-15', 20_000), cost('2026-02-10', 12_000), payment('2026-08-20', 50_000)]
    const { steps, balance, total } = struck(obligation({ entries }), '2026-11-21')
    expect(steps.map((step) => step.accrued)).toEqual([1567, 454, 3368, 1120])
    expect(steps[2]?.parts).toMatchObject({ costs: 12_000, interest: 3822, principal: 34_178 })
    expect(balance).toMatchObject({ principal: 67_389, interest: 1120, costs: 0 })
    expect(total).toBe(68_509)
  })

  test('does not count the day of payment where the setting says so', () => {
    const counted = struck(obligation(), '2026-01-31').balance.interest
    const notCounted = struck(obligation({ paymentDayCounts: false }), '2026-02-01').balance.interest
    expect(notCounted).toBe(counted)
  })

  test('bears no interest while the debtor is not late', () => {
    const { interestFrom: _, ...never } = obligation()
    expect(struck(never, '2026-11-21').total).toBe(120_000)
    expect(struck(obligation(), '2025-10-31').total).toBe(120_000)
  })

  test('counts entries of the day itself and none after it', () => {
    const entries = [payment('2026-01-15', 20_000), payment('2026-01-16', 20_000)]
    expect(struck(obligation({ entries }), '2026-01-15').steps.filter((step) => step.entry)).toHaveLength(1)
  })

  test('keeps apart what was paid beyond what was owed, and later costs are owed again', () => {
    const entries = [payment('2026-01-15', 200_000), cost('2026-02-10', 3000)]
    const { total, overpaid } = struck(obligation({ entries }), '2026-03-01')
    expect([total, overpaid]).toEqual([3000, 200_000 - 121_567])
  })

  test('takes back by credit, and what was paid already becomes surplus', () => {
    const credit: Entry = { kind: 'credit', on: day('2025-10-15'), amount: minor(130_000), part: 'principal' }
    expect(struck(obligation({ entries: [credit] }), '2026-03-01')).toMatchObject({ total: 0, overpaid: 10_000 })
  })

  test("lets a year's unpaid interest bear interest where the rule compounds, from the anniversary on", () => {
    const interest = testRule([['2000-01-01', '6']], { rounding: 'each_period', compounding: 'yearly' })
    const one = struck(obligation({ interest, interestFrom: day('2023-03-01') }), '2024-02-29')
    expect(one.balance.interest).toBe(7220) // 366 days of 6 % on 1,200.00
    const two = struck(obligation({ interest, interestFrom: day('2023-03-01') }), '2025-02-28')
    expect(two.steps.at(-1)?.stretches[0]?.base).toBe(127_220)
  })

  test('refuses days whose rate is not published, and marks them where provisional figures are trusted', () => {
    expect(strike(obligation(), day('2027-01-01'))).toMatchObject({ ok: false, refusal: { code: 'law_not_known_yet' } })
    const trusting = obligation({ trust: { ...SURE, provisional: true } })
    expect(struck(trusting, '2027-01-01').marks).toEqual(['provisional'])
    expect(struck(trusting, '2026-12-31').marks).toEqual([])
  })

  test('refuses days before the first record', () => {
    const early = obligation({ interestFrom: day('2019-06-01') })
    expect(strike(early, day('2026-01-01'))).toMatchObject({ ok: false, refusal: { code: 'law_before_records' } })
  })
})

const anyRule: fc.Arbitrary<InterestRule> = fc
  .record({
    rounding: fc.constantFrom('once' as const, 'each_period' as const),
    compounding: fc.constantFrom('never' as const, 'yearly' as const),
    yearBasis: fc.constantFrom('act/365' as const, 'act/act' as const),
  })
  .map((way) => testRule(RATES, way))
const anyDay = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(day('2020-02-01'), days))
const anyCents = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 1e12 })).map(minor)
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ kind: fc.constant('payment' as const), on: anyDay, amount: anyCents }),
  fc.record({
    kind: fc.constant('charge' as const),
    on: anyDay,
    amount: anyCents,
    part: fc.constantFrom('costs' as const, 'charges' as const, 'court' as const, 'flat' as const, 'interest' as const),
  }),
  fc.record({
    kind: fc.constant('credit' as const),
    on: anyDay,
    amount: anyCents,
    part: fc.constantFrom('principal' as const, 'costs' as const),
  }),
)
const anyObligation: fc.Arbitrary<Obligation> = fc
  .record({
    principal: anyCents,
    interestFrom: anyDay,
    interest: anyRule,
    paymentDayCounts: fc.boolean(),
    entries: fc.array(anyEntry, { maxLength: 12 }),
  })
  .map(obligation)

describe('any statement', () => {
  test('balances: what was owed and added is what was paid, credited and is left', () => {
    fc.assert(
      fc.property(anyObligation, anyDay, (of, on) => {
        const { balance, total, overpaid, steps } = struck(of, on)
        const accrued = steps.reduce((all, step) => all + step.accrued, 0)
        const done = steps.flatMap((step) => step.entry ?? [])
        const added = done.reduce((all, entry) => all + (entry.kind === 'charge' ? entry.amount : 0), 0)
        const taken = done.reduce((all, entry) => all + (entry.kind === 'charge' ? 0 : entry.amount), 0)
        expect(of.principal + accrued + added - taken).toBe(total - overpaid)
        expect(total).toBe(totalOf(balance))
        expect(Object.values(balance).every((part) => part >= 0)).toBe(true)
      }),
    )
  })

  test('does not depend on the order in which entries were recorded', () => {
    fc.assert(
      fc.property(anyObligation, anyDay, (of, on) => {
        const turned = struck({ ...of, entries: of.entries.toReversed() }, on)
        const straight = struck(of, on)
        expect([turned.balance, turned.overpaid]).toEqual([straight.balance, straight.overpaid])
      }),
    )
  })

  test('never becomes cheaper by waiting, as long as nothing is paid', () => {
    fc.assert(
      fc.property(anyObligation, anyDay, fc.nat(400), (of, on, more) => {
        const entries = of.entries.filter((entry) => entry.on <= on)
        expect(struck({ ...of, entries }, addDays(on, more)).total).toBeGreaterThanOrEqual(
          struck({ ...of, entries }, on).total,
        )
      }),
    )
  })

  test('is explained by lines that sum to it, in German and English', () => {
    fc.assert(
      fc.property(anyObligation, anyDay, (of, on) => {
        const statement = struck(of, on)
        const tree = explainStatement(statement)
        expect(tree.amount).toBe(statement.total - statement.overpaid)
        expectSums(tree)
        for (const language of ['de', 'en'] as const) explain(tree, STATEMENT_TEXTS[language], language, EUR)
      }),
    )
  })
})

// Where every child has an amount, they sum to their parent's; stretches of one rounding have none of their own.
function expectSums(line: Line): void {
  const amounts = line.lines.map((each) => each.amount)
  const all = amounts.length > 0 && amounts.every((amount) => amount !== undefined)
  expect(all ? amounts.reduce((total, amount) => total + amount, 0) : line.amount).toBe(line.amount)
  line.lines.forEach(expectSums)
}
