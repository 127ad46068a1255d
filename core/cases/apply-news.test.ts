import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountName } from '../ledger/index.ts'
import { ZERO, minor, sum } from '../money/index.ts'
import { type Case, type NewsBody, type NewsOutcome, type Processing, applyNews, fitSplit, isActive } from './index.ts'
import { NEWS_TYPES, STAGES, TODAY, anyNews, caseOf, reported, splitOf } from './testing.ts'

const money = { open: { ...caseOf().total, costs: minor(2_000) }, overpaid: ZERO }
const withCosts = { ...caseOf().total, costs: minor(2_000) }

function apply(state: Case, ...news: readonly NewsBody[]): NewsOutcome {
  return news.reduce<NewsOutcome>((before, body) => applyNews({ ...before, today: TODAY }, body), {
    case: state,
    money,
    transfers: [],
    effects: [],
  })
}

const accepted = caseOf({
  processing: { kind: 'accepted', caseNumber: 'AZ-1' },
  responsible: 'partner',
  total: withCosts,
})
const PROCESSING: readonly Processing[] = [
  { kind: 'sent' },
  { kind: 'received' },
  { kind: 'accepted', caseNumber: 'AZ-1' },
  { kind: 'paused', caseNumber: 'AZ-1', reason: 'Raten' },
  { kind: 'rejected', reason: 'abroad', text: '', repairable: true },
  { kind: 'ended', reason: 'paid', caseNumber: 'AZ-1', stageBefore: 'agency_letter' },
  { kind: 'ended', reason: 'recalled' },
]
const taskOf = ({ effects }: NewsOutcome) =>
  effects.flatMap((effect) => (effect.kind === 'raise_task' ? [effect.task] : []))

describe('news of every kind', () => {
  test('can be said of a case in every state, and leaves it in one that says whose turn it is', () => {
    const anyState = fc.tuple(fc.constantFrom(...PROCESSING), fc.constantFrom(...STAGES), fc.boolean())
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyNews, anyState, (body, [processing, stage, otherActive]) => {
        seen.add(body.type)
        const responsible =
          processing.kind === 'ended' ? 'nobody' : processing.kind === 'rejected' ? 'creditor' : 'partner'
        const state = caseOf({ processing, stage, responsible, total: withCosts })
        const after = applyNews({ case: state, money, today: TODAY, otherActive }, body).case
        expect(Object.values(after)).not.toContain(undefined)
        expect(after.responsible === 'nobody').toBe(after.processing.kind === 'ended')
        expect(after.processing.kind !== 'rejected' || after.responsible === 'creditor').toBe(true)
        expect(otherActive && !isActive(processing) && isActive(after.processing)).toBe(false)
        expect(after.lastSequence).toBe(state.lastSequence)
      }),
      { numRuns: 3_000 },
    )
    expect(seen.size).toBe(NEWS_TYPES.length)
  })
})

describe('whose turn it is', () => {
  test('an arrival is no acceptance: responsibility moves with the acceptance alone', () => {
    const received = apply(caseOf(), { type: 'case.received', receiptId: 'r' })
    expect(received.case).toMatchObject({ processing: { kind: 'received' }, responsible: 'creditor' })
    const early = apply(caseOf(), { type: 'case.stage_changed', stage: 'agency_letter' })
    expect(early.case.responsible).toBe('creditor')
    const taken = apply(received.case, { type: 'case.accepted', caseNumber: 'AZ-1' })
    expect(taken.case).toMatchObject({ processing: { kind: 'accepted', caseNumber: 'AZ-1' }, responsible: 'partner' })
  })

  test.each([
    ['decision_needed', 'creditor'],
    ['lawyer_demand', 'lawyer'],
    ['court_order', 'court'],
    ['further_demand', 'partner'],
  ] as const)('at the stage %s it is: %s', (stage, responsible) => {
    expect(apply(accepted, { type: 'case.stage_changed', stage }).case).toMatchObject({ stage, responsible })
  })

  test('goes on from the creditor when the decision has led to the next stage', () => {
    const waits = apply(accepted, { type: 'case.stage_changed', stage: 'decision_needed' })
    expect(taskOf(waits)).toEqual(['decision_needed'])
    expect(apply(waits.case, { type: 'case.stage_changed', stage: 'further_demand' }).case.responsible).toBe('partner')
  })

  test('is the same after a pause, and after a new case number, as before', () => {
    const atLawyer = apply(accepted, { type: 'case.stage_changed', stage: 'lawyer_demand' }).case
    const paused = apply(atLawyer, { type: 'case.paused', reason: 'Raten' })
    expect(apply(paused.case, { type: 'case.resumed' }).case).toEqual(atLawyer)
    const renumbered = apply(atLawyer, { type: 'case.accepted', caseNumber: 'AZ-2' }).case
    expect(renumbered).toEqual({ ...atLawyer, processing: { kind: 'accepted', caseNumber: 'AZ-2' } })
  })
})

