// The figures of a country: components that sum to their whole, nothing negative, any size, and no matter in which order events
// of a day were recorded.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultInLine, verdictOn } from '../../fuzz/index.ts'
import { minor } from '../../money/index.ts'
import type { Country } from '../country.ts'
import { anyCase, statementOn } from './drawn.conformance.ts'
import { linesOf } from './texts.conformance.ts'

const LARGEST = minor(1_000_000_000_000)

export function figuresHold(country: Country): void {
  test('gives parts that sum to the total, notes that are the sum of their lines, and nothing negative', () => {
    fc.assert(
      fc.property(anyCase(country), (one) => {
        expect(verdictOn(one)).not.toMatchObject({ kind: 'failed' })
        for (const of of linesOf(one)) expect(faultInLine(of)).toBeUndefined()
      }),
      { numRuns: 400 },
    )
  })

  test('stays within range at 10^12 minor units', () => {
    fc.assert(
      fc.property(anyCase(country), (one) => {
        const facts = { ...one.claim.facts, principal: LARGEST }
        const large = {
          ...one,
          claim: { ...one.claim, facts },
          collection: { ...one.collection, principals: [LARGEST] },
          court: { ...one.court, value: LARGEST },
        }
        expect(verdictOn(large)).not.toMatchObject({ kind: 'failed' })
      }),
    )
  })

  test('does not care in which order events of a day were recorded', () => {
    fc.assert(
      fc.property(anyCase(country), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (one, ranks) => {
        const shuffled = one.claim.entries
          .map((entry, index) => ({ entry, rank: ranks[index] ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ entry }) => entry)
        const [before, after] = [one, { ...one, claim: { ...one.claim, entries: shuffled } }].map((each) =>
          statementOn(each),
        )
        expect(after?.balance).toEqual(before?.balance)
        expect(after?.overpaid).toBe(before?.overpaid)
        expect(after?.steps).toEqual(before?.steps)
      }),
    )
  })

  test('never takes less than nothing for own dunning letters, nor a flat sum below zero', () => {
    fc.assert(
      fc.property(anyCase(country), ({ claim, settings }) => {
        const { perLetter = 0, freeLetters } = country.dunningFeeLimit(claim.facts, settings)
        expect(Math.min(perLetter, freeLetters)).toBeGreaterThanOrEqual(0)
        expect(country.flatCompensation(claim.facts, settings).amount).toBeGreaterThanOrEqual(0)
      }),
    )
  })
}
