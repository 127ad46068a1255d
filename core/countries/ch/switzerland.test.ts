import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import type { CollectionQuestion } from '../../collection-costs/index.ts'
import type { CourtQuestion } from '../../court/index.ts'
import { type Line, explain } from '../../explanations/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import type { LimitationEvent, LimitationFacts } from '../../limitation/index.ts'
import { ZERO, minor, percent } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { enforcementFees } from './enforcement-fees.ts'
import { enforcementPeriods } from './procedure.ts'
import { SWITZERLAND } from './switzerland.ts'

const { settings, texts, currency } = SWITZERLAND
const on = day('2025-02-10')

function claim(known: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    debtor: 'consumer',
    principal: minor(100_000),
    contractOn: day('2025-01-10'),
    dueOn: day('2026-01-15'),
    dueAgreed: true,
    invoiceNotice: false,
    remindersReceivedOn: [],
    forPerformance: true,
    debtorAtFault: true,
    ...known,
  }
}
const filing = (known: Partial<CourtQuestion> = {}): CourtQuestion => ({
  act: 'order_for_payment',
  value: minor(75_000),
  filedOn: on,
  claimant: 'company',
  representative: 'none',
  creditorDeductsVat: true,
  disputed: false,
  ...known,
})
const chosen = (choices: Readonly<Record<string, string>>): LawSettings => ({
  ...settings,
  choices: { ...settings.choices, ...choices },
})
const fee = (known: Partial<CourtQuestion>): unknown => {
  const note = SWITZERLAND.courtCosts(filing(known), settings)
  return note.ok ? note.value.total : note.refusal.code
}

