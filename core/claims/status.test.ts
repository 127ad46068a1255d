import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../calendar/index.ts'
import { minor } from '../money/index.ts'
import { STATUS_ORDER, daysOverdue, isHeld, standingOf, statusOf } from './status.ts'
import { TODAY, anyClaim, claim } from './testing.ts'

const open = (principal: number) => ({ ...claim().open, principal: minor(principal) })

test('an invoice due today is not overdue, one due yesterday is, one due tomorrow is expected', () => {
  expect(statusOf(claim({ dueDate: TODAY }), TODAY, 3)).toEqual({ kind: 'due_today' })
  expect(statusOf(claim({ dueDate: addDays(TODAY, -1) }), TODAY, 3)).toEqual({ kind: 'overdue', days: 1 })
  expect(statusOf(claim({ dueDate: addDays(TODAY, 1) }), TODAY, 3)).toEqual({
    kind: 'due_later',
    on: day('2026-10-15'),
  })
  expect(daysOverdue(claim({ dueDate: TODAY }), TODAY)).toBeUndefined()
})

test('the first notices are told by their number, the last one as the last', () => {
  expect(statusOf(claim({ dunningLevel: 2 }), TODAY, 3)).toEqual({ kind: 'reminded', level: 2 })
  expect(statusOf(claim({ dunningLevel: 3 }), TODAY, 3)).toEqual({ kind: 'final_notice', level: 3 })
})

test('a part payment is told until a notice goes out', () => {
  expect(statusOf(claim({ open: open(12_000) }), TODAY, 3)).toEqual({ kind: 'partly_paid', paid: 6_450 })
  expect(statusOf(claim({ open: open(12_000), dunningLevel: 1 }), TODAY, 3)).toEqual({ kind: 'reminded', level: 1 })
})

test('a hold hides the notices up to and including its last day', () => {
  const held = claim({ dunningLevel: 3, marker: { kind: 'hold', until: TODAY, note: '' } })
  expect(statusOf(held, TODAY, 3)).toEqual({ kind: 'hold', until: TODAY })
  expect(statusOf(held, addDays(TODAY, 1), 3)).toEqual({ kind: 'final_notice', level: 3 })
})

test('what is over or at a partner wins over what was noted', () => {
  const marker = { kind: 'disputed', note: '' } as const
  expect(statusOf(claim({ state: 'paid', open: open(0), marker }), TODAY, 3)).toEqual({ kind: 'paid' })
  expect(statusOf(claim({ state: 'collection', partner: 'Kranich', marker }), TODAY, 3)).toEqual({
    kind: 'in_collection',
    partner: 'Kranich',
  })
  expect(statusOf(claim({ marker }), TODAY, 3)).toEqual({ kind: 'disputed' })
})

test('every claim has one status of the order, and nothing that is over is overdue', () => {
  fc.assert(
    fc.property(anyClaim, (any) => {
      const { kind } = statusOf(any, TODAY, 3)
      const days = daysOverdue(any, TODAY)
      const owed = any.state === 'open' || any.state === 'collection'
      expect(STATUS_ORDER).toContain(kind)
      expect(days === undefined || (owed && days > 0)).toBe(true)
      expect(kind === 'overdue' && days === undefined).toBe(false)
    }),
  )
})

test('the day changes a status only by the due date or the end of a hold', () => {
  fc.assert(
    fc.property(anyClaim, fc.integer({ min: 0, max: 90 }), (any, days) => {
      const later = addDays(TODAY, days)
      if (standingOf(any, 3) === 'plain' || isHeld(any, TODAY) !== isHeld(any, later)) return
      expect(statusOf(any, later, 3)).toEqual(statusOf(any, TODAY, 3))
    }),
  )
})
