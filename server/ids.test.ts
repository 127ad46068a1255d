import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createIds } from './ids.ts'

const AT = Date.UTC(2026, 10, 21, 9)
const many = (newId: () => string, count: number): string[] => Array.from({ length: count }, newId)

function rises(ids: readonly string[]): boolean {
  return ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))
}

describe('an id', () => {
  test('is a UUID of version 7 and of the variant of RFC 9562, whatever chance brings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (chance) => {
        const [id] = many(
          createIds(
            () => AT,
            () => chance,
          ),
          1,
        )
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      }),
    )
  })

  test('begins with its millisecond', () => {
    const id = createIds(() => AT)()
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(AT)
  })

  test('has sixty-two bits of chance behind', () => {
    const ids = many(
      createIds(
        () => AT,
        (bytes) => new Uint8Array(bytes).fill(0xff),
      ),
      1,
    )
    expect(ids[0]?.slice(19)).toBe('bfff-ffffffffffff')
  })

  test('is greater than every one before, also of more in a millisecond than its counter has', () => {
    const ids = many(
      createIds(() => AT),
      10_000,
    )
    expect(rises(ids)).toBe(true)
    expect(new Set(ids).size).toBe(10_000)
  })

  test('is greater than every one before, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 200 }), (steps) => {
        let now = AT
        const clock = steps.values()
        const newId = createIds(() => (now += clock.next().value ?? 0))
        expect(rises(many(newId, steps.length))).toBe(true)
      }),
    )
  })
})