describe('an end', () => {
  const closed: NewsBody = { type: 'case.closed', reason: 'paid' }

  test('is over for everybody, and a case that is resumed goes on where it stopped', () => {
    const letter = apply(accepted, { type: 'case.stage_changed', stage: 'agency_letter', nextStepOn: TODAY }).case
    const end = apply(letter, closed).case
    expect(end).toMatchObject({ stage: 'ended', responsible: 'nobody' })
    expect(end).not.toHaveProperty('nextStepOn')
    expect(apply(end, { type: 'case.resumed' }).case).toMatchObject({
      processing: { kind: 'accepted', caseNumber: 'AZ-1' },
      stage: 'agency_letter',
      responsible: 'partner',
    })
  })

  test('told first as a stage, then as a closing, does not leave a resumed case at its end', () => {
    const end = apply(accepted, { type: 'case.stage_changed', stage: 'ended' }, closed).case
    expect(apply(end, { type: 'case.resumed' }).case.stage).toBe('prepared')
  })

  test('beside another case of the invoice cannot be undone: a person must look', () => {
    const end = apply(accepted, closed).case
    const outcome = applyNews({ case: end, money, today: TODAY, otherActive: true }, { type: 'case.resumed' })
    expect(outcome.case).toEqual(end)
    expect(taskOf(outcome)).toEqual(['unknown_news'])
  })

  test('by rejection gives the case back with the partner’s words', () => {
    const outcome = apply(caseOf(), {
      type: 'case.rejected',
      reason: 'address_unknown',
      text: 'verzogen',
      repairable: true,
    })
    expect(outcome.case).toMatchObject({ processing: { kind: 'rejected' }, stage: 'ended', responsible: 'creditor' })
    expect(outcome.effects).toMatchObject([
      { kind: 'stop_waiting' },
      { task: 'case_rejected', facts: { reason: 'address_unknown', text: 'verzogen' } },
    ])
    expect(isActive(outcome.case.processing)).toBe(false)
  })

  test('does not keep late payments away', () => {
    const end = apply(accepted, closed).case
    const late = apply(end, reported('p1', splitOf({ principal: 700 })))
    expect(late.case).toMatchObject({ paid: 700, processing: { kind: 'ended' } })
    expect(late.money.open.principal).toBe(9_300)
  })
})

describe('money at the partner', () => {
  test('is held for the creditor, but for the part that pays the partner’s own costs', () => {
    const { transfers } = apply(
      accepted,
      reported('p1', splitOf({ principal: 10_000, charges: 500, costs: 2_000, overpaid: 30 })),
    )
    expect(transfers.map(({ debit, credit, amount }) => [accountName(debit), accountName(credit), amount])).toEqual([
      ['held_by_partner:k1', 'debtor:principal:i1', 10_000],
      ['held_by_partner:k1', 'debtor:charges:i1', 500],
      ['partner_costs:k1', 'debtor:costs:i1', 2_000],
      ['held_by_partner:k1', 'overpaid:i1', 30],
    ])
  })

  test('never touches the creditor’s own bank, cash or card', () => {
    const { transfers } = apply(accepted, reported('p1', splitOf({ principal: 4_000, costs: 90 })))
    const names = transfers.flatMap(({ debit, credit }) => [debit.kind, credit.kind])
    expect(names).not.toContain('cash')
    expect(names).not.toContain('bank')
  })

  test('spread differently there is never bent here: what is beyond the open part is overpaid, and a person is told', () => {
    const outcome = apply(accepted, reported('p1', splitOf({ principal: 12_000 })))
    expect(outcome.money).toMatchObject({ open: { principal: 0 }, overpaid: 2_000 })
    expect(taskOf(outcome)).toEqual(['amounts_differ'])
  })

  test('fits: the parts sum to the payment and none is beyond what is open', () => {
    const part = fc.integer({ min: 0, max: 9_000 }).map(minor)
    const parts = { principal: part, charges: part, interest: part, costs: part }
    fc.assert(
      fc.property(fc.record({ ...parts, overpaid: part }), fc.record(parts), (split, open) => {
        const amount = sum(Object.values(split))
        const { overpaid, ...fitted } = fitSplit(split, amount, open)
        expect(sum([...Object.values(fitted), overpaid])).toBe(amount)
        expect(overpaid).toBeGreaterThanOrEqual(split.overpaid)
        expect(Object.entries(fitted).every(([name, value]) => value <= open[name as keyof typeof open])).toBe(true) // its own keys
      }),
    )
  })

  test('reversed that nobody knows of is a task, not a booking', () => {
    const outcome = apply(accepted, { type: 'payment.reversed', paymentId: 'b', reverses: 'x', on: TODAY, reason: '' })
    expect(outcome.transfers).toEqual([])
    expect(taskOf(outcome)).toEqual(['amounts_differ'])
  })
})

