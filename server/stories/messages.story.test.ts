// What goes wrong on the road between two houses, and that it ends well: one case, each payment once, equal books.

import { afterEach, describe, expect, it } from 'vitest'
import { caseOf, handedOver } from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

describe('news on its way', () => {
  it('arrives once each, is applied in order, and the case ends paid', async () => {
    stage = await openStage()
    const { caseId } = await handedOver(stage, 'R-1', { word: 'teilzahlung' })
    await stage.pass({ days: 60 })
    expect(await caseOf(stage, caseId)).toMatchObject({
      processing: { kind: 'ended', reason: 'paid' },
      payment: 'full',
    })
    expect(await disagreements(stage)).toEqual([])
  })

  it.each([{ duplicate: 1 }, { reorder: 0.5 }, { delay: 0.5, delaySeconds: 90_000 }])(
    '%o changes nothing',
    async (faults) => {
      stage = await openStage()
      await stage.misbehave(faults)
      const { caseId } = await handedOver(stage, 'R-1', { word: 'teilzahlung' })
      await stage.pass({ days: 60 })
      expect(await caseOf(stage, caseId)).toMatchObject({
        processing: { kind: 'ended' },
        payment: 'full',
        waitingNews: 0,
      })
      expect(await disagreements(stage)).toEqual([])
    },
  )

  it('that is lost is fetched when the books are compared, the last message too', async () => {
    stage = await openStage()
    await stage.misbehave({ lose: 1 })
    const { caseId } = await handedOver(stage, 'R-1', { word: 'zahlt' })
    await stage.pass({ days: 60 })
    expect(await caseOf(stage, caseId)).toMatchObject({ processing: { kind: 'sent' }, payment: 'unpaid' })
    expect(await disagreements(stage)).toEqual([])
    expect(await caseOf(stage, caseId)).toMatchObject({ processing: { kind: 'ended' }, payment: 'full' })
  })
})
