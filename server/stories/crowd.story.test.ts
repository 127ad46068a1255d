// Many claims, every temperament, every fault at once, one server or two: at the end there is one case each, each payment
// once, and both books are equal to the cent.

import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import type { Faults } from '../../simulator/world/index.ts'
import { type Chance, chanceOf } from '../../scripts/killing/chance.ts'
import { type Answered, handOver, overdueInvoice, post, receivePayment } from './acts.ts'
import { disagreements } from './books.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

const WORDS = [
  'zahlt',
  'direktzahlung',
  'teilzahlung',
  'spaet',
  'bestreitet',
  'raten',
  'umgezogen',
  'insolvent',
  'schweigt',
  'ruecklastschrift',
]
const CLAIMS = 30

function faultsOf(chance: Chance): Partial<Faults> {
  const some = (most: number): number => chance.below(most * 100) / 100
  return {
    duplicate: some(0.3),
    reorder: some(0.3),
    lose: some(0.2),
    delay: some(0.3),
    delaySeconds: 3600 + chance.below(5 * 86_400),
    error500AfterSuccess: some(0.5),
    answerLost: some(0.5),
    changedCaseNumber: some(0.5),
    unknownCode: some(0.1),
  }
}

/** Hands thirty claims over, some of them twice at once, and lets debtors pay the creditor now and then. Returns those payments. */
async function play(seed: string): Promise<string[]> {
  const chance = chanceOf(seed)
  const server = () => stage.callAt(chance.below(stage.apps.length))
  const invoices: string[] = []
  const paid: string[] = []
  for (let index = 0; index < CLAIMS; index += 1) {
    const word = WORDS[chance.below(WORDS.length)] ?? 'schweigt'
    const invoiceId = await overdueInvoice(stage, `R-${index}`, { word, amount: 3000 + chance.below(30_000) })
    invoices.push(invoiceId)
    // One in five was given up before, and is tried once more.
    if (chance.below(5) > 0) continue
    const { status } = await post(stage.call, `/api/v1/invoices/${invoiceId}/write-off`, { reason: 'aussichtslos' })
    expect(status).toBe(200)
  }
  await stage.misbehave(faultsOf(chance))
  for (const invoiceId of invoices) {
    const times = 1 + chance.below(2)
    await Promise.all(
      Array.from({ length: times }, (_, index) => handOver(stage, invoiceId, `h${invoiceId} ${index}`, server())),
    )
    if (chance.below(3) === 0) await stage.settle()
  }
  for (let round = 0; round < 8; round += 1) {
    await stage.pass({ days: 1 + chance.below(6), seconds: chance.below(80_000) })
    await stage.misbehave(chance.below(5) === 0 ? { down: 'unavailable' } : faultsOf(chance))
    for (const invoiceId of invoices) {
      if (chance.below(12) > 0) continue
      const amount = 100 + chance.below(12_000)
      const times = 1 + chance.below(2)
      const key = `p${invoiceId} ${round}`
      const pressed = Array.from({ length: times }, () => receivePayment(stage, invoiceId, amount, key, server()))
      paid.push(...taken(await Promise.all(pressed)).map((id) => `${id} ${amount}`))
    }
    await answerSome(chance)
    await takeBackSome(chance)
    await endSomeAttempts(chance)
  }
  await stage.misbehave({})
  await stage.pass({ days: 90 })
  return paid
}

/** The one payment that was made, however often it was pressed; none where the claim was given up again. */
function taken(answers: readonly Answered[]): string[] {
  if (answers.every(({ body }) => body['code'] === 'payment_on_written_off')) return []
  const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => String(body['id'])))
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
  expect(ids.size).toBe(1)
  return [...ids]
}

/** What the world says was paid to the agency, each once, however often it was told. */
async function reported(): Promise<string[]> {
  const { rows } = await stage.run(({ trx }) => sql<{ id: string }>`SELECT id FROM cases`.execute(trx))
  return rows.flatMap(({ id }) =>
    (stage.world.record(stage.connectionId, id)?.news ?? []).flatMap(({ body }) =>
      body.type === 'payment.reported' ? [`${body.paymentId} ${body.amount}`] : [],
    ),
  )
}

