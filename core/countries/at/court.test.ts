import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import { minor } from '../../money/index.ts'
import { courtCosts } from './court.ts'
import { orderPeriods } from './procedure.ts'
import { SETTINGS } from './settings.ts'
import { filing } from './testing.ts'

const fee = (known: Parameters<typeof filing>[0]): number | string => {
  const note = courtCosts(filing(known), SETTINGS)
  return note.ok ? note.value.total : note.refusal.code
}

describe('the court fee in Austria', () => {
  test('is that of the day of filing', () => {
    expect(fee({ filedOn: day('2025-03-31') })).toBe(11_400)
    expect(fee({ filedOn: day('2025-04-01') })).toBe(14_000)
    expect(fee({ filedOn: day('2021-04-30') })).toBe('law_before_records')
  })

  test('covers the suit after an objection', () => {
    expect(fee({ act: 'suit', afterOrderForPayment: true })).toBe(0)
  })

  test('above 350,000 euros is known for filings until March 2025 only', () => {
    const value = minor(40_000_000)
    expect(fee({ act: 'suit', value, filedOn: day('2025-03-31') })).toBe(900_300)
    expect(fee({ act: 'suit', value })).toBe('court_no_tariff')
  })

  test('is refused where somebody else’s fee would be missing from the sum', () => {
    expect(fee({ representative: 'lawyer' })).toBe('court_no_tariff')
    expect(fee({ representative: 'agency' })).toBe('court_not_admissible')
    expect(fee({ act: 'enforcement' })).toBe('court_no_tariff')
    expect(fee({ value: minor(7_500_001) })).toBe('court_not_admissible')
  })

  test('never falls with the value', () => {
    const value = fc.integer({ min: 1, max: 35_000_000 }).map(minor)
    fc.assert(
      fc.property(value, value, fc.constantFrom('2022-01-01', '2026-01-01'), (a, b, text) => {
        const [small, large] = a < b ? [a, b] : [b, a]
        const [less, more] = [small, large].map((each) => fee({ act: 'suit', value: each, filedOn: day(text) }))
        expect(Number(less)).toBeLessThanOrEqual(Number(more))
      }),
    )
  })
})

describe('the periods of an order to pay', () => {
  test('are 14 days and four weeks', () => {
    expect(orderPeriods(day('2026-10-06'))).toMatchObject({ payBy: '2026-10-20', objectBy: '2026-11-03' })
  })

  test('end on the next working day where they would end on Good Friday or a holiday', () => {
    const periods = orderPeriods(day('2026-03-20'))
    expect(periods).toMatchObject({ payBy: '2026-04-07', objectBy: '2026-04-17' })
  })
})
