// What nobody knows yet, and what was only recalled, is never used silently: refused, or marked where a person trusts it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, fromEpochDay } from '../../calendar/index.ts'
import type { Line } from '../../explanations/index.ts'
import { SURE, factOn } from '../../facts/index.ts'
import { type FuzzCase, caseOf } from '../../fuzz/index.ts'
import { minor } from '../../money/index.ts'
import type { Country } from '../country.ts'
import { anyTrust, statementOn } from './drawn.conformance.ts'
import { linesOf } from './texts.conformance.ts'

export function trustHolds(country: Country): void {
  test('refuses facts of low confidence and days not published, and marks them where they are trusted', () => {
    for (const series of country.series) {
      for (const fact of series.facts) {
        const low = fact.confidence === 'low'
        expect({ fact, found: factOn(series, fact.from).ok }).toEqual({ fact, found: !low })
        const trusted = factOn(series, fact.from, { lowConfidence: true, provisional: false })
        expect(trusted).toMatchObject({ ok: true, value: { marks: low ? ['low_confidence'] : [] } })
      }
      if (series.knownUntil === undefined) continue
      const after = addDays(series.knownUntil, 1)
      expect(factOn(series, after, { lowConfidence: true, provisional: false }).ok).toBe(false)
      const carried = factOn(series, after, { lowConfidence: true, provisional: true })
      expect(carried.ok && carried.value.marks).toContain('provisional')
    }
  })

  test('lets interest run to the last published day, refuses the next, and marks it where it is trusted', () => {
    for (const debtor of ['consumer', 'business'] as const) {
      const one = lateClaim(country, debtor)
      const rule = country.interest(one.claim.facts, one.settings)
      if (!rule.ok) throw new Error(`${debtor}: ${rule.refusal.code}`)
      if (rule.value.knownUntil === Infinity) continue
      const last = fromEpochDay(rule.value.knownUntil)
      expect({ debtor, marks: statementOn(one, last)?.marks }).toEqual({ debtor, marks: [] })
      const beyond = addDays(last, 2)
      expect(statementOn(one, beyond)).toBeUndefined()
      const trusting = { ...one, settings: { ...one.settings, trust: { ...SURE, provisional: true } } }
      expect({ debtor, marks: statementOn(trusting, beyond)?.marks }).toEqual({ debtor, marks: ['provisional'] })
    }
  })

  test('rests no sum on facts of low confidence, and no interest on unpublished days, where only the sure is trusted', () => {
    fc.assert(
      fc.property(anyTrust(country), (drawn) => {
        const one = { ...drawn, settings: { ...drawn.settings, trust: SURE } }
        for (const of of linesOf(one)) expect(unsureSum(of)).toBeUndefined()
        expect(statementOn(one)?.marks ?? []).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
}

// The key of a line whose amount rests on a fact of low confidence. Lines without an amount may: they warn. A country may say by
// a setting of its own that the last published figure is used for a maximum; such lines are marked as provisional.
function unsureSum(of: Line): string | undefined {
  const unsure = of.marks.includes('low_confidence') || of.sources.some(({ confidence }) => confidence === 'low')
  if (unsure && of.amount !== undefined && of.amount !== 0) return of.key
  return of.lines.map(unsureSum).find((key) => key !== undefined)
}

// A claim that is late in every country, at the statutory rate, with the country's own settings.
function lateClaim(country: Country, debtor: 'consumer' | 'business'): FuzzCase {
  const one = caseOf(1, 1, [country])
  const facts = {
    debtor,
    principal: minor(1_000_000),
    contractOn: day('2025-09-01'),
    dueOn: day('2025-10-01'),
    dueAgreed: true,
    invoiceReceivedOn: day('2025-09-10'),
    invoiceNotice: true,
    remindersReceivedOn: [day('2025-11-01')],
    forPerformance: true,
    debtorAtFault: true,
  }
  const claim = {
    facts,
    currency: country.currency,
    entries: [],
    on: day('2026-01-01'),
    interestDemanded: true,
    flatDemanded: false,
  }
  return { ...one, settings: country.settings, claim }
}
