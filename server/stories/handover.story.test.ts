// A claim goes out once, whatever is pressed, lost or answered; and comes back where the partner does not want it.

import { afterEach, describe, expect, it } from 'vitest'
import { caseOf, handOver, handedOver, invoiceOf, overdueInvoice, read, taskKinds } from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

describe('a handover', () => {
  it('pressed twice with one key is one case and gets the same answer', async () => {
    stage = await openStage()
    const invoiceId = await overdueInvoice(stage, 'R-1')
    const [first, second] = await Promise.all([handOver(stage, invoiceId, 'k'), handOver(stage, invoiceId, 'k')])
    expect(second).toEqual(first)
    expect(first.status).toBe(201)
    await stage.settle()
    expect((await read<{ cases: unknown[] }>(stage, '/api/v1/cases?state=all')).cases).toHaveLength(1)
    expect(await disagreements(stage)).toEqual([])
  })

  it('pressed by several at the same moment is one case; the others are told where it is', async () => {
    stage = await openStage({ servers: 2 })
    const invoiceId = await overdueInvoice(stage, 'R-1')
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd', undefined].map((key, index) => handOver(stage, invoiceId, key, stage.callAt(index % 2))),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409])
    const { caseId } = answers.find(({ status }) => status === 201)?.body ?? {}
    const refusal = answers.find(({ status }) => status === 409)?.body
    expect(refusal).toMatchObject({ code: 'already_handed_over', repair: `/faelle/${String(caseId)}` })
    await stage.settle()
    expect(await disagreements(stage)).toEqual([])
  })

  it.each(['error500AfterSuccess', 'answerLost'] as const)(
    'whose answer goes wrong (%s) is repeated and taken once',
    async (fault) => {
      stage = await openStage()
      await stage.misbehave({ [fault]: 1 })
      const { caseId } = await handedOver(stage, 'R-1', { word: 'zahlt' })
      await stage.settle()
      expect(await caseOf(stage, caseId)).toMatchObject({ outgoing: [{ state: 'pending', attempts: 1 }] })
      await stage.pass({ days: 40 })
      expect(await caseOf(stage, caseId)).toMatchObject({
        outgoing: [{ state: 'delivered', attempts: 2 }],
        payment: 'full',
      })
      expect(await disagreements(stage)).toEqual([])
    },
  )

  it('rejected by the partner makes the invoice open again and a task, and can be done anew', async () => {
    stage = await openStage()
    const { invoiceId, caseId } = await handedOver(stage, 'R-1', { country: 'AT' })
    await stage.pass({ seconds: 60 })
    expect(await caseOf(stage, caseId)).toMatchObject({
      processing: { kind: 'rejected', reason: 'abroad' },
      active: false,
    })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'open', open: 10_000 })
    expect(await taskKinds(stage)).toEqual(['case_rejected'])
    expect((await handOver(stage, invoiceId)).status).toBe(201)
    await stage.settle()
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'collection' })
    expect(await disagreements(stage)).toEqual([])
  })

  it('refused at the door (422) makes the invoice open again and a task', async () => {
    stage = await openStage()
    stage.answersInstead.push(422)
    const { invoiceId, caseId } = await handedOver(stage, 'R-1')
    await stage.settle()
    expect(await caseOf(stage, caseId)).toMatchObject({
      processing: { kind: 'rejected' },
      outgoing: [{ state: 'dead' }],
    })
    expect(await invoiceOf(stage, invoiceId)).toMatchObject({ state: 'open' })
    expect(await taskKinds(stage)).toEqual(['case_rejected'])
  })
})

describe('what a partner calls things', () => {
  it('a changed case number replaces the old one, which stays findable', async () => {
    stage = await openStage()
    await stage.misbehave({ changedCaseNumber: 1 })
    const { caseId } = await handedOver(stage, 'R-1', { word: 'zahlt' })
    await stage.pass({ days: 40 })
    expect(await caseOf(stage, caseId)).toMatchObject({
      partner: { caseNumber: '77-204519', earlierCaseNumbers: ['77-204518'] },
    })
    expect(await disagreements(stage)).toEqual([])
  })

  it('an unknown word is kept, shown in its place and made a task', async () => {
    stage = await openStage()
    await stage.misbehave({ unknownCode: 1 })
    const { caseId } = await handedOver(stage, 'R-1', { word: 'zahlt' })
    await stage.pass({ days: 40 })
    const { timeline } = await caseOf(stage, caseId)
    expect(timeline.find(({ type }) => type === 'unknown')?.data).toMatchObject({ rawType: 'case.clerk_changed' })
    expect(await taskKinds(stage)).toContain('unknown_news')
    expect(await disagreements(stage)).toEqual([])
  })
})
