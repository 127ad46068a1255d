import { describe, expect, it } from 'vitest'
import { COUNTRIES } from '../countries/index.ts'
import { minor } from '../money/index.ts'
import { caseOf, fuzz, verdictOn } from './index.ts'

const SEED = 20_261_121

describe('random claims of every country', () => {
  it('give no exception, nothing negative, and books that balance to the cent', () => {
    const { passed, failed, firstFailure, refused } = fuzz(SEED, 20_000, COUNTRIES)
    expect(firstFailure).toBeUndefined()
    expect([passed, failed]).toEqual([20_000, 0])
    const refusals = Object.values(refused).reduce((all, each) => all + each, 0)
    expect(refusals).toBeLessThan(10_000)
  }, 120_000)

  it('are the same for the same seed, and others for another', () => {
    expect(caseOf(SEED, 7, COUNTRIES)).toEqual(caseOf(SEED, 7, COUNTRIES))
    expect(caseOf(SEED, 7, COUNTRIES)).not.toEqual(caseOf(SEED, 8, COUNTRIES))
    expect(caseOf(SEED, 7, COUNTRIES)).not.toEqual(caseOf(SEED + 1, 7, COUNTRIES))
  })

  it('would show a country that demands less than nothing, or throws', () => {
    const [country] = COUNTRIES
    if (country === undefined) throw new Error('no country')
    const wrong = {
      ...country,
      dunningFeeLimit: () => ({ ...country.dunningFeeLimit(one.claim.facts, one.settings), perLetter: minor(-1) }),
    }
    const one = caseOf(SEED, 0, [country])
    expect(verdictOn({ ...one, country: wrong })).toMatchObject({
      kind: 'failed',
      fault: expect.stringContaining('dunning fee: -1'),
    })
    const throwing = {
      ...country,
      limitation: () => {
        throw new RangeError('broken')
      },
    }
    const { failed, firstFailure } = fuzz(SEED, 10, [throwing])
    expect(failed).toBe(10)
    expect(firstFailure).toMatchObject({ index: 0, case: { country: country.code } })
  })
})
