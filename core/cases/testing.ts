// News for tests: any body a partner can send, with ids from a small set, so that repeats and answers happen.

import fc from 'fast-check'
import { day } from '../calendar/index.ts'
import { EUR, ZERO, minor, sum } from '../money/index.ts'
import type { Case } from './case.ts'
import type { CloseReason, NewsBody, PaymentSplit, Stage } from './news.ts'

export const TODAY = day('2026-11-21')

export const STAGES = [
  'prepared',
  'agency_letter',
  'further_demand',
  'lawyer_demand',
  'decision_needed',
  'court_order',
  'enforcement',
  'long_term',
  'own_name',
  'ended',
] as const satisfies readonly Stage[]

export function caseOf(changes: Partial<Case> = {}): Case {
  return {
    id: 'c1',
    invoiceId: 'i1',
    connectionId: 'k1',
    currency: EUR,
    stage: 'prepared',
    processing: { kind: 'sent' },
    responsible: 'creditor',
    total: { principal: minor(10_000), charges: minor(500), interest: ZERO, costs: ZERO },
    paid: ZERO,
    questionsOpen: 0,
    lastSequence: 0,
    ...changes,
  }
}

export const splitOf = (parts: Partial<Record<keyof PaymentSplit, number>>): PaymentSplit => ({
  principal: minor(parts.principal ?? 0),
  charges: minor(parts.charges ?? 0),
  interest: minor(parts.interest ?? 0),
  costs: minor(parts.costs ?? 0),
  overpaid: minor(parts.overpaid ?? 0),
})

export function reported(paymentId: string, split: PaymentSplit): Extract<NewsBody, { type: 'payment.reported' }> {
  const amount = sum(Object.values(split))
  return { type: 'payment.reported', paymentId, receivedBy: 'partner', amount, on: TODAY, method: 'transfer', split }
}

const amount = fc.integer({ min: 1, max: 6_000 }).map(minor)
const part = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9_000 })).map(minor)
const split = fc.record({ principal: part, charges: part, interest: part, costs: part, overpaid: part })
const one = (prefix: string) => fc.constantFrom('1', '2', '3').map((number) => `${prefix}${number}`)
const anyPaymentId = fc.oneof(one('p'), one('own'))

const bodies: { readonly [Type in NewsBody['type']]: fc.Arbitrary<Extract<NewsBody, { readonly type: Type }>> } = {
  'case.received': fc.constant({ type: 'case.received', receiptId: 'r' }),
  'case.accepted': one('AZ-').map((caseNumber) => ({ type: 'case.accepted', caseNumber })),
  'case.rejected': fc
    .boolean()
    .map((repairable) => ({ type: 'case.rejected', reason: 'abroad', text: '', repairable })),
  'case.stage_changed': fc.constantFrom(...STAGES).map((stage) => ({ type: 'case.stage_changed', stage })),
  'case.paused': fc.constant({ type: 'case.paused', reason: 'Raten' }),
  'case.resumed': fc.constant({ type: 'case.resumed' }),
  'case.closed': fc
    .constantFrom<CloseReason>('paid', 'recalled', 'irrecoverable')
    .map((reason) => ({ type: 'case.closed', reason })),
  'debtor.contacted': fc.constant({ type: 'debtor.contacted', channel: 'letter', subject: 'Mahnung', on: TODAY }),
  'debtor.disputed': fc.constant({ type: 'debtor.disputed', text: 'Nie bestellt' }),
  'debtor.promise_made': amount.map((promised) => ({ type: 'debtor.promise_made', amount: promised, by: TODAY })),
  'debtor.plan_agreed': amount.map((rate) => ({ type: 'debtor.plan_agreed', rates: [{ on: TODAY, amount: rate }] })),
  'debtor.moved': fc.constant({ type: 'debtor.moved', street: 'a', postCode: '1', city: 'b', country: 'DE' }),
  'debtor.insolvent': fc.constant({ type: 'debtor.insolvent', on: TODAY }),
  'debtor.deceased': fc.constant({ type: 'debtor.deceased' }),
  'cost.added': fc.tuple(one('cost'), amount).map(([costId, added]) => ({
    type: 'cost.added',
    costId,
    kind: 'collection_fee',
    amount: added,
    on: TODAY,
    text: 'Gebühr',
  })),
  'cost.waived': fc
    .tuple(one('cost'), amount)
    .map(([costId, waived]) => ({ type: 'cost.waived', costId, amount: waived })),
  'payment.reported': fc
    .tuple(one('p'), split)
    .filter(([, parts]) => sum(Object.values(parts)) > 0)
    .map(([paymentId, parts]) => reported(paymentId, parts)),
  'payment.reversed': anyPaymentId.map((reverses) => ({
    type: 'payment.reversed',
    paymentId: `back-${reverses}`,
    reverses,
    on: TODAY,
    reason: 'Rücklastschrift',
  })),
  'payment.direct_acknowledged': fc
    .tuple(anyPaymentId, fc.option(split, { nil: undefined }))
    .map(([paymentId, parts]) => ({
      type: 'payment.direct_acknowledged',
      paymentId,
      ...(parts === undefined ? {} : { split: parts }),
    })),
  'question.opened': one('q').map((questionId) => ({ type: 'question.opened', questionId, kind: 'yes_no', text: '?' })),
  'question.closed': one('q').map((questionId) => ({ type: 'question.closed', questionId })),
  'document.added': fc.constant({
    type: 'document.added',
    documentId: 'd',
    kind: 'letter',
    name: 'a.pdf',
    mediaType: 'application/pdf',
  }),
  unknown: fc.constant({ type: 'unknown', rawType: 'case.clerk_changed', raw: '{}' }),
}

export const NEWS_TYPES: readonly string[] = Object.keys(bodies)
export const anyNews: fc.Arbitrary<NewsBody> = fc.oneof(...Object.values<fc.Arbitrary<NewsBody>>(bodies))
/** Mostly what moves money. */
export const anyMoneyNews: fc.Arbitrary<NewsBody> = fc.oneof(
  { weight: 3, arbitrary: bodies['payment.reported'] },
  { weight: 2, arbitrary: bodies['payment.reversed'] },
  { weight: 2, arbitrary: bodies['payment.direct_acknowledged'] },
  { weight: 2, arbitrary: bodies['cost.added'] },
  { weight: 1, arbitrary: bodies['cost.waived'] },
  { weight: 1, arbitrary: anyNews },
)
