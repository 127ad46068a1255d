import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../calendar/index.ts'
import { type Amounts, COMPONENTS, type Transfer, accountName } from '../ledger/index.ts'
import { AMOUNT_MAX, EUR, minor, sum } from '../money/index.ts'
import {
  type DirectMethod,
  type DirectPayment,
  type Payable,
  allocate,
  answerTransfers,
  decideDirectPayment,
  increase,
  receivingAccount,
  reduce,
  totalOf,
} from './index.ts'

const TODAY = day('2026-11-21')
const upTo = (max: number) => fc.integer({ min: 0, max }).map(minor)
const anyOpen: fc.Arbitrary<Amounts> = fc.record({
  principal: upTo(50_000),
  charges: upTo(2_000),
  interest: upTo(2_000),
  costs: upTo(9_000),
})
const anyAmount = fc.integer({ min: 1, max: 90_000 }).map(minor)
const anyMethod = fc.constantFrom<DirectMethod>('cash', 'transfer', 'card', 'direct_debit', 'other')

const owed = (principal: number, costs = 0, charges = 0): Amounts => ({
  principal: minor(principal),
  charges: minor(charges),
  interest: minor(0),
  costs: minor(costs),
})
const payable = (changes: Partial<Payable> = {}): Payable => ({
  atPartner: false,
  invoiceId: 'i1',
  state: 'open',
  currency: EUR,
  open: owed(10_000),
  invoiceDate: day('2026-10-01'),
  ...changes,
})
const paid = (amount: number, changes: Partial<DirectPayment> = {}): DirectPayment => ({
  amount: minor(amount),
  on: TODAY,
  method: 'transfer',
  ...changes,
})
function effectOf(of: Payable, payment: DirectPayment) {
  const decided = decideDirectPayment(of, payment, TODAY)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value
}

/** What each account has after transfers: received less given. */
function balances(transfers: readonly Transfer[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { debit, credit, amount } of transfers) {
    found[accountName(debit)] = (found[accountName(debit)] ?? 0) + amount
    found[accountName(credit)] = (found[accountName(credit)] ?? 0) - amount
  }
  return found
}

describe('a direct payment', () => {
  test('is spread so that its parts sum to it, none beyond what is open, and nothing is overpaid before all is paid', () => {
    fc.assert(
      fc.property(anyAmount, anyOpen, (amount, open) => {
        const { overpaid, ...parts } = allocate(amount, open)
        expect(sum([...Object.values(parts), overpaid])).toBe(amount)
        for (const component of COMPONENTS) {
          expect(parts[component]).toBeGreaterThanOrEqual(0)
          expect(parts[component]).toBeLessThanOrEqual(open[component])
        }
        expect(overpaid).toBe(Math.max(0, amount - totalOf(open)))
      }),
    )
  })

  test('goes to the principal first, then the creditor’s own charges and interest, then the partner’s costs', () => {
    fc.assert(
      fc.property(anyAmount, anyOpen, (amount, open) => {
        const parts = allocate(amount, open)
        const begun = COMPONENTS.findLastIndex((component) => parts[component] > 0)
        for (const component of COMPONENTS.slice(0, Math.max(0, begun))) expect(parts[component]).toBe(open[component])
      }),
    )
  })

  test('moves its amount, no cent more, from what is owed to where the money arrived', () => {
    fc.assert(
      fc.property(anyAmount, anyOpen, anyMethod, (amount, open, method) => {
        const { transfers, openAfter, allocation } = effectOf(payable({ open }), paid(amount, { method }))
        const moved = balances(transfers)
        expect(moved[accountName(receivingAccount(method))]).toBe(amount)
        for (const component of COMPONENTS) {
          expect(moved[`debtor:${component}:i1`] ?? 0).toBe(openAfter[component] - open[component])
        }
        expect(moved['overpaid:i1'] ?? 0).toBe(0 - allocation.overpaid)
      }),
    )
  })

  test('and its answer leave everything as it was', () => {
    fc.assert(
      fc.property(anyAmount, anyOpen, anyMethod, (amount, open, method) => {
        const { transfers, openAfter, allocation } = effectOf(payable({ open }), paid(amount, { method }))
        const answer = answerTransfers(transfers, addDays(TODAY, 3))
        expect(Object.values(balances([...transfers, ...answer])).every((left) => left === 0)).toBe(true)
        expect(answer.every((one) => one.amount > 0 && one.on === '2026-11-24')).toBe(true)
        expect(increase(openAfter, allocation)).toEqual(open)
        expect(reduce(open, allocation)).toEqual(openAfter)
      }),
    )
  })

  test('in two parts comes to the same as at once', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, anyOpen, (first, second, open) => {
        const after = effectOf(payable({ open }), paid(first)).openAfter
        const inTwo = effectOf(payable({ open: after }), paid(second)).openAfter
        expect(inTwo).toEqual(effectOf(payable({ open }), paid(first + second)).openAfter)
      }),
    )
  })

  test('in cash is in the cash book and nowhere else; by card or bank it is not', () => {
    const accounts = (['cash', 'card', 'transfer', 'direct_debit', 'other'] as const).map(receivingAccount)
    expect(accounts.map(({ kind }) => kind)).toEqual(['cash', 'card', 'bank', 'bank', 'bank'])
  })
})

