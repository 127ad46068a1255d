import { describe, expect, test } from 'vitest'
import { type LocalDate, day } from '../../calendar/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { GERMANY } from './index.ts'
import { creditFlat } from './flat.ts'
import { minor } from '../../money/index.ts'
import { CLAIM } from './testing.ts'

const { lateFrom, flatCompensation, dunningFeeLimit, settings } = GERMANY

type Default = readonly [from: string, interestFrom: string, key: string] | string

function defaultOf(facts: Partial<ClaimFacts>, given = settings): Default {
  const late = lateFrom({ ...CLAIM, ...facts }, given)
  return late.late ? [late.from, late.interestFrom, late.why.key] : late.why.key
}

const days = (...texts: string[]): LocalDate[] => texts.map(day)

describe('default begins', () => {
  test('after a due day that was agreed', () => {
    expect(defaultOf({ dueAgreed: true })).toEqual(['2026-03-11', '2026-03-11', 'de.late.calendar'])
  })

  test('a working day later where the due day is a Saturday', () => {
    const late = lateFrom({ ...CLAIM, dueAgreed: true, dueOn: day('2026-03-14') }, settings)
    expect(late).toMatchObject({ from: '2026-03-17', why: { lines: [{ key: 'de.late.moved' }] } })
  })

  test('later where the Land has a holiday', () => {
    const dueOn = day('2026-01-06')
    expect(defaultOf({ dueAgreed: true, dueOn, region: 'BY' })[0]).toBe('2026-01-08')
    expect(defaultOf({ dueAgreed: true, dueOn, region: 'BE' })[0]).toBe('2026-01-07')
    const { why } = lateFrom({ ...CLAIM, dueAgreed: true, dueOn, region: 'BY' }, settings)
    expect(why.lines).toMatchObject([{ quantities: { holiday: { name: 'Heilige Drei Könige' } } }])
    expect(why.lines[0]?.sources.map(({ citation }) => citation)).toEqual(['§ 193 BGB', 'BayFTG'])
  })

  test('with the reminder, and interest the day after', () => {
    const remindersReceivedOn = days('2026-04-02', '2026-03-20')
    expect(defaultOf({ remindersReceivedOn })).toEqual(['2026-03-20', '2026-03-21', 'de.late.reminder'])
  })

  test('not with a reminder on or before the due day', () => {
    expect(defaultOf({ remindersReceivedOn: days('2026-03-10', '2026-03-01') })).toBe('de.late.no_notice')
  })

  test('after the time that the reminder gave', () => {
    const remindersWithTerm = [{ receivedOn: day('2026-03-20'), payBy: day('2026-04-03') }]
    // 3 April 2026 is Good Friday, the sixth is Easter Monday.
    expect(defaultOf({ remindersWithTerm })).toEqual(['2026-04-08', '2026-04-08', 'de.late.reminder.term'])
  })

  test('thirty days after the invoice, of a consumer only where the invoice said so', () => {
    const facts = { invoiceReceivedOn: day('2026-04-15') }
    const thirty = ['2026-05-16', '2026-05-16', 'de.late.thirty_days']
    expect(defaultOf({ ...facts, debtor: 'business' })).toEqual(thirty)
    expect(defaultOf({ ...facts, invoiceNotice: true })).toEqual(thirty)
    expect(defaultOf(facts)).toBe('de.late.no_notice')
  })

  test('thirty days after the performance, of a business of which nobody knows when the invoice came', () => {
    const performed = { performanceReceivedOn: day('2026-04-15') }
    expect(defaultOf({ ...performed, debtor: 'business' })[0]).toBe('2026-05-16')
    expect(defaultOf({ ...performed, debtor: 'business', invoiceReceivedOn: day('2026-04-20') })[0]).toBe('2026-05-21')
    expect(defaultOf({ ...performed, invoiceNotice: true })).toBe('de.late.no_receipt')
  })

  test('on the thirtieth day itself or the working day after it, as was chosen', () => {
    const facts = { debtor: 'business', invoiceReceivedOn: day('2026-01-15'), dueOn: day('2026-01-15') } as const
    const fixed = { ...settings, choices: { ...settings.choices, thirty_days: 'fixed' } }
    expect(defaultOf(facts)[0]).toBe('2026-02-17')
    expect(defaultOf(facts, fixed)[0]).toBe('2026-02-15')
  })

  test('with a final refusal, not before the due day', () => {
    expect(defaultOf({ refusedOn: day('2026-03-30') })).toEqual(['2026-03-30', '2026-03-31', 'de.late.refusal'])
    expect(defaultOf({ refusedOn: day('2026-03-01') })).toEqual(['2026-03-11', '2026-03-11', 'de.late.refusal.early'])
  })

  test('with whatever comes first', () => {
    const facts = { debtor: 'business', invoiceReceivedOn: day('2026-03-10'), refusedOn: day('2026-05-01') } as const
    expect(defaultOf({ ...facts, remindersReceivedOn: days('2026-03-12') })[2]).toBe('de.late.reminder')
    expect(defaultOf(facts)[2]).toBe('de.late.thirty_days')
  })

  test('never where the debtor is not at fault', () => {
    expect(defaultOf({ dueAgreed: true, debtorAtFault: false })).toBe('de.late.no_fault')
  })

  test('not yet where nothing is known, and it says what is missing', () => {
    expect(defaultOf({})).toBe('de.late.no_notice')
    expect(defaultOf({ debtor: 'business' })).toBe('de.late.no_receipt')
    expect(defaultOf({ forPerformance: false })).toBe('de.late.no_reminder')
  })
})

