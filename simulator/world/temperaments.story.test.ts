// Each kind of debtor from the handover to the end, seen from the creditor's side.

import { day, instant } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import { EUR, minor } from '@mahnwerk/core/money'
import { describe, expect, it } from 'vitest'
import { type Bench, CONNECTION, benchOf, claimOf, settingsOf, sumsOf, typesOf } from './testing.ts'

const NEXT_YEAR = '2027-11-20T09:00:00Z'

function agencySums(bench: Bench, ref = 'c'): object {
  const claim = bench.world.record(CONNECTION, ref)?.claim
  return { ...claim?.open, paidTotal: claim?.paidTotal }
}

async function handedOver(word: string): Promise<Bench> {
  const bench = await benchOf()
  await bench.submit(claimOf('c', word))
  return bench
}

function find<Type extends News['body']['type']>(bench: Bench, type: Type) {
  const found = bench.arrived.find(({ body }) => body.type === type)?.body
  if (found === undefined) throw new Error(`no ${type} came`)
  return found as Extract<News['body'], { type: Type }> // found by its type
}

const LETTER = ['debtor.contacted', 'stage agency_letter', 'cost.added', 'cost.added', 'cost.added']
const SECOND = ['debtor.contacted', 'stage further_demand', 'cost.added', 'cost.added', 'cost.added']
const BEGIN = ['case.received', 'case.accepted', ...LETTER]

