import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalDate, addDays, day, weekday } from '../calendar/index.ts'
import { EUR, ZERO, minor } from '../money/index.ts'
import { accept, refuse } from '../refusals/index.ts'
import {
  type DunningClaim,
  type DunningDebtor,
  type DunningPolicy,
  decideDunning,
  faultsOf,
  planLetters,
  suggestCollection,
} from './index.ts'

const step = (level: number, afterDays: number, fee = 0) =>
  ({ level, afterDays, channel: 'letter', fee: minor(fee), periodDays: 10, interest: level > 1 }) as const
const POLICY: DunningPolicy = {
  name: 'Standard',
  currency: EUR,
  steps: [step(0, 3), step(1, 14), step(2, 14, 250), step(3, 14, 250)],
  grouping: 'per_debtor',
  leastOpen: minor(500),
}
const DEBTOR: DunningDebtor = { id: 'debtor', hasEmail: false, hasAddress: true }
const noHoliday = (): boolean => false
const claim = (parts: Partial<DunningClaim> = {}): DunningClaim => ({
  id: 'claim',
  state: 'open',
  marker: { kind: 'none' },
  dueDate: day('2026-03-02'), // a Monday
  open: minor(12_000),
  level: 0,
  ...parts,
})
const decided = (of: DunningClaim, today: string, debtor = DEBTOR) =>
  decideDunning(of, debtor, POLICY, day(today), noHoliday)

describe('a claim', () => {
  test('gets its friendly reminder when the days after its due day are over, and not a day earlier', () => {
    expect(decided(claim(), '2026-03-04')).toEqual({ due: false, why: { kind: 'not_yet', on: '2026-03-05', level: 0 } })
    expect(decided(claim(), '2026-03-05')).toMatchObject({ due: true, step: { level: 0 } })
  })

  test('gets its first notice after the reminder, which raised no level', () => {
    const reminded = claim({ lastNoticeOn: day('2026-03-05') })
    expect(decided(reminded, '2026-03-18')).toMatchObject({ due: false, why: { on: '2026-03-19', level: 1 } })
    expect(decided(reminded, '2026-03-19')).toMatchObject({ due: true, step: { level: 1 } })
  })

  test('waits for a working day', () => {
    const due = claim({ dueDate: day('2026-03-04') }) // three days later is a Saturday
    expect(decided(due, '2026-03-08')).toMatchObject({ due: false, why: { on: '2026-03-09' } })
    const holiday = (on: LocalDate): boolean => on === '2026-03-09'
    expect(decideDunning(due, DEBTOR, POLICY, day('2026-03-09'), holiday)).toMatchObject({ why: { on: '2026-03-10' } })
  })

  test('gets its next letter early where a person wishes it, though not before it is overdue nor twice a day', () => {
    const early = (of: DunningClaim, today: string) => decideDunning(of, DEBTOR, POLICY, day(today), noHoliday, true)
    expect(early(claim(), '2026-03-02')).toMatchObject({ why: { kind: 'not_yet', on: '2026-03-05' } })
    expect(early(claim(), '2026-03-03')).toMatchObject({ due: true, step: { level: 0 } })
    const reminded = claim({ lastNoticeOn: day('2026-03-05') })
    expect(early(reminded, '2026-03-05').due).toBe(false)
    expect(early(reminded, '2026-03-06')).toMatchObject({ due: true, step: { level: 1 } })
  })

  test('gets no letter beyond the last step', () => {
    expect(decided(claim({ level: 3, lastNoticeOn: day('2026-05-01') }), '2026-09-01')).toMatchObject({
      why: { kind: 'last_level' },
    })
  })

  test.each([
    ['in_collection', claim({ state: 'collection' })],
    ['ended', claim({ state: 'paid' })],
    ['nothing_open', claim({ open: ZERO })],
    ['hold', claim({ marker: { kind: 'hold', until: day('2026-09-01'), note: '' } })],
    ['promised', claim({ marker: { kind: 'promised', by: day('2026-09-01'), note: '' } })],
    ['disputed', claim({ marker: { kind: 'disputed', note: '' } })],
    ['clarification', claim({ marker: { kind: 'clarification', note: '' } })],
  ])('is not reminded: %s', (kind, of) => {
    expect(decided(of, '2026-09-01')).toMatchObject({ due: false, why: { kind } })
  })

  test('is reminded again by itself the day after a hold or a promise has run out', () => {
    for (const marker of [
      { kind: 'hold', until: day('2026-04-01'), note: '' } as const,
      { kind: 'promised', by: day('2026-04-01'), note: '' } as const,
    ]) {
      expect(decided(claim({ marker }), '2026-04-01').due).toBe(false)
      expect(decided(claim({ marker }), '2026-04-02').due).toBe(true)
    }
  })

  test('is not reminded while its debtor is held, or cannot be reached', () => {
    expect(decided(claim(), '2026-04-01', { ...DEBTOR, hold: { reason: 'insolvency' } })).toMatchObject({
      why: { kind: 'debtor_hold', reason: 'insolvency' },
    })
    expect(decided(claim(), '2026-04-01', { ...DEBTOR, hasAddress: false })).toMatchObject({
      why: { kind: 'no_way_to_send', channel: 'letter' },
    })
  })
})

