import { expect, test } from 'vitest'
import { addDays, day } from '../../calendar/index.ts'
import { endOfPeriod, isHoliday } from './holidays.ts'

test('Austria has thirteen public holidays a year, and Good Friday is none of them', () => {
  const days = Array.from({ length: 365 }, (_, index) => addDays(day('2026-01-01'), index)).filter(isHoliday)
  expect(days.map((each) => each.slice(5)).join(' ')).toBe(
    '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26',
  )
})

test('a period does not end on Good Friday', () => {
  expect(endOfPeriod(day('2026-04-03'))).toBe('2026-04-07')
  expect(endOfPeriod(day('2026-04-02'))).toBe('2026-04-02')
})
