import { describe, expect, test } from 'vitest'
import { day } from '../../../calendar/index.ts'
import { type Line, explain } from '../../../explanations/index.ts'
import type { LimitationEvent } from '../../../limitation/index.ts'
import { GERMANY } from '../index.ts'
import { CLAIM } from '../testing.ts'

const { texts, settings, currency } = GERMANY
const OWN = /^(choice\.)?de\.(late|flat|dunning|limitation|interest|allocation|duty|loan|thirty_days|dunning_fee)\b/
const keysOf = (language: 'de' | 'en'): string[] => Object.keys(texts[language]).filter((key) => OWN.test(key))

function keysIn(of: Line): string[] {
  return [of.key, ...of.lines.flatMap(keysIn)]
}

const business = { ...CLAIM, debtor: 'business' } as const
const CLAIMS = [
  CLAIM,
  { ...CLAIM, dueAgreed: true, dueOn: day('2026-03-14') },
  { ...CLAIM, dueAgreed: true, dueOn: day('2026-01-01') },
  { ...CLAIM, debtorAtFault: false },
  { ...CLAIM, forPerformance: false },
  { ...CLAIM, remindersReceivedOn: [day('2026-03-20')] },
  { ...CLAIM, remindersWithTerm: [{ receivedOn: day('2026-03-20'), payBy: day('2026-04-01') }] },
  { ...CLAIM, refusedOn: day('2026-03-20') },
  { ...CLAIM, refusedOn: day('2026-03-02') },
  { ...business, invoiceReceivedOn: day('2026-03-12') },
  { ...business, forPerformance: false },
  { ...business, contractOn: day('2010-01-01') },
  business,
]

const PROCEDURES = ['order_for_payment', 'suit', 'insolvency_filing'] as const
const EVENTS: readonly (readonly LimitationEvent[])[] = [
  [],
  ...PROCEDURES.flatMap((kind) => [
    [{ kind, filedOn: day('2025-02-01'), servedSoon: true }],
    [{ kind, filedOn: day('2025-02-01'), servedSoon: true, lastActOn: day('2025-04-01') }],
    [{ kind, filedOn: day('2025-02-01'), servedSoon: false }],
  ]),
  [{ kind: 'negotiation', from: day('2025-02-01') }],
  [{ kind: 'negotiation', from: day('2025-02-01'), until: day('2025-03-01') }],
  [{ kind: 'acknowledgement', on: day('2025-02-01') }],
  [{ kind: 'part_payment', on: day('2025-02-01') }],
  [{ kind: 'part_payment', on: day('2030-02-01') }],
  [{ kind: 'written_reminder', on: day('2025-02-01') }],
  [
    { kind: 'title', finalOn: day('2025-02-01') },
    { kind: 'enforcement', on: day('2026-02-01') },
  ],
]

function everyLine(): Line[] {
  const actual = { ...settings, choices: { ...settings.choices, dunning_fee: 'actual_cost' } }
  const claims = CLAIMS.flatMap((facts) => [
    GERMANY.lateFrom(facts, settings).why,
    GERMANY.flatCompensation(facts, settings).why,
    GERMANY.dunningFeeLimit(facts, settings).why,
    GERMANY.dunningFeeLimit(facts, actual).why,
  ])
  const ends = EVENTS.flatMap((events) => {
    const arisenOn = day('2023-05-01')
    const { why, moves } = GERMANY.limitation({ claim: 'contract', arisenOn, knownOn: arisenOn, events })
    return [why, ...moves]
  })
  return [...claims, { ...flatDue() }, ...ends]
}

function flatDue(): Line {
  return GERMANY.flatCompensation({ ...business, dueAgreed: true }, settings).why
}

describe('sentences of German law', () => {
  test('exist in both languages', () => expect(keysOf('en').toSorted()).toEqual(keysOf('de').toSorted()))

  test.each(['de', 'en'] as const)('every line that can be answered reads well (%s)', (language) => {
    const read = everyLine().map((each) => explain(each, texts[language], language, currency).text)
    for (const text of read) expect(text).not.toMatch(/[{}]|undefined/)
  })

  test('none waits for a line that never comes', () => {
    const rules = [
      ...GERMANY.duties.map(({ statement }) => statement),
      ...GERMANY.openQuestions.flatMap(({ key, answers }) => [
        `choice.de.${key}`,
        ...answers.map((each) => `choice.de.${key}.${each}`),
      ]),
      ...['consumer', 'business', 'business_old', 'other', 'mortgage'].map((each) => `de.interest.${each}`),
      'de.allocation.general',
      'de.allocation.consumer_loan',
    ]
    // Series that are not named by their statute have a name of their own.
    const series = GERMANY.series.map(({ name }) => name).filter((name) => name.startsWith('de.'))
    const used = new Set([...everyLine().flatMap(keysIn), ...rules, ...series])
    expect(keysOf('de').filter((key) => !used.has(key))).toEqual([])
    expect([...used].filter((key) => texts.de[key] === undefined)).toEqual([])
  })
})
