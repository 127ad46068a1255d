import { describe, expect, it } from 'vitest'
import { day } from '../calendar/index.ts'
import type { CollectionQuestion } from '../collection-costs/index.ts'
import { type Country, countryOf } from '../countries/index.ts'
import type { ClaimFacts } from '../late-payment/index.ts'
import { ZERO, minor, percent } from '../money/index.ts'
import { type Demand, checkDemand, findingsIn } from './index.ts'

function country(code: string): Country {
  const found = countryOf(code)
  if (found === undefined) throw new Error(code)
  return found
}

const GERMANY = country('DE')

const CONSUMER: ClaimFacts = {
  debtor: 'consumer',
  principal: minor(240_000),
  contractOn: day('2025-11-03'),
  dueOn: day('2025-12-15'),
  dueAgreed: false,
  invoiceNotice: false,
  remindersReceivedOn: [day('2026-01-05'), day('2026-01-26')],
  forPerformance: true,
  debtorAtFault: true,
}
const BUSINESS: ClaimFacts = { ...CONSUMER, debtor: 'business' }

const QUESTION: CollectionQuestion = {
  principals: [minor(240_000)],
  debtor: 'consumer',
  engagedOn: day('2026-02-02'),
  on: day('2026-03-30'),
  collector: 'agency',
  creditorDeductsVat: false,
  disputed: false,
  extensive: false,
  steps: [{ kind: 'first_letter', on: day('2026-02-04') }],
  flat: ZERO,
}

const COURT = {
  act: 'order_for_payment',
  value: minor(240_000),
  filedOn: day('2026-05-04'),
  claimant: 'person',
  representative: 'none',
  creditorDeductsVat: false,
  disputed: false,
} as const

const letters = (...fees: number[]) =>
  fees.map((fee, index) => ({ on: day(index === 0 ? '2026-01-03' : '2026-01-24'), fee: minor(fee) }))

const found = (demand: Demand, by: Country = GERMANY) => findingsIn(demand, by)

