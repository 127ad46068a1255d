// Claims that were written off and are tried once more: the loss stays booked, what comes in is recovered, and what does
// not is given up again.

import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { day } from '@mahnwerk/core/calendar'
import type { NewsBody } from '@mahnwerk/core/cases'
import { minor } from '@mahnwerk/core/money'
import { addSeconds } from '../clock.ts'
import { verifyTenant } from '../verify/index.ts'
import { caseOf, handOver, invoiceOf, overdueInvoice, post, receivePayment } from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

async function writtenOff(number: string, word = 'schweigt'): Promise<string> {
  const invoiceId = await overdueInvoice(stage, number, { word })
  const { status } = await post(stage.call, `/api/v1/invoices/${invoiceId}/write-off`, { reason: 'aussichtslos' })
  expect(status).toBe(200)
  return invoiceId
}

async function tried(number: string, word?: string): Promise<{ readonly invoiceId: string; readonly caseId: string }> {
  const invoiceId = await writtenOff(number, word)
  const { status, body } = await handOver(stage, invoiceId)
  expect({ status, body }).toMatchObject({ status: 201 })
  return { invoiceId, caseId: String(body['caseId']) }
}

/** What the accounts of loss and recovery hold, received less given, and what the invoice says is given up. */
async function books(invoiceId: string) {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ loss: number; attempted: number; recovered: number; writtenOff: number }>`
      SELECT coalesce(sum(m.amount) FILTER (WHERE m.account = 'write_off'), 0)::bigint AS loss,
        coalesce(sum(m.amount) FILTER (WHERE m.account = 'attempted'), 0)::bigint AS attempted,
        coalesce(sum(m.amount) FILTER (WHERE m.account = 'recovered'), 0)::bigint AS recovered, i.written_off AS "writtenOff"
      FROM invoices i JOIN (SELECT invoice_id, debit AS account, amount FROM transfers
        UNION ALL SELECT invoice_id, credit, -amount FROM transfers) m ON m.invoice_id = i.id
      WHERE i.id = ${invoiceId} GROUP BY i.written_off`.execute(trx),
  )
  return rows[0]
}

async function tell(caseId: string, from: number, bodies: readonly NewsBody[]): Promise<void> {
  for (const [index, body] of bodies.entries()) {
    const sequence = from + index
    const news = { eventId: `told-${caseId}-${sequence}`, claimRef: caseId, sequence, currency: 'EUR' as never, body } // a code of three capitals
    expect(await stage.tell({ ...news, occurredAt: addSeconds(stage.now(), 0) })).toBe(200)
  }
}

