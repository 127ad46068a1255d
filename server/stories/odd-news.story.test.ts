// News that is right in form and odd in content, as it comes from other houses' software: told twice under two numbers, in
// another currency, for a case that is over. None of it stops the row, and none of it bends the books.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { News, NewsBody } from '@mahnwerk/core/cases'
import { EUR, ZERO, currency, minor } from '@mahnwerk/core/money'
import { afterEach, describe, expect, it } from 'vitest'
import { verifyTenant } from '../verify/index.ts'
import {
  caseOf,
  handOver,
  handedOver,
  invoiceOf,
  overdueInvoice,
  post,
  read,
  receivePayment,
  taskKinds,
} from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

const NOTHING = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO, overpaid: ZERO }
const ON = '2026-11-21' as LocalDate // a day, as written

function payment(amount: number, paymentId = 'P-1'): NewsBody {
  const split = { ...NOTHING, principal: minor(amount) }
  return {
    type: 'payment.reported',
    paymentId,
    receivedBy: 'partner',
    amount: minor(amount),
    on: ON,
    method: 'transfer',
    split,
  }
}

/** Tells pieces of news of a case one after the other, from the given sequence on. */
async function tell(
  claimRef: string,
  from: number,
  bodies: readonly NewsBody[],
  more: Partial<News> = {},
): Promise<void> {
  for (const [index, body] of bodies.entries()) {
    const sequence = from + index
    const said: News = {
      eventId: `odd-${claimRef}-${sequence}`,
      claimRef,
      sequence,
      occurredAt: stage.now(),
      currency: EUR,
      body,
      ...more,
    }
    expect(await stage.tell(said)).toBe(200)
  }
}

/** A case that the partner has accepted, told by hand. */
async function accepted(number: string) {
  const made = await handedOver(stage, number)
  await stage.apps[0]?.outbox.deliverDue()
  await tell(made.caseId, 1, [
    { type: 'case.received', receiptId: 'r' },
    { type: 'case.accepted', caseNumber: '77-1' },
    { type: 'case.stage_changed', stage: 'agency_letter' },
  ])
  return made
}

