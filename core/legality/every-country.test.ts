// The guard holds for every country alike: what a country itself computes passes, and one cent more does not.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTRIES } from '../countries/index.ts'
import { caseOf } from '../fuzz/index.ts'
import { type Minor, ZERO, add, minor } from '../money/index.ts'
import { type Demand, type Finding, findingsIn } from './index.ts'

const SEED = fc.noShrink(fc.integer({ min: 0, max: 0x7fff_ffff }))
const CENT = minor(1)
const SOME_RULE: unknown = expect.stringMatching(/./)
const RUNS = { numRuns: 200 }

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)

describe.each(COUNTRIES)('in $code the guard', (country) => {
  it('lets the tariff of collection pass and refuses one cent more, naming what is allowed', () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const { claim, collection: question, settings } = caseOf(seed, 0, [country])
        const note = country.collectionCosts(question, settings)
        const allowed = note.ok ? note.value.gross : ZERO
        const found = (demanded: Minor) =>
          findingsIn({ claim: claim.facts, collection: { question, demanded } }, country, settings)
        expect(found(allowed)).toEqual([])
        expect(found(add(allowed, CENT))).toMatchObject([
          note.ok
            ? { code: 'costs_above_law', facts: { allowed, demanded: allowed + 1, rule: SOME_RULE } }
            : note.refusal,
        ])
      }),
      RUNS,
    )
  })

  it('does the same with court costs', () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const { claim, court: question, settings } = caseOf(seed, 0, [country])
        const note = country.courtCosts(question, settings)
        const allowed = note.ok ? note.value.total : ZERO
        const found = (demanded: Minor) =>
          codes(findingsIn({ claim: claim.facts, court: { question, demanded } }, country, settings))
        expect(found(allowed)).toEqual([])
        expect(found(add(allowed, CENT))).toEqual([note.ok ? 'court_costs_above_law' : note.refusal.code])
      }),
      RUNS,
    )
  })

  it('does the same with the flat compensation', () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const { claim, settings } = caseOf(seed, 0, [country])
        const { amount } = country.flatCompensation(claim.facts, settings)
        const found = (flat: Minor) => codes(findingsIn({ claim: claim.facts, flat }, country, settings))
        expect(found(amount)).toEqual([])
        expect(found(add(amount, CENT))).toEqual(['flat_above_law'])
      }),
      RUNS,
    )
  })

  it('lets each letter cost its limit once it may cost anything, and free letters nothing', () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const { claim, settings } = caseOf(seed, 0, [country])
        const { perLetter, freeLetters, chargeableFrom } = country.dunningFeeLimit(claim.facts, settings)
        const on = chargeableFrom ?? claim.on
        const free = Array.from({ length: freeLetters }, () => ({ on, fee: ZERO }))
        const found = (letters: Demand['letters']) =>
          codes(findingsIn({ claim: claim.facts, letters: letters ?? [] }, country, settings))
        const last = (fee: Minor) => found([...free, { on, fee }])
        const limit = perLetter ?? minor(1_000_000)
        expect(last(limit)).toEqual([])
        expect(last(add(limit, CENT))).toEqual(perLetter === undefined ? [] : ['dunning_fee_above_law'])
        expect(found(free.map((letter) => ({ ...letter, fee: CENT })))).toEqual(free.map(() => 'letter_must_be_free'))
      }),
      RUNS,
    )
  })
})
