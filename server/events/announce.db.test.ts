import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionOf, inTenant } from '../db/database.ts'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { CHANGES_CHANNEL, type Change, announce } from './announce.ts'

let database: TestDatabase
let listener: pg.Client
let heard: unknown[]
beforeAll(async () => {
  database = await testDatabase()
  listener = new pg.Client(connectionOf({ url: database.url, role: 'mahnwerk_app' }))
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')))
  await listener.connect()
  await listener.query(`LISTEN ${CHANGES_CHANNEL}`)
})
afterAll(async () => {
  await listener.end()
  await database.drop()
})

const tenantId = '01900000-0000-7000-8000-000000000009'
const change = (id: string): Change => ({ tenantId, topic: 'invoice', id })

/** What another process has heard when the work is over. */
async function after(work: () => Promise<unknown>): Promise<unknown[]> {
  heard = []
  await work().catch(() => undefined)
  await listener.query('SELECT 1') // what was told before arrives before its answer
  return heard
}

test('changes of a transaction are told at its end, equal ones once', async () => {
  const told = await after(() =>
    inTenant(database.db, tenantId, async (trx) => {
      for (const id of ['a', 'b', 'a']) await announce(trx, change(id))
      expect(heard).toEqual([])
    }),
  )
  expect(told).toEqual([change('a'), change('b')])
})

test('nothing is told of what was undone', async () => {
  const told = await after(() =>
    inTenant(database.db, tenantId, async (trx) => {
      await announce(trx, change('a'))
      throw new Error('undone')
    }),
  )
  expect(told).toEqual([])
})

test('a transaction that would never tell is refused', async () => {
  const announced = database.db.transaction().execute((trx) => announce(trx, change('a')))
  await expect(announced).rejects.toThrow('only a transaction of inTenant')
})