describe('the letters of a debtor', () => {
  const plan = (claims: readonly DunningClaim[], policy = POLICY) =>
    planLetters(DEBTOR, claims, policy, day('2026-06-01'), noHoliday)

  test('put together what is due, with the voice and the fee of the highest level', () => {
    const claims = [
      claim({ id: 'young', dueDate: day('2026-05-01'), open: minor(1000) }),
      claim({ id: 'old', level: 1, lastNoticeOn: day('2026-05-01') }),
      claim({ id: 'later', dueDate: day('2026-05-30') }),
    ]
    const { letters, notReminded } = plan(claims)
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ open: 13_000, payBy: '2026-06-11', step: { level: 2, fee: 250 } })
    expect(letters[0]?.items.map((item) => [item.claim.id, item.step.level])).toEqual([
      ['old', 2],
      ['young', 0],
    ])
    expect(notReminded.map((each) => [each.claim.id, each.why.kind])).toEqual([['later', 'not_yet']])
  })

  test('are one for each invoice where the policy says so', () => {
    const claims = [claim({ id: 'a' }), claim({ id: 'b' })]
    expect(plan(claims, { ...POLICY, grouping: 'per_invoice' }).letters).toHaveLength(2)
  })

  describe('whose step demands interest', () => {
    const known = { level: 1, lastNoticeOn: day('2026-05-01'), interest: accept(minor(77)) }

    test('demand it of every item, up to their day; the others of none', () => {
      const claims = [
        claim({ id: 'a', ...known }),
        claim({ id: 'b', dueDate: day('2026-05-01'), interest: accept(minor(5)) }),
      ]
      expect(plan(claims).letters).toMatchObject([
        { step: { level: 2 }, open: 24_000, interest: 82, items: [{ interest: 77 }, { interest: 5 }] },
      ])
      expect(plan(claims.slice(1)).letters).toMatchObject([
        { step: { level: 0 }, interest: 0, items: [{ interest: 0 }] },
      ])
    })

    test('leave out a claim whose interest nobody knows, and speak as the others ask for', () => {
      const unknown = { ...known, interest: refuse('law_not_known_yet') }
      const claims = [claim({ id: 'a', ...unknown }), claim({ id: 'b', dueDate: day('2026-05-01') })]
      const { letters, notReminded } = plan(claims)
      expect(letters).toMatchObject([{ step: { level: 0 }, items: [{ claim: { id: 'b' } }] }])
      expect(notReminded).toMatchObject([
        { claim: { id: 'a' }, why: { kind: 'interest_unknown', refusal: { code: 'law_not_known_yet' } } },
      ])
    })

    test('are not written where what is left is too little', () => {
      const claims = [
        claim({ id: 'a', ...known, interest: refuse('law_not_known_yet') }),
        claim({ id: 'b', dueDate: day('2026-05-01'), open: minor(499) }),
      ]
      const { letters, notReminded } = plan(claims)
      expect(letters).toEqual([])
      expect(notReminded.map(({ claim: { id }, why }) => [id, why.kind])).toEqual([
        ['a', 'interest_unknown'],
        ['b', 'too_little'],
      ])
    })

    test('of a step that demands none, go out whatever the law knows', () => {
      const claims = [claim({ id: 'a', dueDate: day('2026-05-01'), interest: refuse('law_not_known_yet') })]
      expect(plan(claims).letters).toMatchObject([{ step: { level: 0 }, interest: 0 }])
    })
  })

  test('are not written for too little', () => {
    const { letters, notReminded } = plan([claim({ open: minor(499) })])
    expect(letters).toEqual([])
    expect(notReminded).toMatchObject([{ why: { kind: 'too_little', open: 499, least: 500 } }])
  })

  test('hold or explain every claim exactly once, on working days only', () => {
    const anyClaim = fc.record({
      level: fc.integer({ min: 0, max: 3 }),
      open: fc.integer({ min: 0, max: 5000 }).map(minor),
      dueDate: fc.nat(200).map((days) => addDays(day('2026-01-01'), days)),
      marker: fc.constantFrom({ kind: 'none' } as const, { kind: 'disputed', note: '' } as const),
      lastNoticeOn: fc.option(
        fc.nat(200).map((days) => addDays(day('2026-01-01'), days)),
        { nil: undefined },
      ),
    })
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 8 }), fc.boolean(), (list, single) => {
        const claims = list.map(({ lastNoticeOn, ...each }, index) =>
          claim({ ...each, id: `c${index}`, ...(lastNoticeOn === undefined ? {} : { lastNoticeOn }) }),
        )
        const { letters, notReminded } = plan(claims, { ...POLICY, grouping: single ? 'per_invoice' : 'per_debtor' })
        const told = [
          ...letters.flatMap((letter) => letter.items.map((item) => item.claim.id)),
          ...notReminded.map((each) => each.claim.id),
        ]
        expect(told.toSorted()).toEqual(claims.map((each) => each.id).toSorted())
        expect(letters.every((letter) => letter.open >= POLICY.leastOpen && weekday(letter.payBy) < 6)).toBe(true)
      }),
    )
  })
})

