import { minor } from '@mahnwerk/core/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Part, lowered, raised, splitPayment, totalOf } from './split.ts'

const ORDER: readonly Part[] = ['costs', 'charges', 'interest', 'principal']
const amount = fc.integer({ min: 0, max: 10_000_000 }).map(minor)
const open = fc.record({ principal: amount, charges: amount, interest: amount, costs: amount })

describe('spreading a payment', () => {
  it('takes costs, then interest, then principal (§ 367 BGB)', () => {
    const owed = { principal: minor(18_450), charges: minor(250), interest: minor(90), costs: minor(3677) }
    expect(splitPayment(minor(4000), owed, ORDER)).toEqual({
      costs: 3677,
      charges: 250,
      interest: 73,
      principal: 0,
      overpaid: 0,
    })
  })

  it('sums to the payment, exceeds no part, and calls overpaid only what nothing owes', () => {
    fc.assert(
      fc.property(amount, open, fc.shuffledSubarray([...ORDER], { minLength: 4 }), (paid, owed, order) => {
        const split = splitPayment(paid, owed, order)
        expect(totalOf(split) + split.overpaid).toBe(paid)
        for (const part of ORDER) {
          expect(split[part]).toBeGreaterThanOrEqual(0)
          expect(split[part]).toBeLessThanOrEqual(owed[part])
        }
        expect(split.overpaid).toBe(Math.max(0, paid - totalOf(owed)))
        expect(raised(lowered(owed, split), split)).toEqual(owed)
      }),
    )
  })

  it('pays a later part only when every earlier one is paid in full', () => {
    fc.assert(
      fc.property(amount, open, (paid, owed) => {
        const split = splitPayment(paid, owed, ORDER)
        const firstShort = ORDER.findIndex((part) => split[part] < owed[part])
        const after = firstShort === -1 ? [] : ORDER.slice(firstShort + 1)
        expect(after.every((part) => split[part] === 0)).toBe(true)
      }),
    )
  })
})
