import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNTRIES, countryOf } from '@mahnwerk/core/countries'
import { isRefusalCode } from '../../http/texts.ts'
import { CALCULATIONS } from './index.ts'

// Questions that any caller may put: every valid one has an answer or a refusal with its sentence, never a fault.

const country = fc.constantFrom(...COUNTRIES.map(({ code }) => code))
const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const amount = fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 1e12 }))
const yes = fc.boolean()
const maybe = { requiredKeys: [] as [] }
const debtor = fc.constantFrom('consumer', 'business')
const part = fc.constantFrom('principal', 'interest', 'flat', 'charges', 'costs', 'court')
const settings = fc.record(
  {
    yearBasis: fc.constantFrom('act/365', 'act/act', 'act/360'),
    paymentDayCounts: yes,
    lowConfidence: yes,
    provisional: yes,
  },
  maybe,
)
const asked = { country, settings, language: fc.constantFrom('de', 'en') }

const claim = fc
  .tuple(
    fc.record({ debtor, principal: amount, dueOn: day }),
    fc.record(
      {
        contractOn: day,
        dueAgreed: yes,
        invoiceReceivedOn: day,
        invoiceNotice: yes,
        remindersReceivedOn: fc.array(day, { maxLength: 3 }),
        remindersWithTerm: fc.array(fc.record({ receivedOn: day, payBy: day }), { maxLength: 2 }),
        continuingPerformedOn: day,
        refusedOn: day,
        forPerformance: yes,
        debtorAtFault: yes,
        agreedRate: fc.constantFrom('0', '4.5', '12.1234', '999.9999'),
      },
      maybe,
    ),
  )
  .map(([needed, told]) => ({ ...needed, ...told }))

const entries = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('payment'), on: day, amount, named: fc.array(part, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('charge'), on: day, amount, part: part.filter((each) => each !== 'principal') }),
    fc.record({ kind: fc.constant('credit'), on: day, amount, part }),
  ),
  { maxLength: 4 },
)
const account = { claim, entries, interestDemanded: yes, flatDemanded: yes }

const collection = fc.record({
  principals: fc.array(amount, { minLength: 1, maxLength: 3 }),
  debtor,
  engagedOn: day,
  on: day,
  collector: fc.constantFrom('agency', 'lawyer'),
  creditorDeductsVat: yes,
  disputed: yes,
  extensive: yes,
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom(
        'first_letter',
        'reminder',
        'phone_call',
        'instalment_plan',
        'file_keeping',
        'address_search',
        'visit',
      ),
      on: day,
    }),
    { maxLength: 4 },
  ),
  flat: fc.constantFrom(0, 4_000),
})

const QUESTIONS: Readonly<Record<string, fc.Arbitrary<object>>> = {
  statement: fc.record({ ...asked, ...account, on: day, days: fc.array(day, { maxLength: 3 }) }),
  'late-payment': fc.record({ ...asked, claim }),
  'collection-costs': fc.record({ ...asked, collection }),
  'court-costs': fc.record({
    ...asked,
    procedure: fc.record({
      act: fc.constantFrom('order_for_payment', 'suit', 'enforcement'),
      value: amount,
      filedOn: day,
      claimant: fc.constantFrom('person', 'company'),
      representative: fc.constantFrom('none', 'agency', 'lawyer'),
      creditorDeductsVat: yes,
      feeBefore: fc.constantFrom('0.5', '1.3'),
      disputed: yes,
      afterOrderForPayment: yes,
      endedEarly: yes,
    }),
    creditor: fc.record({ region: fc.constantFrom('BE', 'nowhere'), postCode: fc.constantFrom('10115', '', 'x') }),
  }),
  limitation: fc.record({
    ...asked,
    claim: fc.constantFrom('contract', 'consumer_sale', 'other'),
    arisenOn: day,
    knownOn: day,
    events: fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom('acknowledgement', 'part_payment', 'written_reminder', 'enforcement'),
          on: day,
        }),
        fc.record({
          kind: fc.constantFrom('order_for_payment', 'suit', 'insolvency_filing'),
          filedOn: day,
          servedSoon: yes,
        }),
        fc.record({ kind: fc.constant('negotiation'), from: day, until: day }),
        fc.record({ kind: fc.constant('title'), finalOn: day }),
      ),
      { maxLength: 4 },
    ),
    on: day,
  }),
  plan: fc.record({
    ...asked,
    ...account,
    agreedOn: day,
    firstOn: day,
    by: fc.oneof(
      fc.record({ kind: fc.constant('amount'), amount }),
      fc.record({ kind: fc.constant('count'), count: fc.integer({ min: 1, max: 24 }) }),
    ),
  }),
  'letter-check': fc.record({
    ...asked,
    letter: fc.record({
      sender: fc.constantFrom('creditor', 'agency', 'lawyer'),
      occasion: fc.constantFrom(
        'invoice',
        'dunning_letter',
        'warning_letter',
        'first_collection_letter',
        'collection_letter',
      ),
      debtor,
      on: day,
    }),
    demand: fc.record({
      claim,
      letters: fc.array(fc.record({ on: day, fee: fc.integer({ min: 0, max: 5_000 }) }), { maxLength: 3 }),
      flat: fc.constantFrom(0, 4_000, 4_001),
      interest: fc.record({ rate: fc.constantFrom('4', '9.97', '15'), from: day, until: day }),
      collection: fc.record({ question: collection, demanded: amount }),
    }),
  }),
}

describe('every valid question', () => {
  test('is generated for every calculation', () => {
    expect(Object.keys(QUESTIONS).toSorted()).toEqual(CALCULATIONS.map(({ name }) => name).toSorted())
  })

  test.each(CALCULATIONS.map((each) => [each.name, each] as const))(
    '%s has an answer of its shape in every country, or a refusal with a sentence',
    { timeout: 60_000 },
    (name, { question, answer, ask }) => {
      let answered = 0
      fc.assert(
        fc.property(QUESTIONS[name] ?? fc.constant({}), (each) => {
          const result = ask(question.parse(each), { language: 'de', countryOf })
          if (result.ok) answered += 1
          // What a schema does not name would not leave over HTTP.
          const shown = result.ok ? answer.parse(result.value) : isRefusalCode(result.refusal.code)
          expect(shown).toEqual(result.ok ? result.value : true)
        }),
        { numRuns: name === 'plan' ? 150 : 600, seed: 20_261_122 },
      )
      expect(answered).toBeGreaterThan(20)
    },
  )
})
