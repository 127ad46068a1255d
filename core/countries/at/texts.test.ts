import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import { type Line, explain } from '../../explanations/index.ts'
import { type LimitationEvent } from '../../limitation/index.ts'
import { ZERO, minor } from '../../money/index.ts'
import { AUSTRIA } from './austria.ts'
import { orderForPayment, orderPeriods } from './procedure.ts'
import { chosen, claim, collection, filing } from './testing.ts'

const { settings, texts, currency } = AUSTRIA
const on = day('2025-02-10')

function limitationLines(): Line[] {
  const events: LimitationEvent[] = [
    { kind: 'part_payment', on: day('2024-01-02') },
    { kind: 'written_reminder', on },
    { kind: 'negotiation', from: on },
    { kind: 'insolvency_filing', filedOn: on, servedSoon: true },
    { kind: 'enforcement', on },
    { kind: 'suit', filedOn: on, servedSoon: true, lastActOn: on },
    { kind: 'order_for_payment', filedOn: on, servedSoon: true, lastActOn: on },
    { kind: 'acknowledgement', on: day('2024-01-01') },
  ]
  const pursued: LimitationEvent = { kind: 'suit', filedOn: on, servedSoon: true }
  const title: LimitationEvent = { kind: 'title', finalOn: on }
  const enforced: LimitationEvent = { kind: 'enforcement', on: day('2026-01-02') }
  const sets = [events, [pursued], [title], [title, enforced]]
  const ends = sets.map((each) => AUSTRIA.limitation({ claim: 'contract', arisenOn: day('2023-06-12'), events: each }))
  return [...ends, AUSTRIA.limitation({ claim: 'other', arisenOn: on, events: [] })].flatMap(({ why, moves }) => [
    why,
    ...moves,
  ])
}

function costLines(): Line[] {
  const kinds = ['first_letter', 'reminder', 'phone_call', 'instalment_plan', 'settlement', 'file_keeping'] as const
  const steps = [...kinds, 'address_search' as const, 'income_inquiry' as const].map((kind) => ({ kind, on }))
  const notes = [
    AUSTRIA.collectionCosts(collection({ steps, flat: minor(4000) }), settings),
    AUSTRIA.collectionCosts(collection({ steps, creditorDeductsVat: true, flat: ZERO }), chosen({ index: 'none' })),
    AUSTRIA.courtCosts(filing(), settings),
    AUSTRIA.courtCosts(filing({ act: 'suit', afterOrderForPayment: true }), settings),
  ]
  return notes.flatMap((note) => (note.ok ? [note.value.why] : []))
}

function lateLines(): Line[] {
  const claims = [
    claim({ dueOn: day('2026-04-04') }),
    claim({ dueAgreed: false }),
    claim({ dueAgreed: false, remindersReceivedOn: [day('2026-02-01')] }),
    claim({ debtor: 'consumer' }),
    claim({ debtorAtFault: false }),
    claim({ forPerformance: false }),
    claim({ contractOn: day('2012-01-01') }),
  ]
  return claims.flatMap((each) => [
    AUSTRIA.lateFrom(each, settings).why,
    AUSTRIA.flatCompensation(each, settings).why,
    AUSTRIA.dunningFeeLimit(each, settings).why,
  ])
}

const procedures = [
  { value: minor(1), debtorCountry: 'AT', onlyMoney: true },
  { value: minor(8_000_000), debtorCountry: 'AT', onlyMoney: true },
  { value: minor(1), debtorCountry: 'DE', onlyMoney: true },
  { value: minor(1), debtorCountry: 'AT', onlyMoney: false },
]
const lines = [
  ...lateLines(),
  ...costLines(),
  ...limitationLines(),
  ...procedures.map((each) => orderForPayment(each).why),
  orderPeriods(on).why,
]

/** Keys that no line bears: names of rules and series, words, duties, choices. */
const NAMES =
  /^(choice\.|at\.(interest|allocation|duty|step|event)\.|at\.(base_rate|flat|court_fees|collection_costs|price_index_1986)$)/

describe('the texts of Austria', () => {
  test.each(['de', 'en'] as const)('render every line in %s, and no sentence is without a line', (language) => {
    const used = new Set<string>()
    const note = (of: Line): void => {
      used.add(of.key)
      of.lines.forEach(note)
    }
    for (const each of lines) {
      note(each)
      expect(explain(each, texts[language], language, currency).text).not.toBe('')
    }
    expect(Object.keys(texts[language]).filter((key) => !NAMES.test(key) && !used.has(key))).toEqual([])
  })

  test('are the same keys in both languages', () => {
    expect(Object.keys(texts.de).toSorted()).toEqual(Object.keys(texts.en).toSorted())
  })

  test('name every rule, series, duty and choice', () => {
    const named = [
      ...AUSTRIA.series.map(({ name }) => name),
      ...AUSTRIA.duties.map(({ statement }) => statement),
      ...['general', 'business', 'business_old'].map((regime) => `at.interest.${regime}`),
      ...AUSTRIA.openQuestions.flatMap(({ key, answers }) => [
        `choice.at.${key}`,
        ...answers.map((answer) => `choice.at.${key}.${answer}`),
      ]),
    ]
    expect(named.filter((key) => !(key in texts.de))).toEqual([])
  })
})
