import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { debtorKey } from '@mahnwerk/core/claims'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { correctDebtor } from './correct.ts'
import { findDebtors, loadDebtor } from './load.ts'
import { recordDebtors } from './record.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
})
afterAll(() => database.drop())

const weber = draftOf('x').debtor

async function record(last: string, practiceId = house.practices[0]): Promise<string> {
  const draft = { ...weber, name: { kind: 'consumer', first: 'Jonas', last } as const }
  const known = await house.run((context) => recordDebtors(context, practiceId, [draft]))
  return known.get(debtorKey(draft))?.id ?? ''
}

test('a debtor is made once and known again', async () => {
  const id = await record('Weber')
  expect(await record('Weber')).toBe(id)
  expect(await record('WEBER')).toBe(id)
  expect(await record('Weber', house.practices[1])).not.toBe(id)
})

test('two at the same moment make one', async () => {
  const ids = await Promise.all([record('Gleich'), record('Gleich'), record('Gleich')])
  expect(new Set(ids).size).toBe(1)
})

test('a corrected address stays when the old one comes in again, and the history keeps both', async () => {
  const id = await record('Umzug')
  const corrected = await house.run((context) =>
    correctDebtor(context, id, 1, { street: 'Neue Str. 9', postCode: '10999', email: 'j@example.org' }),
  )
  expect(corrected).toMatchObject({
    address: { street: 'Neue Str. 9', city: 'Berlin' },
    email: 'j@example.org',
    version: 2,
  })
  expect(await record('Umzug')).toBe(id)
  expect((await house.run((context) => loadDebtor(context, id))).address.street).toBe('Neue Str. 9')
  const { rows } = await house.run((context) =>
    sql<{ type: string; data: string }>`
      SELECT type, data FROM events WHERE tenant_id = ${context.tenantId} AND stream = 'debtor' AND stream_id = ${id}
      ORDER BY version`.execute(context.trx),
  )
  expect(rows.map(({ type }) => type)).toEqual(['debtor.recorded', 'debtor.corrected'])
  expect(JSON.parse(rows[1]?.data ?? '')).toEqual({
    changes: {
      email: { was: '', now: 'j@example.org' },
      postCode: { was: '10115', now: '10999' },
      street: { was: 'Lindenweg 4', now: 'Neue Str. 9' },
    },
  })
})

test('a correction of what somebody changed meanwhile is refused, one that changes nothing writes nothing', async () => {
  const id = await record('Zwei')
  await house.run((context) => correctDebtor(context, id, 1, { phone: '030 1' }))
  await expect(house.run((context) => correctDebtor(context, id, 1, { phone: '030 2' }))).rejects.toMatchObject({
    status: 409,
  })
  expect(await house.run((context) => correctDebtor(context, id, 2, { phone: '030 1' }))).toMatchObject({ version: 2 })
  expect(await house.run((context) => correctDebtor(context, id, 2, { phone: '' }))).not.toHaveProperty('phone')
})

test('debtors are found by the words of their name, by nobody who may not see them', async () => {
  const id = await record('Suchbar', house.practices[1])
  const search = (q: string, principal = house.owner) =>
    house.run((context) => findDebtors(context, { q, limit: 10 }), principal)
  expect((await search('suchb jonas')).map((debtor) => debtor.id)).toEqual([id])
  expect(await search('100%')).toEqual([])
  expect(await search('suchb', house.limited)).toEqual([])
  await expect(house.run((context) => loadDebtor(context, id), house.limited)).rejects.toMatchObject({ status: 404 })
  await expect(
    house.run((context) => correctDebtor(context, id, 1, { city: 'X' }), house.limited),
  ).rejects.toMatchObject({ status: 404 })
})