describe('a claim that was written off', () => {
  it('is handed over as an attempt: owed again, while the loss stays booked', async () => {
    stage = await openStage()
    const invoiceId = await writtenOff('R-1')
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: 0, recovered: 0, writtenOff: 10_000 })
    const overview = await post(stage.call, `/api/v1/invoices/${invoiceId}/handover/overview`, {})
    expect(overview.body).toMatchObject({ kind: 'attempt', total: 10_000, blockers: [] })
    const { body } = await handOver(stage, invoiceId)
    expect(await caseOf(stage, String(body['caseId']))).toMatchObject({ kind: 'attempt' })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection', open: 10_000 })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: -10_000, recovered: 0, writtenOff: 0 })
    await stage.pass({ days: 3 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('that is paid to the agency is recovered, without its costs', async () => {
    stage = await openStage()
    const { invoiceId } = await tried('R-1', 'zahlt')
    await stage.pass({ days: 30 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'paid', open: 0 })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: 0, recovered: -10_000, writtenOff: 0 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('that is paid in part before the attempt ends is given up for the rest, and only that can be brought back', async () => {
    stage = await openStage()
    const { invoiceId } = await tried('R-1', 'insolvent')
    await receivePayment(stage, invoiceId, 4000)
    await stage.pass({ days: 30 })
    const after = await books(invoiceId)
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'written_off', open: 0 })
    expect(after).toMatchObject({ attempted: 0, recovered: -4000, writtenOff: (after?.loss ?? 0) - 4000 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
    expect((await post(stage.call, `/api/v1/invoices/${invoiceId}/write-off/undo`, {})).status).toBe(200)
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'open', open: after?.writtenOff })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('whose payment bounces is not recovered, and the attempt goes on', async () => {
    stage = await openStage()
    const { invoiceId } = await tried('R-1', 'ruecklastschrift')
    await stage.pass({ days: 40 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection' })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: -10_000, recovered: 0, writtenOff: 0 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('whose payment to the creditor is taken back is not recovered', async () => {
    stage = await openStage()
    const { invoiceId } = await tried('R-1')
    const { body } = await receivePayment(stage, invoiceId, 12_500)
    expect(await books(invoiceId)).toMatchObject({ attempted: 0, recovered: -10_000 })
    await post(stage.call, `/api/v1/payments/${String(body['id'])}/reverse`, { reason: 'Rücklastschrift' })
    expect(await books(invoiceId)).toMatchObject({ attempted: -10_000, recovered: 0 })
    await stage.pass({ days: 2 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('can be tried again after an attempt that failed', async () => {
    stage = await openStage()
    const { invoiceId } = await tried('R-1', 'insolvent')
    await stage.pass({ days: 30 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'written_off' })
    const again = await handOver(stage, invoiceId)
    expect(again.status).toBe(201)
    expect(await books(invoiceId)).toMatchObject({ attempted: -10_000, recovered: 0 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('that the partner rejects is written off as before', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await tried('R-1')
    await tell(caseId, 1, [{ type: 'case.rejected', reason: 'limitation', text: 'Verjährt', repairable: false }])
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'written_off', open: 0 })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: 0, recovered: 0, writtenOff: 10_000 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('that the partner’s door refuses is written off as before', async () => {
    stage = await openStage()
    stage.answersInstead.push(403, 403)
    const { invoiceId } = await tried('R-1')
    await stage.settle()
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'written_off', open: 0 })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: 0, recovered: 0, writtenOff: 10_000 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })

  it('that the partner takes up once more is owed again', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await tried('R-1')
    const on = day('2026-11-20')
    await tell(caseId, 1, [
      { type: 'case.accepted', caseNumber: 'AZ-1' },
      { type: 'cost.added', costId: 'k', kind: 'collection_fee', amount: minor(2000), on, text: 'Gebühr' },
      { type: 'case.closed', reason: 'uneconomical' },
    ])
    expect(await books(invoiceId)).toEqual({ loss: 12_000, attempted: 0, recovered: 0, writtenOff: 12_000 })
    await tell(caseId, 4, [{ type: 'case.resumed' }])
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection', open: 12_000, costs: 2000 })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: -10_000, recovered: 0, writtenOff: 0 })
    const split = {
      principal: minor(10_000),
      charges: minor(0),
      interest: minor(0),
      costs: minor(2000),
      overpaid: minor(0),
    }
    const paid = { type: 'payment.reported', paymentId: 'p', receivedBy: 'partner', amount: minor(12_000) } as const
    await tell(caseId, 5, [
      { ...paid, on, method: 'transfer', split },
      { type: 'case.closed', reason: 'paid' },
    ])
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'paid', open: 0 })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: 0, recovered: -10_000, writtenOff: 0 })
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
  })
})

describe('an attempt that the creditor ends', () => {
  const recall = (caseId: string) => post(stage.call, `/api/v1/cases/${caseId}/recall`, { reason: 'Kulanz' })

  it('costs nothing when it began in the free time; the claim is written off as before', async () => {
    stage = await openStage()
    await stage.run(({ trx }) =>
      sql`UPDATE connections SET profile = jsonb_set(profile, '{caseFee,freeUntil}', '"2026-11-20"')`.execute(trx),
    )
    const { invoiceId, caseId } = await tried('R-1')
    await stage.pass({ days: 12 })
    expect((await invoiceOf(stage, invoiceId)).costs).toBeGreaterThan(0)
    expect(await recall(caseId)).toEqual({ status: 200, body: { feeMin: 0, feeMax: 0 } })
    expect(await recall(caseId)).toMatchObject({ status: 409, body: { code: 'recall_already_sent' } })
    await stage.pass({ days: 1 })
    expect(await caseOf(stage, caseId)).toMatchObject({ active: false, processing: { reason: 'recalled' } })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'written_off', open: 0 })
    expect(await books(invoiceId)).toEqual({ loss: 10_000, attempted: 0, recovered: 0, writtenOff: 10_000 })
    expect(await disagreements(stage)).toEqual([])
    expect(await recall(caseId)).toMatchObject({ status: 409, body: { code: 'case_already_over' } })
  })

  it('that began after the free time has cost the partner’s fee', async () => {
    stage = await openStage()
    const { caseId } = await tried('R-1')
    const { body } = await recall(caseId)
    expect(body).toEqual({ feeMin: 250, feeMax: 500 })
  })

  it('keeps what came in until then', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await tried('R-1', 'teilzahlung')
    await stage.pass({ days: 9 })
    const recovered = -((await books(invoiceId))?.recovered ?? 0)
    expect(recovered).toBeGreaterThan(0)
    await recall(caseId)
    await stage.pass({ days: 30 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'written_off', open: 0 })
    expect(await books(invoiceId)).toEqual({
      loss: 10_000,
      attempted: 0,
      recovered: -recovered,
      writtenOff: 10_000 - recovered,
    })
    expect(await disagreements(stage)).toEqual([])
  })

  it('is told once, however badly the road is', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await tried('R-1')
    await stage.pass({ days: 2 })
    await stage.misbehave({ answerLost: 1 })
    await recall(caseId)
    await stage.pass({ seconds: 60 })
    await stage.misbehave({})
    await stage.pass({ days: 2 })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'written_off', open: 0 })
    expect(await disagreements(stage)).toEqual([])
  })

  it('must be an attempt', async () => {
    stage = await openStage()
    const invoiceId = await overdueInvoice(stage, 'R-1')
    const { body } = await handOver(stage, invoiceId)
    expect(await recall(String(body['caseId']))).toMatchObject({ status: 422, body: { code: 'recall_only_attempts' } })
  })
})