async function booked(): Promise<string[]> {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ payment: string }>`
      SELECT coalesce(partner_payment_id, id::text) || ' ' || amount AS payment FROM payments`.execute(trx),
  )
  return rows.map(({ payment }) => payment)
}

/** A question in two is answered, sometimes by two people at once: one of them is told so. */
async function answerSome(chance: Chance): Promise<void> {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ id: string; caseId: string }>`
      SELECT id, case_id AS "caseId" FROM questions WHERE answered_at IS NULL AND closed_at IS NULL ORDER BY id`.execute(
      trx,
    ),
  )
  for (const { id, caseId } of rows) {
    if (chance.below(2) === 0) continue
    const answer = chance.below(2) === 0 ? 'yes' : 'no'
    const press = (server: number) =>
      post(stage.callAt(server), `/api/v1/cases/${caseId}/questions/${id}/answer`, { answer })
    const statuses = (await Promise.all([press(0), press(stage.apps.length - 1)])).map(({ status }) => status)
    expect(statuses.filter((status) => status === 204).length).toBeLessThanOrEqual(1)
  }
}

/** A payment in six goes back; pressed twice it goes back once. */
async function takeBackSome(chance: Chance): Promise<void> {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ id: string }>`
      SELECT id FROM payments WHERE received_by = 'creditor' AND reversed_at IS NULL ORDER BY id`.execute(trx),
  )
  for (const { id } of rows) {
    if (chance.below(6) > 0) continue
    const press = (server: number) =>
      post(stage.callAt(server), `/api/v1/payments/${id}/reverse`, { reason: 'Rücklastschrift' })
    const statuses = (await Promise.all([press(0), press(stage.apps.length - 1)])).map(({ status }) => status)
    expect(statuses.filter((status) => status === 204).length).toBeLessThanOrEqual(1)
  }
}

/** An attempt in eight is ended, by two people at once: one of them is told that it was. */
async function endSomeAttempts(chance: Chance): Promise<void> {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ id: string }>`SELECT id FROM cases WHERE kind = 'attempt' AND active ORDER BY id`.execute(trx),
  )
  for (const { id } of rows) {
    if (chance.below(8) > 0) continue
    const press = (server: number) => post(stage.callAt(server), `/api/v1/cases/${id}/recall`, {})
    const statuses = (await Promise.all([press(0), press(stage.apps.length - 1)])).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1)
  }
}

describe('thirty claims among faults', () => {
  it.each([
    { seed: 'one', servers: 1 },
    { seed: 'two', servers: 1 },
    { seed: 'three', servers: 2 },
  ])('seed $seed, $servers server(s): end with equal books', { timeout: 120_000 }, async ({ seed, servers }) => {
    stage = await openStage({ servers, seed })
    const paid = await play(seed)
    expect(await disagreements(stage)).toEqual([])
    const { rows } = await stage.run(({ trx }) =>
      sql<{ cases: number }>`SELECT count(*) AS cases FROM cases`.execute(trx),
    )
    expect(rows[0]?.cases).toBe(CLAIMS)
    const toAgency = await reported()
    // Neither side is empty, so that the next line says something.
    expect(Math.min(paid.length, toAgency.length)).toBeGreaterThan(0)
    expect((await booked()).toSorted()).toEqual([...paid, ...toAgency].toSorted())
  })
})

describe('two servers on one database', () => {
  it('send each message once and apply each piece of news once', async () => {
    stage = await openStage({ servers: 2 })
    for (let index = 0; index < 10; index += 1) {
      const invoiceId = await overdueInvoice(stage, `R-${index}`, { word: 'zahlt' })
      await handOver(stage, invoiceId, undefined, stage.callAt(index % 2))
      await receivePayment(stage, invoiceId, 1000, undefined, stage.callAt((index + 1) % 2))
    }
    await stage.settle()
    const { rows } = await stage.run(({ trx }) =>
      sql<{ attempts: number; state: string }>`SELECT DISTINCT attempts, state FROM outbox`.execute(trx),
    )
    expect(rows).toEqual([{ attempts: 1, state: 'delivered' }])
    await stage.pass({ days: 30 })
    expect(await disagreements(stage)).toEqual([])
  })
})
