import { describe, expect, test } from 'vitest'
import { ZERO, minor } from '../money/index.ts'
import { type Processing, ifIdle, paymentAxis } from './index.ts'
import { TODAY, caseOf } from './testing.ts'

const open = (principal: number, costs = 0) => ({
  principal: minor(principal),
  charges: ZERO,
  interest: ZERO,
  costs: minor(costs),
})

describe('what came', () => {
  test.each([
    ['unpaid', 0, open(10_000), 0],
    ['part', 3_000, open(7_000), 0],
    ['principal_paid', 10_000, open(0, 2_000), 0],
    ['full', 12_000, open(0), 0],
    ['overpaid', 12_500, open(0), 500],
    ['principal_paid', 10_500, open(0, 2_000), 500],
    ['part', 10_500, open(500), 500],
  ] as const)('is %s', (axis, paid, rest, overpaid) => {
    expect(paymentAxis(minor(paid), rest, minor(overpaid))).toBe(axis)
  })
})

describe('if nobody does anything', () => {
  const accepted: Processing = { kind: 'accepted', caseNumber: 'AZ-1' }

  test.each([
    [{ kind: 'sent' }, { kind: 'partner_confirms' }],
    [{ kind: 'received' }, { kind: 'partner_confirms' }],
    [accepted, { kind: 'partner_writes' }],
    [
      { kind: 'paused', caseNumber: 'AZ-1', reason: '', until: TODAY },
      { kind: 'paused', until: TODAY },
    ],
    [{ kind: 'rejected', reason: 'abroad', text: '', repairable: true }, { kind: 'repair_needed' }],
    [{ kind: 'ended', reason: 'paid' }, { kind: 'nothing_more' }],
  ] as const)('%j: %j', (processing, expected) => {
    expect(ifIdle(caseOf({ processing }))).toEqual(expected)
  })

  test('the partner’s next day is named', () => {
    expect(ifIdle(caseOf({ processing: accepted, nextStepOn: TODAY }))).toEqual({ kind: 'partner_writes', on: TODAY })
  })

  test('an open question waits first, with its day and with what silence means', () => {
    const state = caseOf({ processing: accepted, stage: 'decision_needed' })
    const question = { answerBy: TODAY, ifSilent: 'Wir schreiben weiter.' }
    expect(ifIdle(state, question)).toEqual({ kind: 'question_waits', ...question })
  })

  test('court waits for a decision; it is never gone to by silence', () => {
    expect(ifIdle(caseOf({ processing: accepted, stage: 'decision_needed' }))).toEqual({ kind: 'decision_waits' })
  })
})
