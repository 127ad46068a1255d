import { expect, test } from 'vitest'
import { instant } from '@mahnwerk/core/calendar'
import { addSeconds, dayOf, secondsBetween, systemClock } from './clock.ts'

test.each([
  ['2026-11-21T22:59:59.999Z', '2026-11-21'],
  ['2026-11-21T23:00:00.000Z', '2026-11-22'],
  ['2026-07-01T21:59:59.000Z', '2026-07-01'],
  ['2026-07-01T22:00:00.000Z', '2026-07-02'],
  ['2026-12-31T23:30:00.000Z', '2027-01-01'],
  ['2026-03-29T00:59:59.000Z', '2026-03-29'],
])('at %s it is the day %s where the creditors live, in winter as in summer', (at, expected) => {
  expect(dayOf(instant(at))).toBe(expected)
})

test('seconds added are the seconds between, over the change to summer time too', () => {
  const from = instant('2026-03-28T23:59:58.500Z')
  const to = addSeconds(from, 90_000)
  expect(to).toBe('2026-03-30T00:59:58.500Z')
  expect(secondsBetween(from, to)).toBe(90_000)
  expect(secondsBetween(to, from)).toBe(-90_000)
})

test('the real clock says a moment in UTC', () => {
  expect(Math.abs(Date.parse(systemClock.now()) - Date.now())).toBeLessThan(1000)
})