describe('the flat compensation', () => {
  const business = { ...CLAIM, debtor: 'business', dueAgreed: true } as const

  test.each([
    ['a business in default owes 40 euros', business, 4000, 'de.flat.due'],
    ['a consumer owes none', { ...business, debtor: 'consumer' }, 0, 'de.flat.consumer'],
    ['none for what is no price', { ...business, forPerformance: false }, 0, 'de.flat.no_price'],
    [
      'none by a contract up to 28 July 2014',
      { ...business, contractOn: day('2014-07-28') },
      0,
      'de.flat.old_contract',
    ],
    ['none before default', { ...business, dueAgreed: false }, 0, 'de.flat.not_late'],
  ] as const)('%s', (_, facts, amount, key) => {
    expect(flatCompensation(facts, settings)).toMatchObject({ amount, why: { key, amount } })
  })

  test('is credited on legal cost, so that the greater of both is owed', () => {
    expect(creditFlat(minor(4000), minor(7200))).toEqual({ further: 3200, total: 7200 })
    expect(creditFlat(minor(4000), minor(2249))).toEqual({ further: 0, total: 4000 })
    expect(creditFlat(minor(0), minor(2249))).toEqual({ further: 2249, total: 2249 })
  })
})

describe('own reminders', () => {
  test('cost nothing before default, and the one that brings it about is free', () => {
    expect(dunningFeeLimit(CLAIM, settings)).toMatchObject({ perLetter: 120, freeLetters: 1 })
    expect(dunningFeeLimit(CLAIM, settings).chargeableFrom).toBeUndefined()
    const reminded = { ...CLAIM, remindersReceivedOn: days('2026-03-20') }
    expect(dunningFeeLimit(reminded, settings)).toMatchObject({ freeLetters: 1, chargeableFrom: '2026-03-21' })
  })

  test('may cost something from the first on where the due day alone brings default', () => {
    const agreed = dunningFeeLimit({ ...CLAIM, dueAgreed: true }, settings)
    expect(agreed).toMatchObject({ freeLetters: 0, chargeableFrom: '2026-03-11' })
  })

  test('name no sum where only actual cost counts', () => {
    const given = { ...settings, choices: { ...settings.choices, dunning_fee: 'actual_cost' } }
    const limit = dunningFeeLimit(CLAIM, given)
    expect(limit.perLetter).toBeUndefined()
    expect(limit.why.key).toBe('de.dunning.actual')
  })

  test('an answer that a question does not have is a fault', () => {
    const given = { ...settings, choices: { dunning_fee: 'as much as possible' } }
    expect(() => dunningFeeLimit(CLAIM, given)).toThrow('no such answer to de.dunning_fee: as much as possible')
  })
})
