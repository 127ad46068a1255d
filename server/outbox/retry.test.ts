import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLate, retryAfter } from './retry.ts'

const MIDDLE = 0.5
const HOUR = 3600
const DAY = 24 * HOUR

const waits = (tries: number): number[] => Array.from({ length: tries }, (_, index) => retryAfter(index + 1, MIDDLE))

test('a message is tried again within seconds at first, then less and less often', () => {
  const found = waits(20)
  expect(found[0]).toBeLessThanOrEqual(2)
  expect(found.slice(0, 4).reduce((total, wait) => total + wait, 0)).toBeLessThan(120)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
})

test('it is never given up: at last it is tried once an hour', () => {
  expect(retryAfter(50, MIDDLE)).toBeCloseTo(HOUR)
  expect(retryAfter(5000, MIDDLE)).toBeCloseTo(HOUR)
})

test('a person is told after more than a day and less than two', () => {
  const tries = waits(100).findIndex((_, index) => isLate(index + 1))
  const waited = waits(tries).reduce((total, wait) => total + wait, 0)
  expect(waited).toBeGreaterThan(DAY)
  expect(waited).toBeLessThan(2 * DAY)
})

test('the spread moves a try by a tenth at most, to either side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, spread) => {
      const [middle, moved] = [retryAfter(attempts, MIDDLE), retryAfter(attempts, spread)]
      expect(Math.abs(moved - middle)).toBeLessThanOrEqual(middle * 0.1 + 1e-9)
    }),
  )
})
