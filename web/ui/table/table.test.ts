import { describe, expect, it } from 'vitest'
import { moveTo } from './row-keys.ts'
import { between, ticked } from './selection.ts'

describe('the keys of a list', () => {
  it('move by one, by a page, to both ends, and stay inside', () => {
    expect(moveTo('ArrowDown', 0, 30)).toBe(1)
    expect(moveTo('ArrowDown', 29, 30)).toBe(29)
    expect(moveTo('ArrowUp', 0, 30)).toBe(0)
    expect(moveTo('PageDown', 5, 30)).toBe(15)
    expect(moveTo('PageUp', 5, 30)).toBe(0)
    expect(moveTo('Home', 12, 30)).toBe(0)
    expect(moveTo('End', 12, 30)).toBe(29)
  })

  it('leave every other key alone, and all keys in an empty list', () => {
    expect(moveTo('a', 3, 30)).toBeUndefined()
    expect(moveTo('ArrowDown', 0, 0)).toBeUndefined()
  })
})

describe('ticking rows', () => {
  const order = ['a', 'b', 'c', 'd', 'e']

  it('covers all rows between two, in either direction', () => {
    expect(between(order, 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(between(order, 'd', 'b')).toEqual(['b', 'c', 'd'])
  })

  it('takes only the row itself when the other one is no longer there', () => {
    expect(between(order, 'gone', 'd')).toEqual(['d'])
  })

  it('adds and takes away without touching the others', () => {
    expect([...ticked(new Set(['a']), ['c', 'd'], true)]).toEqual(['a', 'c', 'd'])
    expect([...ticked(new Set(['a', 'c', 'd']), ['c', 'd'], false)]).toEqual(['a'])
  })
})