describe('odd news', () => {
  it('a payment told twice in two messages is one payment', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await accepted('R-1')
    await tell(caseId, 4, [payment(4000), payment(4000)])
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ open: 6000, overpaid: 0 })
    expect(await taskKinds(stage)).toEqual([])
    await tell(caseId, 6, [payment(5000)])
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ open: 6000 })
    expect(await taskKinds(stage)).toEqual(['amounts_differ'])
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('an amount in another currency is kept and shown, never booked', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await accepted('R-1')
    await tell(caseId, 4, [payment(4000)], { currency: currency('CHF') })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ open: 10_000 })
    expect((await caseOf(stage, caseId)).timeline[0]).toMatchObject({
      type: 'unknown',
      data: { rawType: 'payment.reported (CHF)' },
    })
    expect(await taskKinds(stage)).toEqual(['unknown_news'])
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('more waived than is open waives what is open and says so', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await accepted('R-1')
    await tell(caseId, 4, [
      { type: 'cost.added', costId: 'c', kind: 'collection_fee', amount: minor(2000), on: ON, text: 'Gebühr' },
      { type: 'cost.waived', costId: 'c', amount: minor(5000) },
    ])
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ costs: 0, open: 10_000 })
    expect(await taskKinds(stage)).toEqual(['amounts_differ'])
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('of a case that is over does not take the invoice away from the case that came after it', async () => {
    stage = await openStage()
    const first = await accepted('R-1')
    await tell(first.caseId, 4, [{ type: 'case.closed', reason: 'uneconomical' }])
    expect(await invoiceOf(stage, first.invoiceId)).toMatchObject({ state: 'open' })
    expect((await handOver(stage, first.invoiceId)).status).toBe(201)
    await tell(first.caseId, 5, [payment(1000), { type: 'case.resumed' }])
    expect(await invoiceOf(stage, first.invoiceId)).toMatchObject({ state: 'collection', open: 9000 })
    expect(await caseOf(stage, first.caseId)).toMatchObject({ active: false, processing: { kind: 'ended' } })
    expect(await taskKinds(stage)).toContain('unknown_news')
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('that resumes a closed case takes it up where it was', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await accepted('R-1')
    await tell(caseId, 4, [payment(10_000), { type: 'case.closed', reason: 'paid' }])
    expect(await caseOf(stage, caseId)).toMatchObject({ stage: 'ended', active: false, payment: 'full' })
    await tell(caseId, 6, [
      { type: 'payment.reversed', paymentId: 'P-2', reverses: 'P-1', on: ON, reason: 'Rücklastschrift' },
      { type: 'case.resumed' },
    ])
    expect(await caseOf(stage, caseId)).toMatchObject({ stage: 'agency_letter', active: true, payment: 'unpaid' })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection', open: 10_000 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('of money that goes back on an invoice written off since makes it open again', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await accepted('R-1')
    await tell(caseId, 4, [payment(4000), { type: 'case.closed', reason: 'uneconomical' }])
    expect((await post(stage.call, `/api/v1/invoices/${invoiceId}/write-off`, { reason: 'aussichtslos' })).status).toBe(
      200,
    )
    await tell(caseId, 6, [
      { type: 'payment.reversed', paymentId: 'P-2', reverses: 'P-1', on: ON, reason: 'Rücklastschrift' },
    ])
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'open', open: 4000 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('asked and closed: a question of a case that is over takes no answer', async () => {
    stage = await openStage()
    const { caseId } = await accepted('R-1')
    await tell(caseId, 4, [
      { type: 'question.opened', questionId: 'q', kind: 'yes_no', text: 'Weiter?' },
      { type: 'case.closed', reason: 'recalled' },
    ])
    const { questions } = await read<{ questions: { id: string }[] }>(stage, `/api/v1/cases/${caseId}`)
    const answered = await post(stage.call, `/api/v1/cases/${caseId}/questions/${questions[0]?.id}/answer`, {
      answer: 'yes',
    })
    expect(answered).toMatchObject({ status: 409, body: { code: 'question_of_closed_case' } })
  })
})

describe('a payment from before the handover', () => {
  it('is not taken back while the partner claims the amount less it', async () => {
    stage = await openStage()
    const { invoiceId } = await handedOver(stage, 'R-0')
    await stage.pass({ days: 1 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection' })
    const early = await withEarlyPayment()
    const refused = await post(stage.call, `/api/v1/payments/${early.paymentId}/reverse`, { reason: 'Rücklastschrift' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'payment_before_handover' } })
    expect(await invoiceOf(stage, early.invoiceId)).toMatchObject({ state: 'collection', open: 7000 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('taken back once the partner is done is owed to the creditor alone: the partner hears of nothing', async () => {
    stage = await openStage()
    const early = await withEarlyPayment('zahlt')
    await stage.pass({ days: 30 })
    expect(await invoiceOf(stage, early.invoiceId)).toMatchObject({ state: 'paid' })
    const back = await post(stage.call, `/api/v1/payments/${early.paymentId}/reverse`, { reason: 'Rücklastschrift' })
    expect(back.status).toBe(204)
    expect(await invoiceOf(stage, early.invoiceId)).toMatchObject({ state: 'open', open: 3000 })
    expect(await receivePayment(stage, early.invoiceId, 3000)).toMatchObject({ body: { report: 'not_needed' } })
    await stage.pass({ days: 2 })
    expect(await invoiceOf(stage, early.invoiceId)).toMatchObject({ state: 'paid', overpaid: 0 })
    expect(await disagreements(stage)).toEqual([])
  })
})

async function withEarlyPayment(
  word = 'schweigt',
): Promise<{ readonly invoiceId: string; readonly paymentId: string }> {
  const invoiceId = await overdueInvoice(stage, 'R-1', { word })
  const { body } = await receivePayment(stage, invoiceId, 3000)
  expect((await handOver(stage, invoiceId)).status).toBe(201)
  return { invoiceId, paymentId: String(body['id']) }
}
