import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../calendar/index.ts'
import type { CollectionQuestion, CollectionStep, CostNote } from '../../collection-costs/index.ts'
import { sourcesOf } from '../../explanations/index.ts'
import { ZERO, minor, sum } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { collectionCosts } from './collection-costs.ts'
import { SETTINGS } from './settings.ts'

const ENGAGED = day('2026-02-02')
const letterOn = (on: string): CollectionStep => ({ kind: 'first_letter', on: day(on) })

function asked(changes: Partial<CollectionQuestion> = {}): CollectionQuestion {
  return {
    principals: [minor(240_000)],
    debtor: 'consumer',
    engagedOn: ENGAGED,
    on: day('2026-03-30'),
    collector: 'agency',
    creditorDeductsVat: false,
    disputed: false,
    extensive: false,
    steps: [letterOn('2026-02-04')],
    flat: ZERO,
    ...changes,
  }
}

function noteOf(changes: Partial<CollectionQuestion> = {}, settings: LawSettings = SETTINGS): CostNote {
  const note = collectionCosts(asked(changes), settings)
  if (!note.ok) throw new Error(note.refusal.code)
  return note.value
}

describe('costs of collecting an undisputed claim', () => {
  it('are half a fee until two weeks after the first letter, then 0.9', () => {
    const onDay = (on: string): number => noteOf({ on: day(on) }).net
    expect(onDay('2026-02-04')).toBe(13_775)
    expect(onDay('2026-02-18')).toBe(13_775)
    expect(onDay('2026-02-19')).toBe(23_195)
  })

  it('stay half a fee while no letter was sent', () => {
    expect(noteOf({ steps: [] }).net).toBe(13_775)
  })

  it('are at most 1.3 where specially extensive', () => {
    expect(noteOf({ extensive: true }).net).toBe(32_615)
  })

  it('have a lower fee up to fifty euros', () => {
    expect(noteOf({ principals: [minor(5000)] })).toMatchObject({ net: 3402, vat: 646, gross: 4048 })
    expect(noteOf({ principals: [minor(5001)] }).net).toBe(5562)
    expect(noteOf({ principals: [minor(5000)], disputed: true }).net).toBe(8034)
  })

  it('count several invoices as one matter', () => {
    expect(noteOf({ principals: [minor(140_000), minor(100_000)] }).gross).toBe(noteOf().gross)
  })

  it('were 1.3 for orders before October 2021', () => {
    const on = day('2021-11-30')
    expect(noteOf({ engagedOn: day('2021-09-30'), on }).net).toBe(30_860)
    expect(noteOf({ engagedOn: day('2021-10-01'), on, steps: [letterOn('2021-10-02')] }).net).toBe(21_980)
  })
})

