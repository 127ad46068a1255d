// What happens to claims while a run writes: somebody pays, a hold is noted, two people start at once. The run is made to wait in the middle
// of its writing, by a lock on one of its claims, so that the others can change under it.

import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import { type Chance, chanceOf } from '../../scripts/killing/chance.ts'
import { systemPrincipal } from '../auth/system.ts'
import { dayOf } from '../clock.ts'
import { type Database, createDatabase, inTenant } from '../db/database.ts'
import { lockTenant } from '../events/index.ts'
import { inContext } from '../http/index.ts'
import { recordInvoices } from '../modules/invoices/index.ts'
import { sentenceOfFinding, verifyTenant } from '../verify/index.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
/** Holds locks. */
let beside: Database
/** Sees who waits for them. */
let onlooker: Database
beforeEach(async () => {
  stage = await openStage({ servers: 2 })
  beside = createDatabase({ url: stage.url, role: 'mahnwerk_app', max: 1, name: 'beside' })
  onlooker = createDatabase({ url: stage.url, max: 1, name: 'onlooker' })
})
afterEach(async () => {
  await Promise.all([beside.destroy(), onlooker.destroy()])
  await stage.close()
})

const AMOUNT = 10_000
const DEBTORS = 8

type Claim = { readonly id: string; readonly debtorId: string; readonly number: string }

/** Overdue claims of eight debtors, one or two each, in the order in which a run reads them. */
async function overdue(seed: number, chance: Chance): Promise<readonly Claim[]> {
  return inContext(stage.ground, systemPrincipal(stage.tenantId), async (context) => {
    const { today, trx, tenantId } = context
    const drafts = Array.from({ length: DEBTORS }, (_, index) =>
      Array.from({ length: 1 + chance.below(2) }, (__, place) => ({
        sellerKey: 'stadtpark',
        number: `R-${seed}-${index}-${place}`,
        invoiceDate: addDays(today, -40),
        dueDate: addDays(today, -26),
        currency: EUR,
        amount: minor(AMOUNT),
        subject: 'Wartung',
        debtor: {
          number: `K-${seed}-${index}`,
          name: { kind: 'consumer' as const, first: 'Vera', last: `Schuld ${seed} ${index}` },
          address: { street: 'Gasse 1', postCode: '10115', city: 'Ort', country: 'DE' },
        },
      })),
    ).flat()
    await recordInvoices(context, { practiceId: stage.practiceId, source: 'api' }, drafts)
    const { rows } = await sql<Claim>`
      SELECT id, debtor_id AS "debtorId", number FROM invoices WHERE tenant_id = ${tenantId} AND number LIKE ${`R-${seed}-%`}
      ORDER BY debtor_id, due_date, id`.execute(trx)
    return rows
  })
}

const ACTS = ['pay', 'pay in part', 'hold the claim'] as const
type Act = (typeof ACTS)[number]

async function act(claim: Claim, what: Act): Promise<void> {
  const on = dayOf(stage.now())
  const pay = { on, method: 'transfer' }
  const path = `/api/v1/invoices/${claim.id}`
  const { statusCode, body } =
    what === 'hold the claim'
      ? await stage.callAt(1)('PATCH', `${path}/marker`, { marker: { kind: 'hold', until: addDays(on, 30) } })
      : await stage.callAt(1)('POST', `${path}/payments`, { ...pay, amount: what === 'pay' ? AMOUNT : 4_000 })
  if (statusCode >= 300) throw new Error(`${what}: ${statusCode} ${body}`)
}

/** Transactions that wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(onlooker)
  return rows[0]?.count ?? 0
}

async function until(so: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await so()) return
    await sleep(5)
  }
  throw new Error('it never came to that')
}

/** Opens a transaction that holds what `take` takes until it is let go. */
async function holding(take: (trx: Parameters<Parameters<typeof inTenant>[2]>[0]) => Promise<unknown>) {
  let letGo = (): void => {}
  const free = new Promise<void>((resolve) => (letGo = resolve))
  let taken = (): void => {}
  const held = new Promise<void>((resolve) => (taken = resolve))
  const ended = inTenant(beside, stage.tenantId, async (trx) => {
    await take(trx)
    taken()
    await free
  })
  await held
  return async (): Promise<void> => {
    letGo()
    await ended
  }
}

/** What the letters of today ask for a claim, one entry a letter. */
async function asked(claim: Claim): Promise<readonly number[]> {
  const { rows } = await stage.run(({ trx, tenantId }) =>
    sql<{
      open: number
    }>`SELECT open FROM notice_items WHERE tenant_id = ${tenantId} AND invoice_id = ${claim.id}`.execute(trx),
  )
  return rows.map(({ open }) => open)
}

/** What may be asked for a claim after that was done to it, where the run could know of it. */
const RIGHT: Readonly<Record<Act, readonly number[]>> = { pay: [], 'pay in part': [6_000], 'hold the claim': [] }