describe('costs of the partner', () => {
  const cost = {
    type: 'cost.added',
    costId: 'k',
    kind: 'collection_fee',
    amount: minor(700),
    on: TODAY,
    text: 'Gebühr',
  } as const

  test('are owed by the debtor and claimed by the partner: no income, no debt of the creditor', () => {
    const { transfers, money: after, case: state } = apply(accepted, cost)
    expect(transfers).toMatchObject([
      { debit: { kind: 'debtor', component: 'costs' }, credit: { kind: 'partner_costs' }, amount: 700 },
    ])
    expect([after.open.costs, state.total.costs]).toEqual([2_700, 2_700])
  })

  test('told again are one cost; told again with another amount a person is asked', () => {
    const again = applyNews({ case: accepted, money, today: TODAY, knownCost: minor(700) }, cost)
    expect(again).toMatchObject({ transfers: [], effects: [], money })
    const other = applyNews({ case: accepted, money, today: TODAY, knownCost: minor(600) }, cost)
    expect(other.transfers).toEqual([])
    expect(taskOf(other)).toEqual(['amounts_differ'])
  })

  test('waived beyond what is open are waived as far as they are open, and a person is told', () => {
    const outcome = apply(accepted, { type: 'cost.waived', costId: 'k', amount: minor(2_500) })
    expect([outcome.money.open.costs, outcome.case.total.costs]).toEqual([0, 0])
    expect(taskOf(outcome)).toEqual(['amounts_differ'])
  })
})

describe('a question', () => {
  const opened = {
    type: 'question.opened',
    questionId: 'q',
    kind: 'yes_no',
    text: 'Ratenzahlung?',
    answerBy: TODAY,
  } as const

  test('becomes a task with its day', () => {
    const outcome = apply(accepted, opened)
    expect(outcome.case.questionsOpen).toBe(1)
    expect(outcome.effects).toMatchObject([
      { kind: 'open_question' },
      { task: 'question_open', dueOn: TODAY, facts: { questionId: 'q' } },
    ])
  })

  test('asked again is one question, and one that is closed stays closed', () => {
    for (const open of [true, false]) {
      const again = applyNews({ case: accepted, money, today: TODAY, knownQuestion: { open } }, opened)
      expect([again.case, again.effects]).toEqual([accepted, []])
    }
  })

  test('closed counts once, and one that was never asked counts nothing', () => {
    const asked = { ...accepted, questionsOpen: 1 }
    const closed = { type: 'question.closed', questionId: 'q' } as const
    const known = (open: boolean) => applyNews({ case: asked, money, today: TODAY, knownQuestion: { open } }, closed)
    expect(known(true).case.questionsOpen).toBe(0)
    expect(known(false).case.questionsOpen).toBe(1)
    expect(applyNews({ case: asked, money, today: TODAY }, closed).effects).toEqual([])
  })

  test('waits no more when the case is over, and is not asked of one that is', () => {
    const outcome = apply({ ...accepted, questionsOpen: 2 }, { type: 'case.closed', reason: 'paid' })
    expect([outcome.case.questionsOpen, outcome.effects]).toEqual([0, [{ kind: 'stop_waiting' }]])
    const late = apply(outcome.case, opened)
    expect(late.case.questionsOpen).toBe(0)
    expect(late.effects.map((effect) => effect.kind)).toEqual(['open_question', 'close_question', 'raise_task'])
    expect(taskOf(late)).toEqual(['unknown_news'])
  })
})

test.each([
  [{ type: 'debtor.disputed', text: 'Nie bestellt' }, 'debtor_disputed'],
  [{ type: 'debtor.insolvent', on: TODAY }, 'debtor_insolvent'],
  [{ type: 'debtor.deceased' }, 'debtor_deceased'],
  [{ type: 'unknown', rawType: 'x', raw: '{}' }, 'unknown_news'],
] as const)('%j needs a person: %s', (body, kind) => {
  const outcome = apply(accepted, body)
  expect(taskOf(outcome)).toEqual([kind])
  expect(outcome.case).toEqual(accepted)
})
