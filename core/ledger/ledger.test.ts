import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { EUR, ZERO, minor, sum } from '../money/index.ts'
import { type Account, COMPONENTS, accountName, fromDebtor, transfer } from './index.ts'

const ON = day('2026-11-21')
const ACCOUNTS: readonly Account[] = [
  ...COMPONENTS.flatMap((component) =>
    ['i1', 'i2'].map((invoiceId) => ({ kind: 'debtor', component, invoiceId }) as const),
  ),
  { kind: 'overpaid', invoiceId: 'i1' },
  ...(['held_by_partner', 'partner_costs', 'advanced', 'owed_to_partner'] as const).flatMap((kind) =>
    ['k1', 'k2'].map((connectionId) => ({ kind, connectionId })),
  ),
  ...(['bank', 'cash', 'card', 'revenue', 'write_off', 'attempted', 'recovered', 'waived'] as const).map((kind) => ({
    kind,
  })),
]
const amount = fc.integer({ min: 0, max: 1_000_000 }).map(minor)

describe('an account', () => {
  test('has a name of its own: no two accounts share one', () => {
    expect(new Set(ACCOUNTS.map(accountName)).size).toBe(ACCOUNTS.length)
  })

  test('is named by kind, component and subject', () => {
    expect(accountName({ kind: 'debtor', component: 'costs', invoiceId: 'i1' })).toBe('debtor:costs:i1')
    expect(accountName({ kind: 'overpaid', invoiceId: 'i1' })).toBe('overpaid:i1')
    expect(accountName({ kind: 'held_by_partner', connectionId: 'k1' })).toBe('held_by_partner:k1')
    expect(accountName({ kind: 'cash' })).toBe('cash')
  })
})

describe('a transfer', () => {
  test('of nothing is none, and of less than nothing a broken assumption', () => {
    expect(transfer({ kind: 'bank' }, { kind: 'cash' }, ZERO, EUR, ON)).toEqual([])
    expect(() => transfer({ kind: 'bank' }, { kind: 'cash' }, minor(-1), EUR, ON)).toThrow(RangeError)
  })

  test('from a debtor takes each component from its own account, together the whole sum', () => {
    const owed = fc.record({ principal: amount, charges: amount, interest: amount, costs: amount })
    fc.assert(
      fc.property(owed, (amounts) => {
        const posted = fromDebtor('i1', amounts, () => ({ kind: 'bank' }), EUR, ON)
        expect(sum(posted.map((one) => one.amount))).toBe(sum(Object.values(amounts)))
        for (const component of COMPONENTS) {
          const of = posted.filter(({ credit }) => accountName(credit) === `debtor:${component}:i1`)
          expect(of.map((one) => one.amount)).toEqual(amounts[component] === 0 ? [] : [amounts[component]])
        }
      }),
    )
  })
})