/** `known`: acts that were answered before the run went on. */
type Played = { readonly known: number; readonly wrong: readonly string[] }

async function play(seed: number): Promise<Played> {
  const chance = chanceOf(`meanwhile ${seed}`)
  const claims = await overdue(seed, chance)
  const stone = claims[chance.below(claims.length)]
  const victims = claims.filter((claim) => claim !== stone && chance.below(4) === 0).slice(0, 3)
  const does = new Map(victims.map((claim) => [claim, ACTS[chance.below(ACTS.length)] ?? 'pay']))
  const letGo = await holding((trx) => sql`SELECT FROM invoices WHERE id = ${stone?.id} FOR UPDATE`.execute(trx))
  const run = stage.callAt(0)('POST', '/api/v1/dunning/runs', {})
  await until(async () => (await waiting()) > 0)
  const answered = new Set<Claim>()
  const acting = [...does].map(([claim, what]) => act(claim, what).then(() => answered.add(claim)))
  // Each act is done, or waits for the run as the run waits for the stone.
  await until(async () => answered.size + (await waiting()) >= victims.length + 1)
  const known = new Set(answered)
  await letGo()
  await run
  await Promise.all(acting)
  const wrong: string[] = []
  for (const claim of claims) {
    const what = does.get(claim)
    const letters = String(await asked(claim))
    // Who waited for the run: its letter was written before, or the run was repeated and knew.
    const may = what === undefined ? [[AMOUNT]] : known.has(claim) ? [RIGHT[what]] : [[AMOUNT], RIGHT[what]]
    if (!may.map(String).includes(letters))
      wrong.push(
        `seed ${seed}, ${claim.number}, ${what ?? 'nothing'} ${known.has(claim) ? 'before' : 'after'}: [${letters}]`,
      )
  }
  return { known: known.size, wrong }
}

async function numbers(): Promise<readonly number[]> {
  const { rows } = await stage.run(({ trx, tenantId }) =>
    sql<{ number: number }>`SELECT number::int FROM notices WHERE tenant_id = ${tenantId} ORDER BY number`.execute(trx),
  )
  return rows.map(({ number }) => number)
}

async function faults(): Promise<readonly string[]> {
  const findings = await verifyTenant(stage.ground, stage.tenantId)
  return [...findings.map(sentenceOfFinding), ...stage.errors.map(String)]
}

describe('while a run writes', () => {
  it(
    'who pays or is held gets no letter, who pays in part one of the rest, and all others theirs',
    { timeout: 120_000 },
    async () => {
      let known = 0
      for (let seed = 1; seed <= 20; seed += 1) known += (await play(seed)).known
      // Some of it came between, so that this says something.
      expect(known).toBeGreaterThan(5)
      const written = await numbers()
      expect(written).toEqual(written.map((_, index) => index + 1))
      expect(await faults()).toEqual([])
    },
  )

  it('a debtor who is held gets no letter, whoever is read already', async () => {
    for (let seed = 101; seed <= 105; seed += 1) {
      const chance = chanceOf(`held meanwhile ${seed}`)
      const claims = await overdue(seed, chance)
      const stone = claims[chance.below(claims.length)]
      const others = claims.filter(({ debtorId }) => debtorId !== stone?.debtorId)
      const held = others[chance.below(others.length)]?.debtorId
      const letGo = await holding((trx) => sql`SELECT FROM invoices WHERE id = ${stone?.id} FOR UPDATE`.execute(trx))
      const run = stage.callAt(0)('POST', '/api/v1/dunning/runs', {})
      await until(async () => (await waiting()) > 0)
      const hold = { reason: 'dispute', note: '', until: null }
      const { statusCode } = await stage.callAt(1)('PUT', `/api/v1/debtors/${held}/hold`, hold)
      expect(statusCode).toBe(200)
      await letGo()
      await run
      const lettered = await Promise.all(claims.map(async (claim) => (await asked(claim)).length))
      expect(lettered).toEqual(claims.map(({ debtorId }) => (debtorId === held ? 0 : 1)))
    }
    expect(await faults()).toEqual([])
  })

  it('a second person who starts one at the same moment is told that it runs', async () => {
    await overdue(0, chanceOf('two people'))
    const letGo = await holding((trx) => lockTenant(trx, stage.tenantId))
    const starts = [0, 1].map((server) => stage.callAt(server)('POST', '/api/v1/dunning/runs', {}))
    await until(async () => (await waiting()) === 2)
    await letGo()
    const answers = await Promise.all(starts)
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([202, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'run_in_progress' })
    const runs = (await stage.call('GET', '/api/v1/dunning/runs')).json()
    expect(runs).toMatchObject({ runs: [{ letters: DEBTORS }] })
    expect(await faults()).toEqual([])
  })
})
