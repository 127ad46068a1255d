import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalDate, addDays, day, fromEpochDay, toEpochDay } from '../../calendar/index.ts'
import type { LimitationEvent, LimitationFacts } from '../../limitation/index.ts'
import { GERMANY } from './index.ts'

const CLAIM = { claim: 'contract', arisenOn: day('2023-05-01'), knownOn: day('2023-05-01') } as const

function endOf(events: readonly LimitationEvent[], facts: Omit<LimitationFacts, 'events'> = CLAIM): string | undefined {
  return GERMANY.limitation({ ...facts, events }).lastDay
}

const order = (
  filedOn: string,
  more: Partial<Extract<LimitationEvent, { filedOn: LocalDate }>> = {},
): LimitationEvent => ({
  kind: 'order_for_payment',
  filedOn: day(filedOn),
  servedSoon: true,
  ...more,
})

describe('a claim is barred', () => {
  test('three years after the end of the year in which it arose and was known', () => {
    expect(endOf([])).toBe('2026-12-31')
    expect(endOf([], { ...CLAIM, knownOn: day('2024-01-01') })).toBe('2027-12-31')
  })

  test('ten years to the day after it arose where nobody knew, or knew late', () => {
    expect(endOf([], { claim: 'contract', arisenOn: day('2020-06-15') })).toBe('2030-06-15')
    expect(endOf([], { claim: 'contract', arisenOn: day('2020-06-15'), knownOn: day('2028-01-01') })).toBe('2030-06-15')
  })

  test('no later for reminders', () => {
    const { lastDay, why } = GERMANY.limitation({
      ...CLAIM,
      events: [{ kind: 'written_reminder', on: day('2026-12-01') }],
    })
    expect(lastDay).toBe('2026-12-31')
    expect(why.lines.map(({ key }) => key)).toContain('de.limitation.reminder')
  })

  test('not while an order for payment is under way', () => {
    expect(endOf([order('2026-12-20')])).toBeUndefined()
  })

  test('six months and the rest of the period after its last step', () => {
    expect(endOf([order('2026-12-20', { lastActOn: day('2027-02-01') })])).toBe('2027-08-13')
  })

  test('as before where the order is not served soon and served too late', () => {
    const late = order('2026-12-20', { servedSoon: false, servedOn: day('2027-03-01'), lastActOn: day('2027-03-01') })
    expect(endOf([late])).toBe('2026-12-31')
    expect(endOf([order('2026-12-20', { servedSoon: false })])).toBe('2026-12-31')
  })

  test('no sooner than three months after negotiations', () => {
    const talks = { kind: 'negotiation', from: day('2026-12-28'), until: day('2027-01-03') } as const
    expect(endOf([talks])).toBe('2027-04-03')
    const early = { kind: 'negotiation', from: day('2025-03-01'), until: day('2025-03-31') } as const
    expect(endOf([early])).toBe('2027-01-31')
  })

  test('no later for talks before the period began', () => {
    expect(endOf([{ kind: 'negotiation', from: day('2023-06-01'), until: day('2023-07-01') }])).toBe('2026-12-31')
  })

  test('no later twice for days that two suspensions share', () => {
    const talks = { kind: 'negotiation', from: day('2025-03-01'), until: day('2025-03-31') } as const
    const within = { kind: 'negotiation', from: day('2025-03-10'), until: day('2025-03-20') } as const
    expect(endOf([talks, within])).toBe('2027-01-31')
  })

  test('three years to the day after a part payment or an acknowledgement', () => {
    expect(endOf([{ kind: 'part_payment', on: day('2025-04-10') }])).toBe('2028-04-10')
    expect(endOf([{ kind: 'acknowledgement', on: day('2026-12-31') }])).toBe('2029-12-31')
  })

  test('no later for a part payment before the period began, or after its end', () => {
    expect(endOf([{ kind: 'part_payment', on: day('2023-10-01') }])).toBe('2026-12-31')
    expect(endOf([{ kind: 'part_payment', on: day('2027-01-01') }])).toBe('2026-12-31')
  })

  test('three years after a suspension during which the debtor acknowledged', () => {
    const talks = { kind: 'negotiation', from: day('2025-03-01'), until: day('2025-09-30') } as const
    expect(endOf([talks, { kind: 'acknowledgement', on: day('2025-05-05') }])).toBe('2028-09-30')
  })

  test('thirty years after a title, and again after enforcement', () => {
    const title = { kind: 'title', finalOn: day('2026-05-10') } as const
    expect(endOf([order('2026-02-01'), title])).toBe('2056-05-10')
    expect(endOf([title, { kind: 'enforcement', on: day('2040-01-15') }])).toBe('2070-01-15')
  })
})

const someDay = fc.integer({ min: toEpochDay(day('2023-01-01')), max: toEpochDay(day('2029-12-31')) }).map(fromEpochDay)
const span = fc.tuple(someDay, fc.integer({ min: 0, max: 400 }))
const suspending = fc.oneof(
  span.map(([from, days]): LimitationEvent => ({ kind: 'negotiation', from, until: addDays(from, days) })),
  span.map(([filedOn, days]): LimitationEvent => {
    return { kind: 'suit', filedOn, servedSoon: true, lastActOn: addDays(filedOn, days) }
  }),
)
const events = fc.array(
  fc.oneof(
    suspending,
    someDay.map((on): LimitationEvent => ({ kind: 'part_payment', on })),
    someDay.map((on): LimitationEvent => ({ kind: 'written_reminder', on })),
  ),
  { maxLength: 6 },
)

describe('whatever happens', () => {
  test('a suspension never brings the end nearer', () => {
    fc.assert(
      fc.property(events, suspending, (before, one) => {
        const without = endOf(before) ?? '9999'
        expect((endOf([...before, one]) ?? '9999') >= without).toBe(true)
      }),
    )
  })

  test('the order in which events were recorded does not matter', () => {
    fc.assert(
      fc.property(events, (given) => {
        expect(endOf(given.toReversed())).toBe(endOf(given))
      }),
    )
  })

  test('a claim is never barred before three years are over', () => {
    fc.assert(
      fc.property(events, (given) => {
        expect((endOf(given) ?? '9999') >= '2026-12-31').toBe(true)
      }),
    )
  })
})