describe('a claim at the agency', () => {
  it('is received at once, accepted three seconds later, and written about on the next working day at ten', async () => {
    const bench = await handedOver('schweigt')
    await bench.world.settle()
    expect(typesOf(bench.arrived)).toEqual(['case.received'])
    bench.pass(3)
    await bench.world.settle()
    expect(find(bench, 'case.accepted').caseNumber).toBe('77-204518')
    expect(bench.world.nextEventAt(CONNECTION)).toBe('2026-11-23T09:00:00.000Z')
    await bench.to('2026-11-23T09:00:00Z')
    expect(typesOf(bench.arrived)).toEqual(BEGIN)
    const costs = bench.arrived.flatMap(({ body }) => (body.type === 'cost.added' ? [body.amount] : []))
    expect(costs).toEqual([2575, 515, 587])
  })

  it.each(['zahlt', 'teilzahlung', 'spaet', 'umgezogen'])(
    'of a debtor who pays the agency (%s) is paid to the cent and closed',
    async (word) => {
      const bench = await handedOver(word)
      await bench.to(NEXT_YEAR)
      expect(bench.arrived.at(-1)?.body).toEqual({ type: 'case.closed', reason: 'paid' })
      expect(agencySums(bench)).toMatchObject({ principal: 0, charges: 0, interest: 0, costs: 0 })
      expect(agencySums(bench)).toEqual(sumsOf(claimOf('c'), bench.arrived))
      expect(bench.world.nextEventAt(CONNECTION)).toBeUndefined()
    },
  )

  it('paid within two weeks costs the debtor half the fee', async () => {
    const bench = await handedOver('zahlt')
    await bench.to(NEXT_YEAR)
    expect(find(bench, 'payment.reported')).toMatchObject({
      amount: 18_700 + 3677,
      split: { costs: 3677, charges: 250, interest: 0, principal: 18_450, overpaid: 0 },
    })
  })

  it('paid later costs 66,19 € in all', async () => {
    const bench = await handedOver('spaet')
    await bench.to(NEXT_YEAR)
    expect(typesOf(bench.arrived)).toEqual([...BEGIN, ...SECOND, 'payment.reported', 'case.closed'])
    expect(find(bench, 'payment.reported').split.costs).toBe(6619)
  })

  it('of a silent debtor goes on to a decision of the creditor, and never to court', async () => {
    const bench = await handedOver('schweigt')
    await bench.to(NEXT_YEAR)
    const lawyer = ['debtor.contacted', 'stage lawyer_demand']
    expect(typesOf(bench.arrived)).toEqual([...BEGIN, ...SECOND, ...lawyer, 'stage decision_needed', 'question.opened'])
    const { questionId } = find(bench, 'question.opened')
    const answer = { answerId: 'a1', questionId, answer: { kind: 'yes' } } as const
    expect((await bench.client.answerQuestion('c', answer)).outcome).toBe('accepted')
    await bench.to('2028-11-20T09:00:00Z')
    expect(typesOf(bench.arrived).slice(-2)).toEqual(['question.closed', 'stage long_term'])
    expect(typesOf(bench.arrived)).not.toContain('stage court_order')
  })

  it('that is disputed waits for the creditor, and goes on when the claim stands', async () => {
    const bench = await handedOver('bestreitet')
    await bench.to(NEXT_YEAR)
    expect(typesOf(bench.arrived)).toEqual([...BEGIN, 'debtor.disputed', 'case.paused', 'question.opened'])
    const { questionId } = find(bench, 'question.opened')
    await bench.client.answerQuestion('c', {
      answerId: 'a1',
      questionId,
      answer: { kind: 'text', text: 'Siehe Vertrag.' },
    })
    await bench.to('2027-12-10T09:00:00Z')
    expect(typesOf(bench.arrived).slice(10)).toEqual(['question.closed', 'case.resumed', ...SECOND])
  })

  it('that is disputed is closed when the creditor gives way', async () => {
    const bench = await handedOver('bestreitet')
    await bench.to(NEXT_YEAR)
    const { questionId } = find(bench, 'question.opened')
    await bench.client.answerQuestion('c', { answerId: 'a1', questionId, answer: { kind: 'no' } })
    await bench.world.settle()
    expect(bench.arrived.at(-1)?.body).toMatchObject({ type: 'case.closed', reason: 'disputed' })
    const second = await bench.client.answerQuestion('c', { answerId: 'a2', questionId, answer: { kind: 'yes' } })
    expect(second).toMatchObject({ outcome: 'rejected', problem: { type: 'urn:mahnwerk:problem:question-closed' } })
  })

  it('is paid in the rates the creditor agreed to', async () => {
    const bench = await handedOver('raten')
    await bench.to('2026-11-30T12:00:00Z')
    const { questionId } = find(bench, 'question.opened')
    await bench.client.answerQuestion('c', { answerId: 'a1', questionId, answer: { kind: 'yes' } })
    await bench.to(NEXT_YEAR)
    const { rates } = find(bench, 'debtor.plan_agreed')
    const paid = bench.arrived.flatMap(({ body }) => (body.type === 'payment.reported' ? [body.amount] : []))
    expect(paid).toEqual(rates.map((rate) => rate.amount))
    expect(paid.reduce((a, b) => a + b, 0)).toBe(18_700 + 3677)
    expect(bench.arrived.at(-1)?.body).toEqual({ type: 'case.closed', reason: 'paid' })
  })

  it('goes on when nobody answers the offer of rates', async () => {
    const bench = await handedOver('raten')
    await bench.to(NEXT_YEAR)
    expect(typesOf(bench.arrived).slice(BEGIN.length, BEGIN.length + 4)).toEqual([
      'question.opened',
      'question.closed',
      'debtor.contacted',
      'stage further_demand',
    ])
  })

  it('of a debtor who goes insolvent is closed with what is open left open', async () => {
    const bench = await handedOver('insolvent')
    await bench.to(NEXT_YEAR)
    expect(typesOf(bench.arrived)).toEqual([...BEGIN, 'debtor.insolvent', 'case.closed'])
    expect(agencySums(bench)).toMatchObject({ principal: 18_450, paidTotal: 0 })
  })

  it('paid by a debit that bounces is open again, in the same parts', async () => {
    const bench = await handedOver('ruecklastschrift')
    await bench.to('2026-12-04T20:00:00Z')
    const types = typesOf(bench.arrived)
    expect(types).toEqual([...BEGIN, 'payment.reported', 'case.closed', 'payment.reversed', 'case.resumed'])
    expect(agencySums(bench)).toEqual({ principal: 18_450, charges: 250, interest: 0, costs: 3677, paidTotal: 0 })
    expect(agencySums(bench)).toEqual(sumsOf(claimOf('c'), bench.arrived))
  })
})

it('a new connection may begin in the past, so that a demo can be played from there', async () => {
  const { world } = await benchOf()
  const past = instant('2026-06-01T08:00:00Z')
  expect(await world.connect('c2', settingsOf('seed'), past)).toBe(past)
  await world.advanceTo('c2', instant('2026-06-20T08:00:00Z'))
  expect(await world.connect('c2', settingsOf('seed'), past)).toBe('2026-06-20T08:00:00.000Z')
})

