// Days in every country: what comes later never ends sooner.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../calendar/index.ts'
import type { LimitationFacts } from '../../limitation/index.ts'
import type { Country } from '../country.ts'
import { anyCase } from './drawn.conformance.ts'

export function deadlinesHold(country: Country): void {
  test('moves limitation only later by an acknowledgement', () => {
    fc.assert(
      fc.property(anyCase(country), fc.nat({ max: 3000 }), ({ limitation: facts }, days) => {
        const acknowledged: LimitationFacts = {
          ...facts,
          events: [...facts.events, { kind: 'acknowledgement', on: addDays(facts.arisenOn, days) }],
        }
        const [before, after] = [country.limitation(facts).lastDay, country.limitation(acknowledged).lastDay]
        const movedBack = before !== undefined && after !== undefined && after < before
        expect({ before, after, movedBack }).toEqual({ before, after, movedBack: false })
      }),
      { numRuns: 500 },
    )
  })

  test('never ends limitation before the claim arose, and later for a claim that arose later', () => {
    fc.assert(
      fc.property(anyCase(country), fc.nat({ max: 2000 }), ({ limitation: { claim, arisenOn } }, days) => {
        const end = (on: typeof arisenOn): string =>
          country.limitation({ claim, arisenOn: on, knownOn: on, events: [] }).lastDay ?? ''
        expect(end(arisenOn) > arisenOn).toBe(true)
        expect(end(addDays(arisenOn, days)) >= end(arisenOn)).toBe(true)
      }),
    )
  })

  test('lets interest begin on or after the first day of default, after the due day', () => {
    fc.assert(
      fc.property(anyCase(country), ({ claim: { facts }, settings }) => {
        const late = country.lateFrom(facts, settings)
        const inOrder = !late.late || (late.interestFrom >= late.from && late.from >= facts.dueOn)
        expect({ late, inOrder }).toEqual({ late, inOrder: true })
      }),
    )
  })
}