describe('while a partner works on the claim, a direct payment', () => {
  const away = payable({ state: 'collection', atPartner: true, open: owed(10_000, 2_000) })

  test('of the principal leaves the costs open, and says so', () => {
    expect(effectOf(away, paid(10_000))).toMatchObject({
      openAfter: owed(0, 2_000),
      toBeReported: true,
      costsRemain: true,
    })
  })

  test('of a part is reported, and the case goes on for the rest', () => {
    expect(effectOf(away, paid(4_000))).toMatchObject({
      openAfter: owed(6_000, 2_000),
      toBeReported: true,
      costsRemain: false,
    })
  })

  test('of everything leaves nothing', () => {
    expect(effectOf(away, paid(12_000))).toMatchObject({ openAfter: owed(0), costsRemain: false })
  })

  test('is reported as long as the case is open, also when nothing is owed any more', () => {
    expect(effectOf({ ...away, state: 'paid', open: owed(0) }, paid(500))).toMatchObject({ toBeReported: true })
  })
  test('is not reported to anybody once the claim is back', () => {
    expect(effectOf({ ...away, state: 'open', atPartner: false }, paid(10_000))).toMatchObject({
      toBeReported: false,
      costsRemain: false,
    })
  })
})

describe('a direct payment is refused', () => {
  test.each([
    ['amount_not_positive', {}, { amount: minor(0) }],
    ['amount_not_positive', {}, { amount: minor(-5) }],
    ['amount_too_large', {}, { amount: minor(AMOUNT_MAX + 1) }],
    ['payment_in_future', {}, { on: addDays(TODAY, 1) }],
    ['payment_before_invoice', {}, { on: day('2026-09-30') }],
    ['payment_on_cancelled', { state: 'cancelled' }, {}],
    ['payment_on_written_off', { state: 'written_off' }, {}],
  ] as const)('as %s', (code, of, payment) => {
    expect(decideDirectPayment(payable(of), paid(10_000, payment), TODAY)).toMatchObject({
      ok: false,
      refusal: { code },
    })
  })

  test('not on the day of the invoice, nor today, nor when nothing is open any more', () => {
    expect(decideDirectPayment(payable(), paid(1, { on: day('2026-10-01') }), TODAY).ok).toBe(true)
    expect(effectOf(payable({ state: 'paid', open: owed(0) }), paid(500)).allocation.overpaid).toBe(500)
  })
})

test('more is never taken off than is open', () => {
  expect(() => reduce(owed(10), owed(11))).toThrow(RangeError)
})