describe('a direct payment to the creditor', () => {
  const paid = (paymentId: string, amount: number, on: string) =>
    ({ paymentId, amount: minor(amount), currency: EUR, on: day(on), method: 'transfer' }) as const

  it('lowers the principal first, and the case goes on for the rest', async () => {
    const bench = await handedOver('direktzahlung')
    await bench.to('2026-11-24T09:00:00Z')
    await bench.client.reportDirectPayment('c', paid('p1', 4000, '2026-11-24'))
    await bench.world.settle()
    expect(bench.arrived.at(-1)?.body).toMatchObject({
      type: 'payment.direct_acknowledged',
      split: { principal: 4000 },
    })
    await bench.to('2026-12-08T09:00:00Z')
    expect(typesOf(bench.arrived)).toContain('stage further_demand')
    expect(agencySums(bench)).toEqual(sumsOf(claimOf('c'), bench.arrived))
  })

  it('of all but the costs brings a demand for the costs alone, at the half fee', async () => {
    const bench = await handedOver('direktzahlung')
    await bench.to('2026-11-26T09:00:00Z')
    await bench.client.reportDirectPayment('c', paid('p1', 18_700, '2026-11-26'))
    await bench.to(NEXT_YEAR)
    expect(typesOf(bench.arrived).slice(BEGIN.length)).toEqual([
      'payment.direct_acknowledged',
      'debtor.contacted',
      'stage further_demand',
    ])
    expect(agencySums(bench)).toEqual({ principal: 0, charges: 0, interest: 0, costs: 3677, paidTotal: 18_700 })
  })

  it('of everything before the letter closes the case without costs', async () => {
    const bench = await handedOver('direktzahlung')
    await bench.client.reportDirectPayment('c', paid('p1', 18_700, '2026-11-20'))
    await bench.to(NEXT_YEAR)
    expect(typesOf(bench.arrived)).toEqual([
      'case.received',
      'payment.direct_acknowledged',
      'case.accepted',
      'case.closed',
    ])
  })

  it('that went back opens the case again', async () => {
    const bench = await handedOver('direktzahlung')
    await bench.to('2026-11-21T09:00:00Z')
    await bench.client.reportDirectPayment('c', paid('p1', 20_000, '2026-11-21'))
    await bench.client.reportReversal('c', { reversalId: 'r1', paymentId: 'p1', reason: 'Rücklastschrift' })
    await bench.to('2027-01-20T09:00:00Z')
    expect(typesOf(bench.arrived).slice(2, 6)).toEqual([
      'payment.direct_acknowledged',
      'case.closed',
      'payment.reversed',
      'case.resumed',
    ])
    expect(typesOf(bench.arrived)).toContain('stage agency_letter')
    expect(agencySums(bench)).toEqual(sumsOf(claimOf('c'), bench.arrived))
  })

  it('may come after the case was closed, and is then overpaid', async () => {
    const bench = await handedOver('zahlt')
    await bench.to(NEXT_YEAR)
    await bench.client.reportDirectPayment('c', paid('p1', 5000, '2027-11-20'))
    await bench.world.settle()
    expect(bench.arrived.at(-1)?.body).toMatchObject({ split: { principal: 0, overpaid: 5000 } })
  })

  it('moves the agency’s clock forward to its day, and never back', async () => {
    const bench = await handedOver('schweigt')
    await bench.client.reportDirectPayment('c', paid('p1', 100, '2026-12-01'))
    expect(bench.world.nowOf(CONNECTION)).toBe('2026-11-30T23:00:00.000Z')
    await bench.client.reportDirectPayment('c', paid('p2', 100, '2026-11-01'))
    expect(bench.world.nowOf(CONNECTION)).toBe('2026-11-30T23:00:00.000Z')
  })
})

it('a claim the agency does not take is rejected with a reason, and taken when it comes repaired', async () => {
  const bench = await benchOf()
  const claim = claimOf('c')
  await bench.submit({ ...claim, claim: { ...claim.claim, dueDate: day('2026-12-24') } })
  await bench.to('2026-11-20T09:00:03Z')
  expect(bench.arrived.at(-1)?.body).toMatchObject({ type: 'case.rejected', reason: 'data_missing', repairable: true })
  const again = await bench.client.submitClaim(claim, 'key-2')
  expect(again).toMatchObject({ outcome: 'accepted', body: { receiptId: 'rc_c_2' } })
  await bench.to('2026-11-20T09:00:10Z')
  expect(typesOf(bench.arrived)).toEqual(['case.received', 'case.rejected', 'case.received', 'case.accepted'])
})
