// Money that reaches one of two houses, or both at once: each payment is booked once, on both sides to the same cent.

import { afterEach, describe, expect, it } from 'vitest'
import { caseOf, handedOver, invoiceOf, post, read, receivePayment, taskKinds } from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

type Shown = {
  readonly id: string
  readonly report: string
  readonly lastError: string | null
  readonly reversedAt: string | null
}
const paymentsOf = async (invoiceId: string) =>
  (await read<{ payments: Shown[] }>(stage, `/api/v1/payments?invoiceId=${invoiceId}`)).payments

describe('a payment to the creditor while a partner works on the claim', () => {
  it('waits while the partner is down for a day, says so, and is delivered once afterwards', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await handedOver(stage, 'R-1')
    await stage.pass({ days: 1 })
    await stage.misbehave({ down: 'refused' })
    await receivePayment(stage, invoiceId, 4000)
    await stage.pass({ days: 1 })
    expect(await paymentsOf(invoiceId)).toMatchObject([{ report: 'pending', lastError: 'ECONNREFUSED' }])
    expect(await disagreements(stage)).toContain('reconciliation: {"what":"no answer"}')
    await stage.misbehave({})
    await stage.pass({ days: 1 })
    expect(await paymentsOf(invoiceId)).toMatchObject([{ report: 'reported', lastError: null }])
    expect(await caseOf(stage, caseId)).toMatchObject({ payment: 'part', paid: 4000 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('is still delivered after weeks, and a person was told meanwhile', async () => {
    stage = await openStage()
    const { invoiceId } = await handedOver(stage, 'R-1')
    await stage.pass({ days: 1 })
    await stage.misbehave({ down: 'refused' })
    await receivePayment(stage, invoiceId, 4000)
    await stage.pass({ days: 20 })
    expect(await paymentsOf(invoiceId)).toMatchObject([{ report: 'pending' }])
    expect(await taskKinds(stage)).toEqual(['message_undeliverable'])
    await stage.misbehave({})
    await stage.pass({ days: 1 })
    expect(await paymentsOf(invoiceId)).toMatchObject([{ report: 'reported' }])
    expect(await taskKinds(stage)).toEqual([])
    expect(await disagreements(stage)).toEqual([])
  })

  it.each(['error500AfterSuccess', 'answerLost'] as const)(
    'whose report is answered wrongly (%s) is booked once',
    async (fault) => {
      stage = await openStage()
      const { invoiceId } = await handedOver(stage, 'R-1')
      await stage.pass({ days: 1 })
      await stage.misbehave({ [fault]: 1 })
      await receivePayment(stage, invoiceId, 4000, 'k')
      await receivePayment(stage, invoiceId, 4000, 'k')
      await stage.pass({ days: 1 })
      expect(await paymentsOf(invoiceId)).toMatchObject([{ report: 'reported' }])
      expect(await disagreements(stage)).toEqual([])
    },
  )

  it('in part, and the rest to the agency: both are shown until it is complete', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await handedOver(stage, 'R-1', { word: 'teilzahlung' })
    await stage.pass({ days: 3 })
    await receivePayment(stage, invoiceId, 2500)
    await stage.pass({ days: 60 })
    expect(await caseOf(stage, caseId)).toMatchObject({
      payment: 'full',
      processing: { kind: 'ended', reason: 'paid' },
    })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'paid', open: 0, overpaid: 0 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('that crosses one to the agency is overpaid by the same sum on both sides', async () => {
    stage = await openStage()
    const { invoiceId } = await handedOver(stage, 'R-1', { word: 'zahlt' })
    // News comes late: here nobody knows yet that the debtor paid the agency, costs and all.
    await stage.misbehave({ delay: 1, delaySeconds: 20 * 86_400 })
    await stage.pass({ days: 13 })
    await receivePayment(stage, invoiceId, 10_000)
    await stage.pass({ days: 60 })
    const { overpaid, open } = await invoiceOf(stage, invoiceId)
    expect({ overpaid, open }).toEqual({ overpaid: 10_000, open: 0 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('that crossed one to the agency and then goes back leaves what the debtor really owes', async () => {
    stage = await openStage()
    const { invoiceId } = await handedOver(stage, 'R-1', { word: 'teilzahlung' })
    await stage.misbehave({ delay: 1, delaySeconds: 9 * 86_400 })
    await stage.pass({ days: 9 })
    const { body } = await receivePayment(stage, invoiceId, 10_000)
    await stage.misbehave({})
    await stage.pass({ days: 10 })
    expect((await invoiceOf(stage, invoiceId)).overpaid).toBeGreaterThan(0)
    await post(stage.call, `/api/v1/payments/${String(body['id'])}/reverse`, { reason: 'Rücklastschrift' })
    await stage.pass({ seconds: 60 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection', overpaid: 0 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('that covers costs not yet heard of settles them once both have said so', async () => {
    stage = await openStage()
    const { invoiceId } = await handedOver(stage, 'R-1')
    await stage.pass({ seconds: 60 })
    await stage.misbehave({ delay: 1, delaySeconds: 3 * 86_400 })
    await stage.pass({ days: 4 })
    const costs = stage.world.record(stage.connectionId, (await onlyCase()).id)?.claim.open.costs ?? 0
    expect(costs).toBeGreaterThan(0)
    await receivePayment(stage, invoiceId, 10_000 + costs + 500)
    await stage.pass({ days: 30 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'paid', open: 0, overpaid: 500 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('taken back is taken back on both sides, without a false alarm', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await handedOver(stage, 'R-1')
    await stage.pass({ days: 1 })
    const { body } = await receivePayment(stage, invoiceId, 4000)
    await stage.pass({ days: 1 })
    expect(
      (await post(stage.call, `/api/v1/payments/${String(body['id'])}/reverse`, { reason: 'Fehlbuchung' })).status,
    ).toBe(204)
    await stage.pass({ days: 1 })
    expect(await caseOf(stage, caseId)).toMatchObject({ payment: 'unpaid', paid: 0 })
    expect(await disagreements(stage)).toEqual([])
    expect(await taskKinds(stage)).toEqual([])
  })

  it('taken back after it had closed the case makes the partner go on', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await handedOver(stage, 'R-1')
    await stage.pass({ seconds: 60 })
    const { body } = await receivePayment(stage, invoiceId, 10_000)
    await stage.pass({ seconds: 60 })
    expect(await caseOf(stage, caseId)).toMatchObject({ processing: { kind: 'ended', reason: 'paid' } })
    await post(stage.call, `/api/v1/payments/${String(body['id'])}/reverse`, { reason: 'Rücklastschrift' })
    await stage.pass({ days: 20 })
    expect(await caseOf(stage, caseId)).toMatchObject({ processing: { kind: 'accepted' }, active: true })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection' })
    expect(await disagreements(stage)).toEqual([])
  })
})

describe('a payment to the agency', () => {
  it('that bounces after it had closed the case opens it again', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await handedOver(stage, 'R-1', { word: 'ruecklastschrift' })
    await stage.pass({ days: 30 })
    expect((await paymentsOf(invoiceId)).map(({ reversedAt }) => reversedAt !== null)).toEqual([true])
    expect(await caseOf(stage, caseId)).toMatchObject({
      processing: { kind: 'accepted' },
      active: true,
      payment: 'unpaid',
    })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection' })
    expect(await disagreements(stage)).toEqual([])
  })
})

async function onlyCase(): Promise<{ readonly id: string }> {
  const { cases } = await read<{ cases: { id: string }[] }>(stage, '/api/v1/cases?state=all')
  if (!cases[0] || cases.length > 1) throw new Error(`${cases.length} cases`)
  return cases[0]
}
