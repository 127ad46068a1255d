import { day } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { expect, test } from 'vitest'
import type { Why } from './plan.ts'
import { WHY_KINDS, whyAnswer } from './why.ts'

const ON = day('2026-11-30')

const REASONS: readonly Why[] = [
  { kind: 'nothing_open' },
  { kind: 'in_collection' },
  { kind: 'ended', state: 'paid' },
  { kind: 'not_yet', on: ON, level: 2 },
  { kind: 'hold', until: ON },
  { kind: 'debtor_hold', reason: 'dispute' },
  { kind: 'disputed' },
  { kind: 'clarification' },
  { kind: 'promised', by: ON },
  { kind: 'moved', on: ON, level: 1 },
  { kind: 'stopped', level: 1 },
  { kind: 'level_stop', level: 2 },
  { kind: 'last_level' },
  { kind: 'no_way_to_send', channel: 'letter' },
  { kind: 'too_little', open: minor(320), least: minor(500) },
  { kind: 'other_currency', currency: 'CHF' },
]

test('every reason for no letter is a sentence without a gap, in both languages', () => {
  expect(REASONS.map(({ kind }) => kind)).toEqual(WHY_KINDS.filter((kind) => kind !== 'interest_unknown'))
  for (const why of REASONS)
    for (const locale of ['de', 'en'] as const) {
      const { title, detail } = whyAnswer(why, locale)
      expect(`${title} ${detail}`).not.toMatch(/[{}]/)
    }
})
