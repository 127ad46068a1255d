import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../calendar/index.ts'
import { percent, minor, EUR, sum } from '../money/index.ts'
import { agreedRule } from '../interest/index.ts'
import { COMPONENTS, type Amounts, type Component } from '../ledger/index.ts'
import { SURE, type Source } from '../facts/index.ts'
import { strike } from '../statement/index.ts'
import { type Books, type BookedChange, type BookedPayment, besideBooks, entriesOfBooks } from './books.ts'

const source: Source = { citation: '§ 1', confidence: 'high' }
const FIRST = day('2026-01-01')
const PRINCIPAL = minor(100_000)
const NOTHING: Amounts = { principal: minor(0), charges: minor(0), interest: minor(0), costs: minor(0) }

function struckFrom(books: Books, interest: 'runs' | 'none' = 'runs') {
  const { entries, interestNotBefore } = entriesOfBooks(books)
  const struck = strike(
    {
      currency: EUR,
      principal: PRINCIPAL,
      ...(interest === 'runs' ? { interestFrom: interestNotBefore ?? FIRST } : {}),
      interest: agreedRule(percent('5'), source, { yearBasis: 'act/365', rounding: 'once', compounding: 'never' }),
      allocation: { name: 'law', order: ['court', 'costs', 'charges', 'flat', 'interest', 'principal'], source },
      paymentDayCounts: true,
      entries,
      trust: SURE,
    },
    day('2027-01-01'),
  )
  if (!struck.ok) throw new Error(struck.refusal.code)
  return struck.value
}

type Happening =
  | { readonly kind: 'cost'; readonly day: number; readonly component: 'charges' | 'costs'; readonly amount: number }
  | { readonly kind: 'waiver'; readonly day: number; readonly component: 'charges' | 'costs'; readonly share: number }
  | { readonly kind: 'payment'; readonly day: number; readonly amount: number; readonly first: Component }

const component = fc.constantFrom('charges' as const, 'costs' as const)
const when = fc.integer({ min: 0, max: 300 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('cost' as const), day: when, component, amount: fc.integer({ min: 1, max: 9_000 }) }),
  fc.record({ kind: fc.constant('waiver' as const), day: when, component, share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({
    kind: fc.constant('payment' as const),
    day: when,
    amount: fc.integer({ min: 1, max: 60_000 }),
    first: fc.constantFrom(...COMPONENTS),
  }),
)

/** Books kept in the order of recording, whatever the days: as a ledger takes what it is told. */
function keep(happenings: readonly Happening[]): { books: Books; open: Record<Component, number>; overpaid: number } {
  const open: Record<Component, number> = { ...NOTHING, principal: PRINCIPAL }
  const changes: BookedChange[] = []
  const payments: BookedPayment[] = []
  for (const [index, each] of happenings.entries()) {
    const on = addDays(FIRST, each.day)
    if (each.kind === 'payment') {
      const parts: Record<Component, number> = { ...NOTHING }
      let left = each.amount
      for (const part of [each.first, ...COMPONENTS]) {
        const share = Math.min(left, open[part])
        parts[part] += share
        open[part] -= share
        left -= share
      }
      payments.push({ id: String(index), on, parts: parts as Amounts, overpaid: minor(left) })
    } else {
      const amount = each.kind === 'cost' ? each.amount : -Math.floor((open[each.component] * each.share) / 100)
      open[each.component] += amount
      if (amount !== 0) changes.push({ component: each.component, on, amount: minor(amount) })
    }
  }
  return { books: { changes, payments }, open, overpaid: sum(payments.map(({ overpaid }) => overpaid)) }
}

describe('a statement from the books', () => {
  test('holds of each component and of the surplus what the ledger holds, in whatever order the days fall', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
        const { books, open, overpaid } = keep(happenings)
        const { balance, overpaid: surplus } = struckFrom(books)
        const { principal, charges, costs } = balance
        expect({ principal, charges, costs, surplus }).toEqual({
          principal: open.principal,
          charges: open.charges,
          costs: open.costs,
          surplus: overpaid,
        })
      }),
    )
  })

  test('puts a cost that was told later on the day of the payment that met it', () => {
    const payment = { id: 'p', on: day('2026-02-01'), parts: { ...NOTHING, costs: minor(500) }, overpaid: minor(0) }
    const cost = { component: 'costs' as const, on: day('2026-02-10'), amount: minor(800) }
    const { entries } = entriesOfBooks({ changes: [cost], payments: [payment] })
    expect(entries[0]).toEqual({ kind: 'charge', on: '2026-02-01', amount: 800, part: 'costs' })
    const early = entriesOfBooks({ changes: [{ ...cost, on: day('2026-01-10') }], payments: [payment] })
    expect(early.entries[0]).toMatchObject({ on: '2026-01-10' })
  })

  test('computes interest from the day after the last that the books hold', () => {
    const booked = { component: 'interest' as const, on: day('2026-12-31'), amount: minor(4_986) }
    expect(entriesOfBooks({ changes: [booked], payments: [] }).interestNotBefore).toBe('2027-01-01')
    const alone = struckFrom({ changes: [], payments: [] })
    expect(alone.balance.interest).toBe(5_014) // 100,000 × 5 % × 366 ÷ 365
    expect(struckFrom({ changes: [booked], payments: [] }).balance.interest).toBe(4_986 + 14)
  })

  test('names what is more than the books hold, to the cent', () => {
    const statement = struckFrom({ changes: [], payments: [] })
    const lines = besideBooks(statement, { open: NOTHING })
    expect(lines.map(({ key, amount }) => [key, amount])).toEqual([
      ['books.interest_not_booked', 5_014],
      ['books.written_off', 100_000],
    ])
    const quiet = struckFrom({ changes: [], payments: [] }, 'none')
    expect(besideBooks(quiet, { open: { ...NOTHING, principal: PRINCIPAL } })).toEqual([])
  })
})
