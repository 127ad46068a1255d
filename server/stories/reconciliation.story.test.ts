// Both books are compared every few minutes: what was lost is fetched, what is on its way is left alone, and what really
// differs becomes one task that ends when it no longer does.

import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { reconcileAndTell } from '../modules/cases/index.ts'
import { createDatabase } from '../db/database.ts'
import { caseOf, handOver, handedOver, receivePayment, taskKinds } from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

async function compare() {
  const [server] = stage.apps
  return server && reconcileAndTell(server.roads, stage.tenantId, stage.connectionId)
}

it('leaves alone what is still on its way', async () => {
  stage = await openStage()
  const { invoiceId } = await handedOver(stage, 'R-1')
  await stage.pass({ days: 1 })
  await receivePayment(stage, invoiceId, 4000)
  expect(await compare()).toEqual([])
  expect(await taskKinds(stage)).toEqual([])
})

it('does not hold an ended case against the handover that came after it', async () => {
  stage = await openStage()
  const { invoiceId } = await handedOver(stage, 'R-1', { country: 'AT' })
  await stage.pass({ seconds: 60 })
  await receivePayment(stage, invoiceId, 4000)
  await handOver(stage, invoiceId)
  await stage.pass({ seconds: 60 })
  expect(await compare()).toEqual([])
})

it('makes one task of a difference, and ends it when there is none', async () => {
  stage = await openStage()
  const { invoiceId, caseId } = await handedOver(stage, 'R-1')
  await stage.pass({ days: 1 })
  const owner = createDatabase({ url: stage.ownerUrl, max: 1 })
  await sql`ALTER TABLE invoices NO FORCE ROW LEVEL SECURITY`.execute(owner)
  await sql`UPDATE invoices SET principal_open = 9000 WHERE id = ${invoiceId}`.execute(owner)
  const difference = { caseId, what: 'openPrincipal', here: 9000, there: 10_000 }
  expect(await compare()).toMatchObject([difference])
  expect(await compare()).toMatchObject([difference])
  expect((await taskKinds(stage)).filter((kind) => kind === 'books_differ')).toHaveLength(1)
  await sql`UPDATE invoices SET principal_open = 10000 WHERE id = ${invoiceId}`.execute(owner)
  await owner.destroy()
  expect(await compare()).toEqual([])
  expect(await taskKinds(stage)).toEqual([])
})

it('takes an answer without a receipt for no answer, and asks again', async () => {
  stage = await openStage()
  const { caseId } = await handedOver(stage, 'R-1')
  stage.answersInstead.push(200) // as a proxy may answer that took nothing
  await stage.settle()
  expect(await caseOf(stage, caseId)).toMatchObject({ outgoing: [{ state: 'pending' }] })
  expect(await compare()).toEqual([])
  await stage.pass({ seconds: 60 })
  expect(await disagreements(stage)).toEqual([])
})
