import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import type { LimitationEvent, LimitationFacts } from '../../limitation/index.ts'
import { limitation } from './limitation.ts'

const on = day('2025-02-10')
const end = (events: readonly LimitationEvent[], claim: LimitationFacts['claim'] = 'contract'): string | undefined =>
  limitation({ claim, arisenOn: day('2023-06-12'), events }).lastDay

describe('limitation in Austria', () => {
  test('is three years to the day, whatever reminders were sent', () => {
    expect(end([])).toBe('2026-06-12')
    expect(end([{ kind: 'written_reminder', on }])).toBe('2026-06-12')
  })

  test('begins anew with an acknowledgement before its end, not after it', () => {
    expect(end([{ kind: 'acknowledgement', on }])).toBe('2028-02-10')
    expect(end([{ kind: 'acknowledgement', on: day('2026-06-13') }])).toBe('2026-06-12')
  })

  test('does not end while a suit is pursued, and is as if nothing had been filed where it was left standing', () => {
    const suit = { kind: 'suit', filedOn: on, servedSoon: true } as const
    expect(end([suit])).toBeUndefined()
    expect(end([{ ...suit, lastActOn: day('2025-09-01') }])).toBe('2026-06-12')
    expect(end([{ ...suit, filedOn: day('2026-07-01') }])).toBe('2026-06-12')
  })

  test('is not lengthened by what the sources leave open; a part payment is named as a chance', () => {
    const events: LimitationEvent[] = [
      { kind: 'negotiation', from: on },
      { kind: 'insolvency_filing', filedOn: on, servedSoon: true },
      { kind: 'part_payment', on },
    ]
    expect(end(events)).toBe('2026-06-12')
    const { moves } = limitation({ claim: 'contract', arisenOn: day('2023-06-12'), events })
    expect(moves.map(({ key }) => key)).toContain('at.limitation.move.part_payment')
  })

  test('of a title is thirty years, from its last enforcement', () => {
    const title = { kind: 'title', finalOn: on } as const
    expect(end([title])).toBe('2055-02-10')
    expect(end([title, { kind: 'enforcement', on: day('2031-05-05') }])).toBe('2061-05-05')
    expect(end([title, { kind: 'enforcement', on: day('2024-05-05') }])).toBe('2055-02-10')
  })

  test('takes the shortest period that can hold for other claims', () => {
    expect(end([], 'other')).toBe('2026-06-12')
  })
})
