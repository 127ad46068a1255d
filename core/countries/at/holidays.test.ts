import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../calendar/index.ts'
import { endOfPeriod, isHoliday } from './holidays.ts'

const FROM = day('2015-01-01')
const DAYS = daysBetween(FROM, day('2031-01-01'))

test('the public holidays of Austria are those of another list, every day from 2015 to 2030', () => {
  const other = new Holidays('AT')
  const theirs = new Set<string>()
  for (let year = 2015; year <= 2030; year++) {
    for (const { date, type } of other.getHolidays(year)) if (type === 'public') theirs.add(date.slice(0, 10))
  }
  const ours = Array.from({ length: DAYS }, (_, index) => addDays(FROM, index)).filter(isHoliday)
  expect(ours).toEqual([...theirs].toSorted())
})

test('a period does not end on Good Friday, which is no holiday', () => {
  expect(isHoliday(day('2026-04-03'))).toBe(false)
  expect(endOfPeriod(day('2026-04-03'))).toBe('2026-04-07')
  expect(endOfPeriod(day('2026-04-02'))).toBe('2026-04-02')
})
