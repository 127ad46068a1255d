// The way of a change from the transaction that made it to the pages that may know of it, over a real database.

import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectionOf, inTenant } from '../db/database.ts'
import { type Change, announce } from '../events/index.ts'
import { type Caller, person } from '../isolation/testing/callers.ts'
import { type House, openHouse } from '../isolation/testing/house.ts'
import { type Changes, listenForChanges } from './live.ts'

const LISTENER = 'listener of the test'
let house: House
let changes: Changes
/** Of the same login as the listener: others do not see its session. */
let login: pg.Client
const heard: Change[] = []
const errors: unknown[] = []

beforeAll(async () => {
  house = await openHouse()
  login = new pg.Client(connectionOf({ url: house.url, name: 'looks at the listener' }))
  await login.connect()
  changes = listenForChanges(connectionOf({ url: house.url, name: LISTENER }), (error) => void errors.push(error))
  changes.subscribe((change) => heard.push(change))
  changes.subscribe(house.announce)
  await vi.waitUntil(async () => (await listeners()) === 1, { timeout: 5_000 })
})
afterAll(async () => {
  await changes.stop()
  await login.end()
  await house.close()
})

async function listeners(): Promise<number> {
  const { rows } = await login.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1 AND query LIKE 'LISTEN%' AND state = 'idle'`,
    [LISTENER],
  )
  return rows[0]?.count ?? 0
}

const told = (id: string): boolean => heard.some((change) => change.id === id)

/** Commits a change that everybody of the tenant may know, and waits until it was told: all before it was told, too. */
async function mark(id: string): Promise<void> {
  const { tenantId } = house.a
  await inTenant(house.app.ground.db, tenantId, (trx) => announce(trx, { tenantId, topic: 'clock', id }))
  await expect.poll(() => told(id), { timeout: 10_000 }).toBe(true)
}

/** An open page, and what it was told. */
async function page(caller: Caller): Promise<{ readonly text: () => string; readonly close: () => void }> {
  const answer = await house.app.http.inject({
    url: '/api/v1/live',
    headers: { ...(await caller.headers()) },
    payloadAsStream: true,
  })
  const stream = answer.stream()
  let text = ''
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { text: () => text, close: () => void stream.destroy() }
}

describe('a change', () => {
  test('is told once it is committed, and never where it was rolled back', async () => {
    const { tenantId } = house.a
    const undone = inTenant(house.app.ground.db, tenantId, async (trx) => {
      await announce(trx, { tenantId, topic: 'clock', id: 'rolled-back' })
      throw new Error('thought better of it')
    })
    await expect(undone).rejects.toThrow('thought better of it')
    await inTenant(house.app.ground.db, tenantId, async (trx) => {
      await announce(trx, { tenantId, topic: 'clock', id: 'held' })
      await sql`SELECT 1`.execute(trx)
      expect(told('held')).toBe(false)
    })
    await mark('committed')
    expect([told('held'), told('rolled-back')]).toEqual([true, false])
  })

  test('of one practice, with all that follows from it, is told to nobody of another practice or tenant', async () => {
    const people = [
      person(house, 'owner', house.a.ownerEmail),
      person(house, 'limited', house.people.limited),
      person(house, 'stranger', house.b.ownerEmail),
    ]
    const pages = await Promise.all(people.map(page))
    heard.length = 0
    await house.grow()
    await mark('all-was-done')
    const [owner = '', limited = '', stranger = ''] = pages.map(({ text }) => text())
    for (const topic of ['invoice', 'case', 'payment', 'task', 'outbox']) expect(owner).toContain(`"topic":"${topic}"`)
    const messages = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('data: '))
    expect(messages(limited)).toEqual(['data: {"topic":"clock","id":"all-was-done"}'])
    // Of its own cases, whose messages are still on their way, it may hear.
    const own = await inTenant(house.app.ground.db, house.b.tenantId, async (trx) => {
      const { rows } = await sql<{ id: string }>`SELECT id FROM cases`.execute(trx)
      return rows.map(({ id }) => id)
    })
    expect(messages(stranger).filter((line) => !own.some((id) => line.includes(id)))).toEqual([])
    for (const { close } of pages) close()
  })

  test('is told again after the database has dropped the line', async () => {
    await login.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [LISTENER])
    await expect.poll(() => listeners(), { timeout: 10_000 }).toBe(1)
    await mark('after-the-break')
    expect(errors.length).toBeGreaterThan(0)
  })
})
