import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween, fromEpochDay, weekday } from '../../calendar/index.ts'
import { explain } from '../../explanations/index.ts'
import { EUR, minor } from '../../money/index.ts'
import { isHoliday } from './holidays.ts'
import { SAFE_TERM, judgeWording, readTerm } from './letter-wording.ts'
import { TEXTS } from './texts/index.ts'
import { type LetterSent, leavesFullTerm, letterTerm, presumedDelivery, warningOf } from './veertiendagenbrief.ts'

const anyDay = fc.integer({ min: 15_000, max: 25_000 }).map(fromEpochDay)

describe('the days of a fourteen-day letter', () => {
  it('counts ordinary mail as delivered on the second day, without Sunday, Monday and holidays', () => {
    expect(presumedDelivery(day('2026-10-06'))).toBe('2026-10-08')
    expect(presumedDelivery(day('2026-10-02'))).toBe('2026-10-06')
    expect(presumedDelivery(day('2026-10-03'))).toBe('2026-10-07')
    // Christmas Day is a Friday, Boxing Day a Saturday; Sunday and Monday follow.
    expect(presumedDelivery(day('2026-12-23'))).toBe('2026-12-29')
  })

  it('never delivers on a Sunday, a Monday, a holiday, or before the second day', () => {
    fc.assert(
      fc.property(anyDay, (posted) => {
        const delivered = presumedDelivery(posted)
        expect([7, 1]).not.toContain(weekday(delivered))
        expect(isHoliday(delivered)).toBe(false)
        expect(daysBetween(posted, delivered)).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('runs fourteen full days from the day after receipt', () => {
    const { firstDay, lastDay, costsDueFrom } = letterTerm(day('2026-11-02'))
    expect([firstDay, lastDay, costsDueFrom]).toEqual(['2026-11-03', '2026-11-16', '2026-11-17'])
  })

  it('ends on the next working day only where that is chosen', () => {
    const received = day('2026-10-10') // fourteen days on is a Saturday
    expect(letterTerm(received).lastDay).toBe('2026-10-24')
    expect(letterTerm(received, 'next_working_day').lastDay).toBe('2026-10-26')
  })

  it('leaves the full term with a named last day only if that day is late enough', () => {
    expect(leavesFullTerm(day('2026-11-16'), day('2026-11-02'))).toBe(true)
    expect(leavesFullTerm(day('2026-11-15'), day('2026-11-02'))).toBe(false)
  })
})

describe('the wording of a fourteen-day letter', () => {
  it.each([
    [SAFE_TERM.nl, 'valid'],
    [SAFE_TERM.de, 'valid'],
    [SAFE_TERM.en, 'valid'],
    ['binnen vijftien dagen nadat deze brief bij u is bezorgd', 'valid'],
    ['within fifteen days after the date of delivery', 'valid'],
    ['binnen 14 dagen na heden', 'invalid'],
    ['binnen veertien dagen na dagtekening van deze brief', 'invalid'],
    ['binnen veertien dagen na verzending', 'invalid'],
    ['within 13 days from the day after delivery', 'invalid'],
    ['binnen veertien dagen nadat deze brief is bezorgd', 'invalid'],
    ['within 30 days from today', 'invalid'],
  ])('%s: %s', (words, verdict) => {
    const term = readTerm(words)
    expect(term && judgeWording(term).verdict).toBe(verdict)
  })

  it.each(['zo spoedig mogelijk', 'vóór 15 oktober', 'binnen de termijn'])('is unclear: %s', (words) => {
    expect(readTerm(words)).toBeUndefined()
  })
})

describe('what is said about a letter', () => {
  it.each(['de', 'en'] as const)('can be read in %s', (language) => {
    const lines = [
      letterTerm(day('2026-11-02')).why,
      judgeWording({ days: 14, from: 'day_after_delivery' }).why,
      judgeWording({ days: 14, from: 'delivery' }).why,
      judgeWording({ days: 30, from: 'sending' }).why,
    ]
    for (const each of lines) expect(explain(each, TEXTS[language], language, EUR).text).not.toMatch(/[{}]/)
  })
})

describe('a letter that was sent', () => {
  const sent: LetterSent = {
    receivedOn: day('2026-11-02'),
    lateFrom: day('2026-10-20'),
    term: { days: 14, from: 'day_after_delivery' },
    statesConsequence: true,
    statesCosts: true,
    payments: [],
  }

  it('counts as a warning if it says all it must', () => {
    expect(warningOf(sent)).toEqual({ receivedOn: sent.receivedOn, valid: true, paidInTerm: 0 })
  })

  it.each([
    ['its term starts too early', { term: { days: 14, from: 'letter_date' } }],
    ['its last day is a day too early', { term: { lastDay: day('2026-11-15') } }],
    ['it names no consequence', { statesConsequence: false }],
    ['it names no costs', { statesCosts: false }],
    ['it came before default', { lateFrom: day('2026-11-03') }],
  ] as const)('is void if %s', (_, change) => {
    expect(warningOf({ ...sent, ...change }).valid).toBe(false)
  })

  it('counts payments within its term, the last day included', () => {
    const { lastDay } = letterTerm(sent.receivedOn)
    const payments = [sent.receivedOn, lastDay, addDays(lastDay, 1)].map((on) => ({ on, amount: minor(100) }))
    expect(warningOf({ ...sent, payments }).paidInTerm).toBe(100)
  })
})
