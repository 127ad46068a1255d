// What takes an invoice out of a run again, and the single letter that a person wishes. The way from the due day to the suggestion
// for collection stands country by country in dunning-de, dunning-at and dunning-nl.

import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { type LocalDate, addDays, day } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import type { PartyName } from '@mahnwerk/core/parties'
import { dayOf } from '../clock.ts'
import { runToday } from '../modules/dunning/index.ts'
import { recordInvoices } from '../modules/invoices/index.ts'
import { sentenceOfFinding, verifyTenant } from '../verify/index.ts'
import { type Answered, post, receivePayment } from './acts.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

/** Everything that does not add up, and whatever went wrong unseen; none where all is well. */
async function faults(): Promise<readonly string[]> {
  const findings = await verifyTenant(stage.ground, stage.tenantId)
  return [...findings.map(sentenceOfFinding), ...stage.errors.map(String)]
}

const VERA: PartyName = { kind: 'consumer', first: 'Vera', last: 'Schuld' }
const GMBH: PartyName = { kind: 'business', company: 'Donau Bau GmbH' }

async function ask(method: 'GET' | 'PUT' | 'PATCH' | 'POST', path: string, body?: object): Promise<Answered> {
  const answer = await stage.call(method, `/api/v1${path}`, body)
  return { status: answer.statusCode, body: answer.json() }
}

async function invoice(number: string, dueDate: string, name = VERA, country = 'DE'): Promise<string> {
  return stage.run(async (context) => {
    const [outcome] = await recordInvoices(context, { practiceId: stage.practiceId, source: 'api' }, [
      {
        sellerKey: 'stadtpark',
        number,
        invoiceDate: addDays(day(dueDate), -14),
        dueDate: day(dueDate),
        currency: EUR,
        amount: minor(100_000),
        subject: 'Behandlung',
        debtor: {
          name,
          address: { street: 'Gasse 1', postCode: '10115', city: 'Ort', country },
          email: 'vera@example.org',
        },
      },
    ])
    if (outcome?.outcome !== 'accepted') throw new Error(JSON.stringify(outcome))
    return outcome.invoiceId
  })
}

const step = (level: number, afterDays: number, fee: number) => ({
  level,
  afterDays,
  channel: 'letter',
  fee,
  periodDays: 10,
  interest: level > 1,
})

const policyWith = (fee: number, changes: object = {}) => ({
  name: `Ablauf ${fee}`,
  currency: 'EUR',
  steps: [step(0, 7, 0), step(1, 14, 0), step(2, 14, fee), step(3, 14, fee)],
  grouping: 'per_debtor',
  leastOpen: 500,
  audience: 'all',
  standard: true,
  ...changes,
})

async function begin(country: string, fee: number, region: string | null = null): Promise<void> {
  stage = await openStage()
  expect(await ask('PATCH', '/settings/law', { country, region, version: 1 })).toMatchObject({ status: 200 })
  expect(await ask('POST', '/dunning/policies', policyWith(fee))).toMatchObject({ status: 201 })
  expect(await ask('PATCH', '/dunning/settings', { automatic: true, version: 1 })).toMatchObject({ status: 200 })
}

/** Days pass one by one, each beginning with what runs by itself. */
async function until(last: string): Promise<void> {
  while (dayOf(stage.now()) < last) {
    await stage.pass({ days: 1 })
    await runToday(stage.ground, stage.tenantId)
  }
}

/** Level, day and fee of every notice in the order of their numbers. */
async function notices(): Promise<readonly string[]> {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ level: number; day: LocalDate; fee: number; number: number }>`
      SELECT level, day, fee, number::int FROM notices ORDER BY year, number`.execute(trx),
  )
  return rows.map((each) => `${each.level} ${each.day} ${each.fee}`)
}

describe('a run', () => {
  it('leaves out who paid between the list and the run', async () => {
    await begin('DE', 0)
    const paid = await invoice('R-1', '2026-11-10')
    await invoice('R-2', '2026-11-10', GMBH)
    const preview = await ask('GET', '/dunning/preview')
    expect(preview.body['letters']).toHaveLength(2)
    await receivePayment(stage, paid, 100_000)
    const run = await ask('POST', '/dunning/runs', {})
    expect(run).toMatchObject({ status: 202 })
    expect(await ask('GET', `/dunning/runs/${String(run.body['id'])}`)).toMatchObject({
      body: { state: 'done', letters: 1, claims: 1, asked: 100_000 },
    })
    expect(await ask('GET', `/invoices/${paid}/dunning`)).toMatchObject({
      body: { notices: [], due: null, why: { kind: 'ended', state: 'paid' } },
    })
    expect(await faults()).toEqual([])
  })

  it('waits for the end of a stop, which comes by itself', async () => {
    await begin('DE', 0)
    const id = await invoice('R-1', '2026-11-13')
    const { body } = await ask('GET', `/invoices/${id}`)
    const debtor = (body['debtor'] as { readonly id: string }).id // as the route's schema has it
    const hold = { reason: 'promise', note: 'zahlt am Monatsende', until: '2026-11-30' }
    expect(await ask('PUT', `/debtors/${debtor}/hold`, hold)).toMatchObject({ body: { holds: [{ inForce: true }] } })
    expect(await ask('GET', '/dunning/preview')).toMatchObject({
      body: { letters: [], notReminded: [{ invoiceId: id, why: { kind: 'debtor_hold', reason: 'promise' } }] },
    })
    await until('2026-12-05')
    expect(await notices()).toEqual(['0 2026-12-01 0'])
    expect(await ask('GET', `/debtors/${debtor}/holds`)).toMatchObject({ body: { holds: [{ inForce: false }] } })
    expect(await faults()).toEqual([])
  })
})

describe('the yellow triangle', () => {
  it('writes the next letter before its day once that is confirmed, and once a day', async () => {
    await begin('DE', 0)
    const id = await invoice('R-1', '2026-11-18')
    const notice = (body: object) => post(stage.call, `/api/v1/invoices/${id}/notice`, body)
    expect(await notice({})).toMatchObject({
      status: 422,
      body: { code: 'notice_not_yet', facts: { on: '2026-11-25' } },
    })
    expect(await notice({ early: true })).toMatchObject({
      status: 201,
      body: { level: 0, number: 'M-2026-0001', single: true },
    })
    expect(await notice({ early: true })).toMatchObject({ status: 422, body: { code: 'notice_wait_a_day' } })
    await stage.pass({ days: 1 })
    expect(await notice({ early: true })).toMatchObject({ status: 201, body: { level: 1, number: 'M-2026-0002' } })
    expect(await faults()).toEqual([])
  })

  it('charges nothing before default, however soon the letter is wished', async () => {
    await begin('DE', 120)
    const id = await invoice('R-1', '2026-11-18')
    const notice = () => post(stage.call, `/api/v1/invoices/${id}/notice`, { early: true })
    await notice()
    await stage.pass({ days: 1 })
    await notice()
    await stage.pass({ days: 1 })
    expect(await notice()).toMatchObject({ status: 422, body: { code: 'letter_must_be_free' } })
    expect(await notices()).toHaveLength(2)
    expect(await faults()).toEqual([])
  })
})
