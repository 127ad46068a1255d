// A stop (Mahnsperre) on a claim that is at the partner: the partner rests, too, and goes on when it is over. The last case is that
// of a partner that cannot be asked by a message.

import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays } from '@mahnwerk/core/calendar'
import { dayOf } from '../clock.ts'
import { caseOf, handedOver, taskKinds } from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
let debtorId: string
let ids: { readonly invoiceId: string; readonly caseId: string }
beforeEach(async () => {
  stage = await openStage()
  ids = await handedOver(stage, 'R-1')
  const { rows } = await stage.run(({ trx }) =>
    sql<{ id: string }>`SELECT debtor_id AS id FROM invoices WHERE id = ${ids.invoiceId}`.execute(trx),
  )
  debtorId = rows[0]?.id ?? ''
})
afterEach(() => stage.close())

const inDays = (days: number) => addDays(dayOf(stage.now()), days)

async function stop(hold: object): Promise<void> {
  const answer = await stage.call('PUT', `/api/v1/debtors/${debtorId}/hold`, hold)
  expect(answer.statusCode).toBe(200)
}

async function lift(): Promise<void> {
  expect((await stage.call('DELETE', `/api/v1/debtors/${debtorId}/hold`)).statusCode).toBe(200)
}

async function mark(marker: object): Promise<void> {
  const answer = await stage.call('PATCH', `/api/v1/invoices/${ids.invoiceId}/marker`, { marker })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()])
}

/** What has happened on the case, the latest first. */
const timeline = async () => (await caseOf(stage, ids.caseId)).timeline.map(({ type }) => type)
const letters = async () => (await timeline()).filter((type) => type === 'debtor.contacted').length

it('with a last day: the partner rests so long, writes to nobody, and goes on by itself', async () => {
  await stage.pass({ days: 5 })
  const before = await letters()
  expect(before).toBe(1)
  const until = inDays(30)
  await stop({ reason: 'hardship', note: 'nur für uns', until })
  await stage.settle()
  expect(await caseOf(stage, ids.caseId)).toMatchObject({ processing: { kind: 'paused', until } })
  await stage.pass({ days: 29 })
  expect(await letters()).toBe(before)
  await stage.pass({ days: 3 })
  expect(await caseOf(stage, ids.caseId)).toMatchObject({ processing: { kind: 'accepted' } })
  await stage.pass({ days: 25 })
  expect(await letters()).toBeGreaterThan(before)
  // Only what the partner needs has left.
  const { rows } = await stage.run(({ trx }) =>
    sql<{ payload: { pause?: object } }>`SELECT payload FROM outbox WHERE kind = 'case.pause'`.execute(trx),
  )
  expect(rows.map(({ payload }) => payload.pause)).toEqual([{ pauseId: expect.any(String), reason: 'hardship', until }])
  expect(await disagreements(stage)).toEqual([])
})

it('without an end, set before the partner has even accepted: it rests until the stop is lifted', async () => {
  await stop({ reason: 'death', until: null })
  await stage.pass({ days: 40 })
  expect(await letters()).toBe(0)
  expect(await caseOf(stage, ids.caseId)).toMatchObject({ processing: { kind: 'paused' } })
  await lift()
  await stage.pass({ days: 21 })
  expect(await letters()).toBeGreaterThan(0)
  expect(await timeline()).toEqual(expect.arrayContaining(['case.rest_asked', 'case.paused', 'case.rest_ended']))
  expect(await disagreements(stage)).toEqual([])
})

it('noted on the invoice: it stops the partner as well, and two stops end with the longer one', async () => {
  await stage.pass({ days: 5 })
  await mark({ kind: 'promised', by: inDays(10), note: 'am Telefon' })
  await stop({ reason: 'bank', until: inDays(20) })
  await stage.settle()
  expect(await caseOf(stage, ids.caseId)).toMatchObject({ processing: { kind: 'paused', until: inDays(20) } })
  await lift()
  await stage.settle()
  expect(await caseOf(stage, ids.caseId)).toMatchObject({ processing: { kind: 'paused', until: inDays(10) } })
  await mark({ kind: 'none' })
  await stage.settle()
  expect(await caseOf(stage, ids.caseId)).toMatchObject({ processing: { kind: 'accepted' } })
})

it('a partner that does not rest by a message becomes a task that names it, until the stop is over', async () => {
  await stage.pass({ days: 5 })
  stage.answersInstead.push(422)
  await stop({ reason: 'plan', until: null })
  await stage.settle()
  expect(await taskKinds(stage)).toEqual(['rest_refused'])
  await lift()
  expect(await taskKinds(stage)).toEqual([])
  const { rows } = await stage.run(({ trx }) => sql`SELECT FROM outbox WHERE kind = 'case.resume'`.execute(trx))
  expect(rows).toEqual([])
})
