import { describe, expect, test } from 'vitest'
import { allocation } from './allocation.ts'
import { SETTINGS } from './settings.ts'
import { TRUSTING, chosen } from './testing.ts'

const order = (...given: Parameters<typeof allocation>): string => {
  const rule = allocation(...given)
  return rule.ok ? rule.value.order.join(' ') : rule.refusal.code
}

describe('the order of payments in Austria', () => {
  test('is interest, principal, and only then what the statute does not name', () => {
    expect(order(SETTINGS)).toBe('interest principal court costs charges flat')
  })

  test('puts costs first where that was agreed', () => {
    expect(order(chosen({ costs_position: 'agreed_before_interest' }))).toBe(
      'court costs charges flat interest principal',
    )
  })

  test('puts costs first by practice only where what is not established is trusted', () => {
    expect(order(chosen({ costs_position: 'before_interest' }))).toBe('law_not_established')
    expect(order(chosen({ costs_position: 'before_interest' }, TRUSTING))).toMatch(/^court costs/)
  })
})
