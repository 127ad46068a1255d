import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../calendar/index.ts'
import type { CourtNote, CourtQuestion } from '../../court/index.ts'
import { type Line, marksOf } from '../../explanations/index.ts'
import { ZERO, minor, sum } from '../../money/index.ts'
import { courtCosts, orderForPaymentCourt } from './court.ts'
import { SETTINGS } from './settings.ts'

const TRUSTING = { ...SETTINGS, trust: { lowConfidence: true, provisional: false } }

function asked(changes: Partial<CourtQuestion> = {}): CourtQuestion {
  return {
    act: 'order_for_payment',
    value: minor(240_000),
    filedOn: day('2026-11-21'),
    claimant: 'person',
    representative: 'lawyer',
    creditorDeductsVat: false,
    disputed: false,
    ...changes,
  }
}

function noteOf(changes: Partial<CourtQuestion> = {}, settings = SETTINGS): CourtNote {
  const note = courtCosts(asked(changes), settings)
  if (!note.ok) throw new Error(note.refusal.code)
  return note.value
}

function refusedWith(changes: Partial<CourtQuestion>): string {
  const note = courtCosts(asked(changes), SETTINGS)
  return note.ok ? 'granted' : note.refusal.code
}

describe('an order for payment', () => {
  it('costs the court fee alone where nobody represents the creditor', () => {
    expect(noteOf({ representative: 'none' })).toMatchObject({
      courtFee: 6275,
      representativeNet: 0,
      vat: 0,
      total: 6275,
    })
  })

  it('credits half of what was charged out of court, once for order and enforcement order', () => {
    const note = noteOf({ feeBefore: '0.9' })
    expect(note).toMatchObject({ courtFee: 6275, representativeNet: 26_727, vat: 5078, total: 38_080 })
  })

  it('has no fee for the enforcement order where the debtor objected', () => {
    expect(noteOf({ disputed: true }).representativeNet).toBe(25_550)
    expect(noteOf().representativeNet).toBe(37_325)
  })

  it('credits half of the small fee where the debtor objects only in court', () => {
    const small = { value: minor(4000), feeBefore: '0.9', disputed: true, creditorDeductsVat: true }
    expect(noteOf({ ...small, disputedBefore: false }).representativeNet).toBe(5150 + 1030 - 1418)
    expect(noteOf(small).representativeNet).toBe(5150 + 1030 - 2318)
  })

  it('costs half a fee and no court fee where the debtor paid before filing', () => {
    expect(noteOf({ endedEarly: true })).toMatchObject({ courtFee: 0, representativeNet: 13_775 })
  })

  it('follows the tariff of the day of the order, the court that of the day of filing', () => {
    const note = noteOf({ filedOn: day('2025-06-02'), orderedOn: day('2025-05-30'), creditorDeductsVat: true })
    expect(note).toMatchObject({ courtFee: 6275, representativeNet: 22_200 + 11_100 + 2000 })
  })

  it('had a limit for collectors before October 2021 that is used only where trusted', () => {
    const old = { filedOn: day('2021-09-30'), representative: 'agency' as const }
    expect(refusedWith(old)).toBe('law_not_established')
    const note = noteOf(old, TRUSTING)
    expect(note.total - note.courtFee).toBe(2500)
    expect(marksOf(note.why)).toEqual(['low_confidence'])
    expect(noteOf({ ...old, filedOn: day('2021-10-01') }).representativeNet).toBe(22_200 + 11_100 + 2000)
  })
})

describe('a suit', () => {
  it('takes what the order for payment cost off both fees', () => {
    const alone = noteOf({ act: 'suit', disputed: true })
    const after = noteOf({ act: 'suit', disputed: true, afterOrderForPayment: true })
    expect([alone.courtFee, after.courtFee]).toEqual([37_650, 37_650 - 6275])
    expect([alone.representativeNet, after.representativeNet]).toEqual([60_875, 60_875 - 23_550])
  })

  it('costs one fee where it ends without judgement', () => {
    expect(noteOf({ act: 'suit', endedEarly: true }).courtFee).toBe(12_550)
  })

  it('is refused to a collector', () => {
    expect(refusedWith({ act: 'suit', representative: 'agency' })).toBe('court_not_admissible')
  })
})

describe('enforcement', () => {
  it('costs the attachment order and 0.3', () => {
    const note = noteOf({ act: 'enforcement' })
    expect(note).toMatchObject({ courtFee: 2400, representativeNet: 7065 + 1413 })
  })

  it('is refused for days on which the order of attachment has no proved fee', () => {
    expect(refusedWith({ act: 'enforcement', filedOn: day('2025-07-01') })).toBe('law_not_established')
    expect(refusedWith({ act: 'enforcement', filedOn: day('2024-07-01') })).toBe('law_before_records')
  })
})

describe('court costs', () => {
  it('are refused without a value and before the tables', () => {
    expect(refusedWith({ value: ZERO })).toBe('court_no_tariff')
    expect(refusedWith({ filedOn: day('2013-07-31') })).toBe('law_before_records')
  })

  it('sum to the total at every level of the explanation', () => {
    const question = fc.record({
      act: fc.constantFrom('order_for_payment' as const, 'suit' as const, 'enforcement' as const),
      value: fc.integer({ min: 1, max: 100_000_000 }).map(minor),
      representative: fc.constantFrom('none' as const, 'lawyer' as const),
      creditorDeductsVat: fc.boolean(),
      disputed: fc.boolean(),
      afterOrderForPayment: fc.boolean(),
      endedEarly: fc.boolean(),
      feeBefore: fc.constantFrom('0.5', '0.9', '1.3', '2.5'),
    })
    fc.assert(
      fc.property(question, (changes) => {
        const note = noteOf(changes)
        expect(note.courtFee + note.representativeNet + note.vat).toBe(note.total)
        sumsUp(note.why)
      }),
    )
  })
})

function sumsUp(why: Line): void {
  if (why.lines.length === 0) return
  expect(sum(why.lines.map((line) => line.amount ?? ZERO))).toBe(why.amount)
  why.lines.forEach(sumsUp)
}

describe('the competent court', () => {
  it.each([
    ['BW', '70173', 'Stuttgart'],
    ['BB', '14467', 'Berlin'],
    ['MV', '19053', 'Hamburg'],
    ['SL', '66111', 'Mayen'],
    ['TH', '99084', 'Staßfurt'],
  ])('of %s is in its own central court', (region, postCode, city) => {
    const court = orderForPaymentCourt({ region, postCode })
    expect(court?.city).toBe(city)
    expect(court?.why.marks).toEqual([])
  })

  it.each([
    ['50667', 'Euskirchen'],
    ['52062', 'Euskirchen'],
    ['40210', 'Hagen'],
    ['44135', 'Hagen'],
    ['33602', 'Hagen'],
  ])('in North Rhine-Westphalia follows the post code %s, and says that it was derived', (postCode, city) => {
    const court = orderForPaymentCourt({ region: 'NW', postCode })
    expect(court?.city).toBe(city)
    expect(court?.why.marks).toEqual(['low_confidence'])
  })

  it('is not told where districts meet, and not without a Land', () => {
    expect(orderForPaymentCourt({ region: 'NW', postCode: '42929' })).toBeUndefined()
    expect(orderForPaymentCourt({ region: 'NW', postCode: 'abc' })).toBeUndefined()
    expect(orderForPaymentCourt({ postCode: '50667' })).toBeUndefined()
  })
})