describe('what a person wants otherwise for the next letter', () => {
  const ripe = { level: 1, lastNoticeOn: day('2026-03-09') }
  const on = '2026-03-23'
  const withChange = (change: NonNullable<DunningClaim['change']>) => claim({ ...ripe, change })

  test('another day: it waits until then', () => {
    const moved = withChange({ notBefore: day('2026-03-25') })
    expect(decided(moved, '2026-03-24')).toEqual({ due: false, why: { kind: 'moved', on: '2026-03-25', level: 2 } })
    expect(decided(moved, '2026-03-25')).toMatchObject({ due: true, step: { level: 2 } })
  })

  test('not at all: it is stopped, and a person may still have it', () => {
    const stopped = withChange({ stopped: true })
    expect(decided(stopped, on)).toEqual({ due: false, why: { kind: 'stopped', level: 2 } })
    expect(decideDunning(stopped, DEBTOR, POLICY, day(on), noHoliday, true)).toMatchObject({ due: true })
  })

  test('a lower level, another channel, no fee', () => {
    expect(decided(withChange({ level: 1 }), on)).toMatchObject({ step: { level: 1, fee: 0 } })
    expect(decided(withChange({ level: 3 }), on)).toMatchObject({ step: { level: 2, fee: 250 } })
    expect(decided(withChange({ free: true, channel: 'portal' }), on)).toMatchObject({
      step: { level: 2, fee: 0, channel: 'portal' },
    })
    expect(decided(withChange({ channel: 'email' }), on)).toMatchObject({ why: { kind: 'no_way_to_send' } })
  })

  test('changes nothing before its day', () => {
    expect(decided(withChange({ stopped: true }), '2026-03-20')).toMatchObject({ why: { kind: 'not_yet' } })
  })

  test('a debtor gets no letter above its highest level', () => {
    const low = { ...DEBTOR, levelMax: 1 }
    expect(decided(claim(ripe), on, low)).toEqual({ due: false, why: { kind: 'level_stop', level: 1 } })
    expect(decided(claim(), on, low)).toMatchObject({ due: true, step: { level: 0 } })
  })
})

describe('collection', () => {
  const threshold = { daysOverdue: 30, level: 3, leastOpen: minor(2000) }
  const last = claim({ level: 3, lastNoticeOn: day('2026-05-01') })
  const suggested = (of: DunningClaim, today: string) => suggestCollection(of, threshold, POLICY, day(today), noHoliday)

  test('is suggested with its reason once the last period is over', () => {
    expect(suggested(last, '2026-05-11')).toBeUndefined()
    expect(suggested(last, '2026-05-12')).toEqual({ daysOverdue: 71, level: 3, open: 12_000 })
  })

  test('is not suggested on the last day of a period that a Sunday has moved, or that the letter itself names', () => {
    const sunday = { ...last, lastNoticeOn: day('2026-05-07') } // ten days later is a Sunday
    expect(suggested(sunday, '2026-05-18')).toBeUndefined()
    expect(suggested(sunday, '2026-05-19')).toBeDefined()
    const named = (today: string) =>
      suggestCollection(last, threshold, POLICY, day(today), noHoliday, day('2026-05-20'))
    expect(named('2026-05-20')).toBeUndefined()
    expect(named('2026-05-21')).toBeDefined()
  })
  test.each([
    ['a level is missing', { ...last, level: 2 }],
    ['it is disputed', { ...last, marker: { kind: 'disputed', note: '' } as const }],
    ['too little is open', { ...last, open: minor(1999) }],
    ['it is paid', { ...last, state: 'paid' as const }],
    ['a promise runs', { ...last, marker: { kind: 'promised', by: day('2026-08-01'), note: '' } as const }],
  ])('is not suggested where %s', (_, of) => {
    expect(suggested(of, '2026-07-01')).toBeUndefined()
  })
})

test('a policy tells what is wrong with it', () => {
  expect(faultsOf(POLICY)).toEqual([])
  expect(faultsOf({ ...POLICY, steps: [] })).toEqual([{ fault: 'policy_without_steps' }])
  const bad = { ...step(1, -1), fee: minor(-1), periodDays: 0 }
  expect(faultsOf({ ...POLICY, steps: [step(1, 3), bad] }).map((each) => each.fault)).toEqual([
    'policy_levels_disordered',
    'policy_days_negative',
    'policy_fee_negative',
    'policy_period_missing',
  ])
})
