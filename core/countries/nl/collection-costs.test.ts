import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CollectionQuestion, CostNote } from '../../collection-costs/index.ts'
import { addDays, day } from '../../calendar/index.ts'
import { type Line, sourcesOf } from '../../explanations/index.ts'
import { type Minor, minor } from '../../money/index.ts'
import { collectionCosts, costsToAnnounce } from './collection-costs.ts'
import { SCALES, principalBehind, scaleOn } from './cost-scale.ts'
import { NETHERLANDS } from './netherlands.ts'
import { letterTerm } from './veertiendagenbrief.ts'

const { settings } = NETHERLANDS
const received = day('2026-09-01')
const asked: CollectionQuestion = {
  principals: [minor(100_000)],
  debtor: 'consumer',
  engagedOn: day('2026-08-01'),
  on: day('2026-10-01'),
  collector: 'agency',
  creditorDeductsVat: true,
  disputed: false,
  extensive: false,
  steps: [],
  warning: { receivedOn: received, valid: true, paidInTerm: minor(0) },
  flat: minor(0),
}

function note(change: Partial<CollectionQuestion>): CostNote {
  const answer = collectionCosts({ ...asked, ...change }, settings)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

function keysOf(of: Line): string[] {
  return [of.key, ...of.lines.flatMap(keysOf)]
}

const amounts = fc.integer({ min: 1, max: 1_000_000_000_000 }).map(minor)

describe('collection costs in the Netherlands', () => {
  it('never cost less for a higher principal, and stay between 40 and 6,775 EUR', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [low, high] = [
          note({ principals: [minor(Math.min(a, b))] }),
          note({ principals: [minor(Math.max(a, b))] }),
        ]
        expect(low.net).toBeLessThanOrEqual(high.net)
        expect(low.net).toBeGreaterThanOrEqual(4000)
        expect(high.net).toBeLessThanOrEqual(677_500)
      }),
    )
  })

  it('never cost more for several claims in one letter than for each alone', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 2, maxLength: 6 }), (principals) => {
        const apart = principals.map((each) => note({ principals: [each] }).net).reduce((sum, each) => sum + each, 0)
        // Each half cent that is rounded away may come back once.
        expect(note({ principals }).net).toBeLessThanOrEqual(apart + principals.length)
      }),
    )
  })

  it('are not owed by consumers without a letter, after a faulty one, or before its term has passed', () => {
    const { warning: _, ...without } = asked
    expect(collectionCosts(without, settings)).toMatchObject({ ok: true, value: { gross: 0 } })
    expect(note({ warning: { receivedOn: received, valid: false, paidInTerm: minor(0) } }).gross).toBe(0)
    const { lastDay, costsDueFrom } = letterTerm(received)
    expect(note({ on: lastDay }).gross).toBe(0)
    expect(note({ on: costsDueFrom }).gross).toBe(15_000)
  })

  it('wait for the next working day where that is chosen', () => {
    const answered = {
      ...asked,
      on: addDays(received, 15),
      warning: { receivedOn: day('2026-10-10'), valid: true, paidInTerm: minor(0) },
    }
    const choices = { ...settings.choices, letter_term_end: 'next_working_day' }
    expect(collectionCosts({ ...answered, on: day('2026-10-25') }, settings)).toMatchObject({
      value: { gross: 15_000 },
    })
    expect(collectionCosts({ ...answered, on: day('2026-10-25') }, { ...settings, choices })).toMatchObject({
      value: { gross: 0 },
    })
  })

  it('are announced as exactly what is owed once the term has passed without payment', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 3 }), fc.boolean(), (principals, creditorDeductsVat) => {
        const { warning: _, ...letter } = { ...asked, principals, creditorDeductsVat }
        const announced = costsToAnnounce(letter, settings)
        expect(announced.ok && announced.value.gross).toBe(note({ principals, creditorDeductsVat }).gross)
      }),
    )
  })

  it('credit the flat sum between businesses, and take VAT on the whole scale', () => {
    const { net, vat, gross } = note({ debtor: 'business', flat: minor(4000), creditorDeductsVat: false })
    expect([net, vat, gross]).toEqual([11_000, 3150, 14_150])
  })

  it('warn of the rule of October 2024 where small or several claims of consumers are touched', () => {
    const small = { principals: [minor(10_000)] }
    const several = { principals: [minor(100_000), minor(100_000)] }
    for (const touched of [small, several]) expect(keysOf(note(touched).why)).toContain('nl.costs.open_rule')
    for (const untouched of [{}, { ...small, debtor: 'business' as const }]) {
      expect(keysOf(note(untouched).why)).not.toContain('nl.costs.open_rule')
    }
    expect(sourcesOf(note(small).why).some(({ confidence }) => confidence === 'low')).toBe(true)
  })

  it('are refused before the scale began, and for the VAT of 2012 unless low confidence is trusted', () => {
    expect(collectionCosts({ ...asked, engagedOn: day('2012-06-30') }, settings)).toMatchObject({
      refusal: { code: 'law_before_records' },
    })
    const old = { ...asked, engagedOn: day('2012-08-01'), creditorDeductsVat: false }
    expect(collectionCosts(old, settings)).toMatchObject({ refusal: { code: 'law_not_established' } })
    const trusting = { ...settings, trust: { lowConfidence: true, provisional: false } }
    expect(collectionCosts(old, trusting)).toMatchObject({ value: { vat: 2850 } })
  })

  it('lead back to the principal they stand for', () => {
    const scale = SCALES.facts[0]?.value
    if (!scale) throw new Error('no scale')
    fc.assert(
      fc.property(fc.integer({ min: 267, max: 900_000 }), (euros) => {
        const principal = minor(euros * 100)
        const { costs } = scaleOn(principal, scale)
        const found: Minor | undefined = principalBehind(costs, scale)
        expect(found === undefined ? undefined : scaleOn(found, scale).costs).toBe(costs)
      }),
    )
    expect(principalBehind(minor(13_500), scale)).toBe(90_000)
    expect(principalBehind(minor(3_000), scale)).toBeUndefined()
  })
})
