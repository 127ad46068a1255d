import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryAfter } from './retry.ts'

const MIDDLE = 0.5

function waits(): number[] {
  const found: number[] = []
  for (let attempts = 1, wait = retryAfter(1, MIDDLE); wait !== undefined; wait = retryAfter((attempts += 1), MIDDLE)) {
    found.push(wait)
  }
  return found
}

test('a message is tried again within seconds at first, then less and less often', () => {
  const found = waits()
  expect(found[0]).toBeLessThanOrEqual(2)
  expect(found.slice(0, 4).reduce((total, wait) => total + wait, 0)).toBeLessThan(120)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
})

test('it is given up after about four days, and not before three', () => {
  const days = waits().reduce((total, wait) => total + wait, 0) / 86_400
  expect(days).toBeGreaterThan(3)
  expect(days).toBeLessThan(5)
  expect(retryAfter(waits().length + 1, MIDDLE)).toBeUndefined()
})

test('the spread moves a try by a tenth at most, to either side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 13 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, spread) => {
      const [middle = 0, moved = 0] = [retryAfter(attempts, MIDDLE), retryAfter(attempts, spread)]
      expect(Math.abs(moved - middle)).toBeLessThanOrEqual(middle * 0.1 + 1e-9)
    }),
  )
})