describe('Switzerland', () => {
  test('has 5 percent late interest, or what was agreed, on no interest', () => {
    const statutory = SWITZERLAND.interest(claim(), settings)
    expect(statutory).toMatchObject({ value: { compounding: 'never', periods: [{ rate: percent('5') }] } })
    const agreed = SWITZERLAND.interest(claim({ agreedRate: percent('7') }), { ...settings, yearBasis: 'act/360' })
    expect(agreed).toMatchObject({ value: { yearBasis: 'act/360', periods: [{ rate: percent('7') }] } })
  })

  test('lets default begin after the agreed day, else after a reminder', () => {
    expect(SWITZERLAND.lateFrom(claim(), settings)).toMatchObject({ interestFrom: '2026-01-16' })
    expect(SWITZERLAND.lateFrom(claim({ dueOn: day('2026-08-01') }), settings)).toMatchObject({ from: '2026-08-04' })
    expect(SWITZERLAND.lateFrom(claim({ dueAgreed: false }), settings)).toMatchObject({ late: false })
    const reminded = claim({ dueAgreed: false, remindersReceivedOn: [day('2026-02-01')] })
    expect(SWITZERLAND.lateFrom(reminded, settings)).toMatchObject({ interestFrom: '2026-02-02' })
  })

  test('refuses what it has no scale for: collectors, suits, representatives, seizures above 100,000 francs', () => {
    const question: CollectionQuestion = {
      principals: [minor(1)],
      debtor: 'consumer',
      engagedOn: on,
      on,
      collector: 'agency',
      creditorDeductsVat: true,
      disputed: false,
      extensive: false,
      steps: [],
      flat: ZERO,
    }
    expect(SWITZERLAND.collectionCosts(question, settings)).toMatchObject({ refusal: { code: 'costs_no_tariff' } })
    expect(fee({ act: 'suit' })).toBe('court_no_tariff')
    expect(fee({ representative: 'lawyer' })).toBe('court_no_tariff')
    expect(fee({ act: 'enforcement', value: minor(10_000_001) })).toBe('court_no_tariff')
    expect(fee({ filedOn: day('1996-12-31') })).toBe('law_before_records')
  })

  test('prices payment order and seizure without postage', () => {
    expect([fee({}), fee({ act: 'enforcement' })]).toEqual([4000, 4500])
  })

  test('lets payments cover costs, then interest, then the principal', () => {
    const rule = SWITZERLAND.allocation({ debtor: 'consumer' }, settings)
    expect(rule.ok && rule.value.order.join(' ')).toBe('court costs charges flat interest principal')
  })

  test('lets a creditor’s reminders cost nothing unless a fee was agreed', () => {
    expect(SWITZERLAND.dunningFeeLimit(claim(), settings).perLetter).toBe(0)
    expect(SWITZERLAND.dunningFeeLimit(claim(), chosen({ reminder_fee: 'agreed' })).perLetter).toBeUndefined()
  })

  test('takes the shortest period of limitation that can hold, and begins it anew with what interrupts', () => {
    const end = (events: readonly LimitationEvent[], kind: LimitationFacts['claim'] = 'contract'): string | undefined =>
      SWITZERLAND.limitation({ claim: kind, arisenOn: day('2024-01-31'), events }).lastDay
    const suit = { kind: 'suit', filedOn: on, servedSoon: true } as const
    expect([end([]), end([], 'consumer_sale'), end([], 'other')]).toEqual(['2029-01-31', '2029-01-31', '2027-01-31'])
    expect(end([{ kind: 'written_reminder', on }])).toBe('2029-01-31')
    expect(end([{ kind: 'part_payment', on }])).toBe('2030-02-10')
    expect(end([{ kind: 'part_payment', on: day('2029-02-01') }])).toBe('2029-01-31')
    expect(end([{ ...suit, kind: 'order_for_payment' }])).toBe('2030-02-10')
    expect(end([suit])).toBeUndefined()
    expect(end([{ ...suit, lastActOn: day('2026-03-01') }])).toBe('2031-03-01')
    expect(end([suit, { kind: 'title', finalOn: day('2026-03-01') }])).toBe('2036-03-01')
  })

  test('asks no lower fee for a higher claim', () => {
    const anyClaim = fc.integer({ min: 1, max: 1e12 }).map(minor)
    const fees = (value: ReturnType<typeof minor>): number => {
      const note = enforcementFees(['payment_order', 'further_copy'], value, on)
      return note.ok ? note.value.fees : Number.NaN
    }
    fc.assert(
      fc.property(anyClaim, anyClaim, (a, b) => {
        expect(fees(a < b ? a : b)).toBeLessThanOrEqual(fees(a < b ? b : a))
      }),
    )
  })

  test('knows four days that are holidays everywhere', () => {
    const isHoliday = SWITZERLAND.holidaysOf()
    expect(['2026-01-01', '2026-05-14', '2026-08-01', '2026-12-25'].map((text) => isHoliday(day(text)))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(isHoliday(day('2026-04-06'))).toBe(false)
  })
})

describe('the texts of Switzerland', () => {
  const events: LimitationEvent[] = [{ kind: 'enforcement', on }]
  const ends = (['contract', 'consumer_sale', 'other'] as const).map((kind) =>
    SWITZERLAND.limitation({ claim: kind, arisenOn: day('2024-01-31'), events }),
  )
  const others: LimitationEvent[] = [
    { kind: 'title', finalOn: on },
    { kind: 'suit', filedOn: on, servedSoon: true },
  ]
  const special = others.map((event) =>
    SWITZERLAND.limitation({ claim: 'contract', arisenOn: day('2024-01-31'), events: [event] }),
  )
  const acts = ['payment_order', 'bankruptcy_threat', 'seizure', 'further_copy'] as const
  const notes = [ZERO, minor(1330)].map((postage) => enforcementFees(acts, minor(75_000), on, postage))
  const claims = [
    claim({ dueOn: day('2026-08-01') }),
    claim({ dueAgreed: false }),
    claim({ dueAgreed: false, remindersReceivedOn: [day('2026-02-01')] }),
  ]
  const lines: Line[] = [
    ...[...ends, ...special].flatMap(({ why, moves }) => [why, ...moves]),
    ...notes.flatMap((note) => (note.ok ? [note.value.why] : [])),
    ...claims.map((each) => SWITZERLAND.lateFrom(each, settings).why),
    SWITZERLAND.flatCompensation(claim(), settings).why,
    ...['agreed', 'not_agreed'].map((fee_) => SWITZERLAND.dunningFeeLimit(claim(), chosen({ reminder_fee: fee_ })).why),
    enforcementPeriods(on).why,
  ]
  const NAMES = /^(choice|ch\.series|ch\.allocation)\.|^ch\.interest$/

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

  test('are the same keys in both languages, and name every series and choice', () => {
    expect(Object.keys(texts.de).toSorted()).toEqual(Object.keys(texts.en).toSorted())
    const choices = SWITZERLAND.openQuestions.flatMap(({ key, answers }) => [
      `choice.ch.${key}`,
      ...answers.map((answer) => `choice.ch.${key}.${answer}`),
    ])
    const named = [...SWITZERLAND.series.map(({ name }) => name), ...choices]
    expect(named.filter((key) => !(key in texts.de))).toEqual([])
  })
})