describe('costs of collecting', () => {
  it('are 1.3 for a disputed claim and up to 2.5 only where extensive', () => {
    expect(noteOf({ disputed: true }).net).toBe(32_615)
    expect(noteOf({ disputed: true, extensive: true }).net).toBe(60_875)
  })

  it('may be demanded at a lower rate, never at a higher one', () => {
    expect(noteOf({ rate: '0.5' }).net).toBe(13_775)
    expect(noteOf({ rate: '2.5' }).gross).toBe(noteOf().gross)
  })

  it('bear tax only where the creditor cannot deduct it', () => {
    expect(noteOf()).toMatchObject({ net: 23_195, vat: 4407, gross: 27_602 })
    expect(noteOf({ creditorDeductsVat: true })).toMatchObject({ net: 23_195, vat: 0, gross: 23_195 })
  })

  it('add a fee for instalments from half of the principal', () => {
    const plan: CollectionStep = { kind: 'instalment_plan', on: day('2026-03-01') }
    const steps = [letterOn('2026-02-04'), plan]
    // 0.9 from 2,400.00 is 211.95; 0.7 from 1,200.00 is 94.15; expenses 20.00
    expect(noteOf({ steps }).net).toBe(32_610)
    expect(noteOf({ steps, on: day('2026-02-28') }).net).toBe(23_195)
  })

  it('give instalments the ordinary fee even for small claims', () => {
    const plan: CollectionStep = { kind: 'instalment_plan', on: day('2026-03-01') }
    const fee = noteOf({ principals: [minor(5000)], steps: [letterOn('2026-02-04'), plan] }).why.lines[1]
    expect(fee?.amount).toBe(3605)
  })

  it('take one fee for a settlement that also says how the rest is paid', () => {
    const steps = (['instalment_plan', 'settlement'] as const).map((kind) => ({ kind, on: ENGAGED }))
    expect(noteOf({ steps, disputed: true }).why.lines.map((line) => line.amount)).toEqual([
      30_615, 35_325, 2000, 12_909,
    ])
  })

  it('credit the flat compensation of businesses', () => {
    const flat = minor(4000)
    expect(noteOf({ debtor: 'business', flat })).toMatchObject({ net: 19_195, vat: 4407, gross: 23_602 })
    expect(noteOf({ debtor: 'business', flat, principals: [minor(3000)], on: ENGAGED }).gross).toBe(0)
    expect(noteOf({ debtor: 'consumer', flat }).gross).toBe(27_602)
  })

  it('name the limit that holds for collectors', () => {
    const sources = (changes: Partial<CollectionQuestion>) =>
      sourcesOf(noteOf(changes).why).map((each) => each.citation)
    expect(sources({})).toContain('§ 13e Abs. 1 RDG')
    expect(sources({ engagedOn: day('2019-05-02') })).toContain('§ 4 Abs. 5 RDGEG')
    expect(sources({ collector: 'lawyer' })).not.toContain('§ 13e Abs. 1 RDG')
  })

  it('quote what each rate rests on', () => {
    const steps = [letterOn('2026-02-04'), { kind: 'instalment_plan' as const, on: day('2026-03-01') }]
    const quoted = noteOf({ steps }).why.lines.map((line) => line.sources.map((each) => each.citation))
    expect(quoted).toEqual([
      ['VV 2300 Anm. 2 RVG', '§ 13 Abs. 1 RVG'],
      ['VV 1000 Nr. 2 RVG', '§ 31b RVG', '§ 13 Abs. 1 RVG'],
      ['VV 7002 RVG'],
      ['VV 7008 RVG'],
    ])
  })

  it('are nothing without a principal, refused before the tables, and for the lower tax of 2020 unless trusted', () => {
    const refusedWith = (changes: Partial<CollectionQuestion>) => {
      const note = collectionCosts(asked(changes), SETTINGS)
      return note.ok ? 'granted' : note.refusal.code
    }
    expect(noteOf({ principals: [] }).gross).toBe(0)
    expect(refusedWith({ engagedOn: day('2012-01-01') })).toBe('law_before_records')
    const in2020 = { engagedOn: day('2020-08-03'), on: day('2020-09-01') }
    expect(refusedWith(in2020)).toBe('law_not_established')
    expect(refusedWith({ ...in2020, creditorDeductsVat: true })).toBe('granted')
    const trusting = { ...SETTINGS, trust: { lowConfidence: true, provisional: false } }
    const note = noteOf(in2020, trusting)
    expect(note.vat).toBe(4501) // 16 % of 281.30
    expect(note.why.lines.at(-1)?.marks).toEqual(['low_confidence'])
  })

  it('sum to the total, and never fall with the principal or the days', () => {
    const question = fc.record({
      principal: fc.integer({ min: 1, max: 10_000_000 }),
      more: fc.integer({ min: 0, max: 1_000_000 }),
      days: fc.integer({ min: 0, max: 60 }),
      disputed: fc.boolean(),
      extensive: fc.boolean(),
      creditorDeductsVat: fc.boolean(),
      debtor: fc.constantFrom('consumer' as const, 'business' as const),
      flat: fc.constantFrom(0, 4000).map(minor),
    })
    fc.assert(
      fc.property(question, ({ principal, more, days, ...rest }) => {
        const noted = (cents: number, after: number) =>
          noteOf({ ...rest, principals: [minor(cents)], on: addDays(ENGAGED, after) })
        const note = noted(principal, days)
        expect(sum(note.why.lines.map((line) => line.amount ?? ZERO))).toBe(note.gross)
        expect(note.net + note.vat).toBe(note.gross)
        expect(noted(principal + more, days).gross).toBeGreaterThanOrEqual(note.gross)
        expect(noted(principal, days + 1).gross).toBeGreaterThanOrEqual(note.gross)
      }),
    )
  })
})
