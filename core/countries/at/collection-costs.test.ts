import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import { type CollectionStep, type CostNote } from '../../collection-costs/index.ts'
import { marksOf } from '../../explanations/index.ts'
import { factor, minor, sum } from '../../money/index.ts'
import { clientStepMax, orderFeeMax, successFeeMax } from './client-fees.ts'
import { collectionCosts } from './collection-costs.ts'
import { SETTINGS } from './settings.ts'
import { TRUSTING, chosen, collection } from './testing.ts'

const step = (kind: CollectionStep['kind'], on = '2024-06-01'): CollectionStep => ({ kind, on: day(on) })

function note(...given: Parameters<typeof collectionCosts>): CostNote {
  const result = collectionCosts(...given)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const amounts = ({ why }: CostNote): readonly (number | undefined)[] => why.lines.map(({ amount }) => amount)

describe('the maxima of a collection agency in Austria', () => {
  test('are those of the steps taken, with the index of the year, and VAT where it is a loss', () => {
    const steps = [step('first_letter'), step('reminder'), step('phone_call'), step('file_keeping')]
    const costs = note(collection({ steps }), SETTINGS)
    expect(amounts(costs)).toEqual([6600, 2775, 3331, 3331, 1942, 3596])
    expect(costs).toMatchObject({ net: 17_979, vat: 3596, gross: 21_575 })
    expect(note(collection({ steps, creditorDeductsVat: true }), SETTINGS)).toMatchObject({ vat: 0, gross: 17_979 })
  })

  test('use the last established index where that of the year is only estimated, and say so', () => {
    const steps = [step('first_letter', '2026-03-02')]
    const carried = note(collection({ steps, creditorDeductsVat: true }), SETTINGS)
    expect(amounts(carried)[1]).toBe(2775)
    expect(marksOf(carried.why)).toEqual(['provisional'])
    const trusted = note(collection({ steps, creditorDeductsVat: true }), chosen({}, TRUSTING))
    expect(amounts(trusted)[1]).toBe(2958)
    expect(marksOf(trusted.why)).toEqual(['low_confidence'])
  })

  test('use an older index for years without one, never a later one', () => {
    const costs = note(
      collection({ engagedOn: day('2020-01-02'), steps: [step('first_letter', '2020-01-02')] }),
      SETTINGS,
    )
    expect(costs.why.lines[1]).toMatchObject({ amount: 1721, marks: ['provisional'] })
  })

  test('are the printed amounts where the index is left aside', () => {
    expect(amounts(note(collection({ steps: [step('first_letter')] }), chosen({ index: 'none' })))[1]).toBe(1453)
  })

  test('move the bands with the index only where the setting says so', () => {
    const principals = [minor(10_000)]
    expect(amounts(note(collection({ principals }), SETTINGS))[0]).toBe(2200)
    expect(amounts(note(collection({ principals }), chosen({ bands: 'indexed' })))[0]).toBe(3887)
  })

  test('take the percentage of the claim alone unless the setting adds the creditor’s own costs', () => {
    const question = collection({ creditorCosts: minor(1000) })
    expect(amounts(note(question, SETTINGS))[0]).toBe(6600)
    expect(amounts(note(question, chosen({ percentage_base: 'claim_and_creditor_costs' })))[0]).toBe(6820)
  })

  test('are lower by the forty euros that are demanded beside, and never negative', () => {
    expect(note(collection({ flat: minor(4000) }), SETTINGS)).toMatchObject({ net: 2600, vat: 1320, gross: 3920 })
    const small = collection({ principals: [minor(1000)], flat: minor(4000), creditorDeductsVat: true })
    expect(note(small, SETTINGS)).toMatchObject({ net: 0, vat: 0, gross: 0 })
  })

  test('are refused for lawyers, for visits, and before 2002', () => {
    const code = (known: Parameters<typeof collection>[0]): unknown => collectionCosts(collection(known), SETTINGS)
    expect(code({ collector: 'lawyer' })).toMatchObject({ refusal: { code: 'costs_no_tariff' } })
    expect(code({ steps: [step('visit')] })).toMatchObject({ refusal: { code: 'costs_step_unknown' } })
    expect(code({ engagedOn: day('2001-12-31') })).toMatchObject({ refusal: { code: 'law_before_records' } })
  })

  test('sum to the cent, and never fall with one more step', () => {
    const kinds = [
      'first_letter',
      'reminder',
      'phone_call',
      'instalment_plan',
      'file_keeping',
      'income_inquiry',
    ] as const
    const anySteps = fc.array(
      fc.constantFrom(...kinds).map((kind) => step(kind)),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(
        anySteps,
        fc.integer({ min: 1, max: 1e9 }),
        fc.nat(6000),
        fc.boolean(),
        (steps, cents, flat, deducts) => {
          const question = collection({
            principals: [minor(cents)],
            steps,
            flat: minor(flat),
            creditorDeductsVat: deducts,
          })
          const costs = note(question, SETTINGS)
          expect(costs.net + costs.vat).toBe(costs.gross)
          expect(sum(costs.why.lines.map(({ amount }) => amount ?? minor(0)))).toBe(costs.gross)
          const more = note({ ...question, steps: [...steps, step('file_keeping', '2024-11-01')] }, SETTINGS)
          expect(more.gross).toBeGreaterThanOrEqual(costs.gross)
        },
      ),
    )
  })
})

describe('the maxima for the agency’s own client', () => {
  test('are 6 percent for the order, a fixed sum below 13 euros', () => {
    expect([1299, 1300].map((claim) => orderFeeMax(minor(claim), factor('1')))).toEqual([203, 78])
  })

  test('are fixed sums times the index for searches and inquiries', () => {
    expect(clientStepMax('address_search_elsewhere', factor('1.91'))).toBe(2359)
    expect(orderFeeMax(minor(1299), factor('1.91'))).toBe(388)
  })

  test('are a share of what came in, by what happened', () => {
    const shares = (['not_sued', 'sued', 'special', 'unfounded'] as const).map((of) => successFeeMax(minor(10_000), of))
    expect(shares).toEqual([1500, 3000, 4000, 2000])
  })
})
