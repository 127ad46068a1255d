import { describe, expect, it } from 'vitest'
import { day } from '../calendar/index.ts'
import { type Country, countryOf } from '../countries/index.ts'
import { ZERO, minor, percent } from '../money/index.ts'
import { type DunningPolicy, policyFindings } from './index.ts'

const GERMANY = countryOf('DE') as Country // the house knows Germany; a missing one fails every test here

const letter = (daysAfterDue: number, fee: number) => ({ daysAfterDue, fee: minor(fee), statements: [] })

const POLICY: DunningPolicy = {
  debtor: 'consumer',
  principal: minor(12_000),
  dueOn: day('2026-03-02'),
  letters: [letter(10, 0), letter(24, 120), letter(38, 120)],
  invoiceStatements: ['de.duty.thirty_days'],
  invoiceNotice: true,
}

const codes = (changes: Partial<DunningPolicy>) =>
  policyFindings({ ...POLICY, ...changes }, GERMANY).map((finding) => finding.code)

describe('a dunning policy', () => {
  it('may be used where its letters stay within the law', () => {
    expect(codes({})).toEqual([])
  })

  it('may not charge for the letter that brings about default', () => {
    expect(codes({ letters: [letter(10, 120), letter(24, 120)] })).toEqual(['letter_must_be_free'])
  })

  it('may not charge more than courts let pass, letter by letter', () => {
    const findings = policyFindings({ ...POLICY, letters: [letter(10, 0), letter(24, 500), letter(38, 1000)] }, GERMANY)
    expect(findings.map(({ code, facts }) => [code, facts['letter'], facts['allowed']])).toEqual([
      ['dunning_fee_above_law', 2, 120],
      ['dunning_fee_above_law', 3, 120],
    ])
  })

  it('is told that the invoice lacks the notice to consumers, and nothing of the kind for businesses', () => {
    expect(codes({ invoiceStatements: [], invoiceNotice: false })).toEqual(['statement_missing'])
    expect(codes({ invoiceStatements: [], invoiceNotice: false, debtor: 'business' })).toEqual([])
  })

  it('may not demand the rate or the flat sum of businesses from consumers', () => {
    const demanded = { interestRate: percent('10.27'), flat: minor(4000) }
    expect(codes(demanded)).toEqual(['flat_above_law', 'interest_above_law'])
    expect(codes({ ...demanded, debtor: 'business' })).toEqual([])
  })

  it('is tried in every country without exception', () => {
    for (const code of ['DE', 'AT', 'NL']) {
      const country = countryOf(code)
      if (country === undefined) throw new Error(code)
      expect(policyFindings({ ...POLICY, letters: [letter(10, 0)], flat: ZERO }, country)).toBeInstanceOf(Array)
    }
  })
})