describe('the guard before a demand goes out', () => {
  it('lets pass what the law allows, to the cent', () => {
    const demand: Demand = {
      claim: CONSUMER,
      letters: letters(0, 120),
      flat: ZERO,
      interest: { rate: percent('6.27'), from: day('2026-01-06'), until: day('2026-06-30') },
      collection: { question: QUESTION, demanded: minor(27_602) },
      court: { question: COURT, demanded: minor(6275) },
    }
    expect(checkDemand(demand, GERMANY)).toEqual({ ok: true, value: undefined })
  })

  it('refuses collection costs one cent above the tariff, with rule and sums', () => {
    const checked = checkDemand(
      { claim: CONSUMER, collection: { question: QUESTION, demanded: minor(27_603) } },
      GERMANY,
    )
    expect(checked).toEqual({
      ok: false,
      refusal: {
        code: 'costs_above_law',
        facts: { rule: '§§ 280, 286 BGB; § 13e Abs. 1 RDG', demanded: 27_603, allowed: 27_602 },
      },
    })
  })

  it('refuses 0.9 of a fee in the first letter', () => {
    const collection = { question: { ...QUESTION, on: day('2026-02-04') }, demanded: minor(27_602) }
    expect(found({ claim: CONSUMER, collection })).toMatchObject([
      { code: 'costs_above_law', facts: { allowed: 16_392 } },
    ])
  })

  it('refuses tax that the creditor deducts', () => {
    const collection = { question: { ...QUESTION, creditorDeductsVat: true }, demanded: minor(27_602) }
    expect(found({ claim: CONSUMER, collection })).toMatchObject([
      { code: 'costs_above_law', facts: { allowed: 23_195 } },
    ])
  })

  it('refuses a fee for the letter that brings about default, and one above the limit afterwards', () => {
    expect(found({ claim: CONSUMER, letters: letters(120, 250) })).toMatchObject([
      { code: 'letter_must_be_free', facts: { letter: 1, demanded: 120, allowed: 0 } },
      { code: 'dunning_fee_above_law', facts: { letter: 2, demanded: 250, allowed: 120 } },
    ])
  })

  it('finds no sum too high where only actual cost counts', () => {
    const settings = { ...GERMANY.settings, choices: { ...GERMANY.settings.choices, dunning_fee: 'actual_cost' } }
    expect(findingsIn({ claim: CONSUMER, letters: letters(0, 250) }, GERMANY, settings)).toEqual([])
  })

  it('refuses the flat compensation to consumers and more than it is to businesses', () => {
    expect(found({ claim: CONSUMER, flat: minor(4000) })).toMatchObject([
      { code: 'flat_above_law', facts: { allowed: 0 } },
    ])
    expect(found({ claim: BUSINESS, flat: minor(4000) })).toEqual([])
    expect(found({ claim: BUSINESS, flat: minor(4001) })).toMatchObject([{ facts: { allowed: 4000 } }])
  })

  it('counts the flat compensation that is demanded beside the costs', () => {
    const question = { ...QUESTION, debtor: 'business' as const, flat: minor(4000) }
    const collection = { question, demanded: minor(27_602) }
    expect(found({ claim: BUSINESS, flat: minor(4000), collection })).toMatchObject([
      { code: 'costs_above_law', facts: { demanded: 27_602, allowed: 23_602 } },
    ])
  })

  it('refuses interest above the rate of any of its days, and names the first', () => {
    const interest = { rate: percent('6.52'), from: day('2026-02-01'), until: day('2026-08-31') }
    expect(found({ claim: CONSUMER, interest })).toMatchObject([
      { code: 'interest_above_law', facts: { demanded: '6.52', allowed: '6.27', day: '2026-02-01' } },
    ])
    expect(found({ claim: CONSUMER, interest: { ...interest, from: day('2026-07-01') } })).toEqual([])
    expect(found({ claim: BUSINESS, interest })).toEqual([])
  })

  it('takes the rate of the contract where one was agreed', () => {
    const interest = { rate: percent('8.00'), from: day('2026-02-01'), until: day('2026-03-31') }
    expect(found({ claim: CONSUMER, interest })).toHaveLength(1)
    expect(found({ claim: { ...CONSUMER, agreedRate: percent('8.00') }, interest })).toEqual([])
  })

  it('refuses interest from before default, and where there is none', () => {
    const interest = { rate: percent('5.00'), from: day('2025-12-16'), until: day('2026-03-31') }
    expect(found({ claim: CONSUMER, interest })).toMatchObject([
      { code: 'interest_before_late', facts: { demanded: '2025-12-16', allowed: '2026-01-06' } },
    ])
    const never = { ...CONSUMER, remindersReceivedOn: [] }
    expect(found({ claim: never, interest })).toMatchObject([{ code: 'interest_not_due' }])
  })

  it('does not call a rate lawful that nobody has published', () => {
    const interest = { rate: percent('5.00'), from: day('2026-02-01'), until: day('2027-01-02') }
    expect(found({ claim: CONSUMER, interest })).toMatchObject([
      { code: 'law_not_known_yet', facts: { day: '2027-01-02', last: '2026-12-31' } },
    ])
    const settings = { ...GERMANY.settings, trust: { lowConfidence: false, provisional: true } }
    expect(findingsIn({ claim: CONSUMER, interest }, GERMANY, settings)).toEqual([])
  })

  it('refuses court costs above the table, and a procedure that is not open', () => {
    expect(found({ claim: CONSUMER, court: { question: COURT, demanded: minor(6276) } })).toMatchObject([
      { code: 'court_costs_above_law', facts: { demanded: 6276, allowed: 6275 } },
    ])
    const question = { ...COURT, act: 'suit' as const, representative: 'agency' as const }
    expect(found({ claim: CONSUMER, court: { question, demanded: minor(1) } })).toMatchObject([
      { code: 'court_not_admissible' },
    ])
  })

  it('names each statement that a collector leaves out of its first letter', () => {
    const letter = {
      sender: 'agency',
      occasion: 'first_collection_letter',
      debtor: 'consumer',
      on: day('2026-02-04'),
      conditions: ['costs_demanded'],
      statements: GERMANY.duties.map((duty) => duty.statement).filter((statement) => statement !== 'de.duty.costs'),
    } as const
    expect(found({ claim: CONSUMER, writings: [letter] })).toEqual([
      {
        code: 'statement_missing',
        facts: { rule: '§ 13a Abs. 1 Nr. 5 RDG', statement: 'de.duty.costs', occasion: 'first_collection_letter' },
      },
    ])
  })

  it('finds nothing where nothing is demanded', () => {
    for (const code of ['DE', 'AT', 'NL']) {
      expect(findingsIn({ claim: CONSUMER, letters: letters(0, 0), flat: ZERO }, country(code))).toEqual([])
    }
  })
})
