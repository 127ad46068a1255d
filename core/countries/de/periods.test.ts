import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, fromEpochDay, isWorkingDay, toEpochDay } from '../../calendar/index.ts'
import { REGIONS, holidaysOf } from './holidays.ts'
import { type PeriodUnit, countedEnd, periodEnd } from './periods.ts'

const event = fc.integer({ min: toEpochDay(day('2000-01-01')), max: toEpochDay(day('2040-12-31')) }).map(fromEpochDay)
const unit = fc.constantFrom<PeriodUnit>('day', 'week', 'month', 'year')
const region = fc.constantFrom(...Object.keys(REGIONS))

describe('a period', () => {
  test('ends on the last day of a month that lacks the day', () => {
    expect(countedEnd({ event: day('2026-01-31'), length: 1, unit: 'month' })).toBe('2026-02-28')
    expect(countedEnd({ event: day('2024-02-29'), length: 1, unit: 'year' })).toBe('2025-02-28')
  })

  test('passes over Christmas and New Year as each Land has them', () => {
    const served = { event: day('2025-12-23'), length: 2, unit: 'week' } as const
    expect(periodEnd(served, 'BE')).toBe('2026-01-06')
    expect(periodEnd(served, 'BY')).toBe('2026-01-07')
    expect(periodEnd({ event: day('2026-12-11'), length: 2, unit: 'week' }, 'BE')).toBe('2026-12-28')
  })

  test('always ends on a working day, the first from the counted one on', () => {
    fc.assert(
      fc.property(event, fc.nat({ max: 60 }), unit, region, (on, length, of, where) => {
        const period = { event: on, length, unit: of }
        const [counted, end] = [countedEnd(period), periodEnd(period, where)]
        expect(isWorkingDay(end, holidaysOf(where))).toBe(true)
        for (let each = counted; each < end; each = addDays(each, 1)) {
          expect(isWorkingDay(each, holidaysOf(where))).toBe(false)
        }
      }),
    )
  })
})
