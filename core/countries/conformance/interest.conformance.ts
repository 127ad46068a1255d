// Interest in every country: it grows with each day, and cutting a period changes nothing beyond the rounding that the cut adds.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, toEpochDay } from '../../calendar/index.ts'
import { ZERO } from '../../money/index.ts'
import type { Country } from '../country.ts'
import { accruedIn, anyCase, statementOn } from './drawn.conformance.ts'

export function interestHolds(country: Country): void {
  test('has rules whose periods follow each other, made once for all claims at a statutory rate', () => {
    fc.assert(
      fc.property(anyCase(country), ({ claim, settings }) => {
        const [rule, again] = [country.interest(claim.facts, settings), country.interest({ ...claim.facts }, settings)]
        expect(again.ok).toBe(rule.ok)
        if (!rule.ok || !again.ok) return
        expect(again.value).toEqual(rule.value)
        expect(again.value === rule.value || claim.facts.agreedRate !== undefined).toBe(true)
        const { starts, periods, knownUntil } = rule.value
        expect(starts).toEqual(periods.map(({ from }) => toEpochDay(from)))
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
        expect(knownUntil >= toEpochDay(country.knownUntil)).toBe(true)
      }),
    )
  })

  test('never costs less for more days', () => {
    fc.assert(
      fc.property(anyCase(country), fc.nat({ max: 800 }), (one, days) => {
        const [sooner, later] = [statementOn(one), statementOn(one, addDays(one.claim.on, days))]
        if (!sooner || !later) return
        expect(accruedIn(later)).toBeGreaterThanOrEqual(accruedIn(sooner))
      }),
    )
  })

  test('changes by one cent at most where a period is cut at a day', () => {
    fc.assert(
      fc.property(anyCase(country), fc.nat({ max: 4000 }), (one, days) => {
        const alone = { ...one, claim: { ...one.claim, entries: [], flatDemanded: false } }
        const cut = { kind: 'charge', on: addDays(one.claim.facts.dueOn, days), amount: ZERO, part: 'charges' } as const
        const whole = statementOn(alone)
        const inTwo = statementOn({ ...alone, claim: { ...alone.claim, entries: [cut] } })
        if (!whole || !inTwo) return
        expect(Math.abs(accruedIn(inTwo) - accruedIn(whole))).toBeLessThanOrEqual(1 + carriedOn(whole))
      }),
    )
  })
}

// Where interest bears interest, the cent joins the base on an anniversary and may tip the rounding of each stretch after it.
function carriedOn({ obligation, steps }: NonNullable<ReturnType<typeof statementOn>>): number {
  if (obligation.interest.compounding === 'never') return 0
  return steps.reduce((all, { stretches }) => all + stretches.length, 0)
}
