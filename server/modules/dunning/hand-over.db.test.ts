import { type LocalDate, day, instant } from '@mahnwerk/core/calendar'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Jobs } from '../../jobs/index.ts'
import { connected, recorded } from '../../testing/at-partner.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { setHold } from '../debtors/index.ts'
import { loadInvoice, lockInvoice, setMarker } from '../invoices/index.ts'
import { confirmHandover } from '../handover/index.ts'
import { handOverRipe, startHandovers } from './index.ts'
import { changeSettings, loadSettings } from './settings.ts'
import { listSuggestions } from './suggestions.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const WEDNESDAY = '2026-10-14T08:00:00.000Z'
const DUNNED = { level: 3, lastNoticeOn: '2026-09-20' as LocalDate } // a day, as written

const houseWith = async (now = WEDNESDAY, partner = true): Promise<House> => {
  const house = await openHouse(database.db, now)
  await house.run(({ trx, tenantId }) =>
    sql`UPDATE tenants SET email = 'praxis@example.org' WHERE tenant_id = ${tenantId}`.execute(trx),
  )
  if (partner) await connected(house)
  return house
}

const ripe = (house: House, number: string, changes: Partial<InvoiceDraft> = {}): Promise<string> =>
  recorded(house, number, { dunned: DUNNED, ...changes })

async function switchOn(house: House): Promise<void> {
  await house.run(async (context) => {
    const { version } = await loadSettings(context)
    await changeSettings(context, version, { automaticHandover: true, declared: true })
  })
}

const handOver = (house: House) => handOverRipe(house.ground, { tenantId: house.tenantId })
const stateOf = async (house: House, id: string) => (await house.run((context) => loadInvoice(context, id))).state

const suggested = (house: House) =>
  house.run(async (context) => (await listSuggestions(context, { limit: 50 }, 'de')).suggestions)

const cases = (house: House) =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ number: string; automatic: boolean; said: boolean; actor: string }>`
      SELECT c.number, c.automatic, e.data::jsonb ? 'automatic' AS said, e.actor::jsonb ->> 'name' AS actor
      FROM cases c JOIN events e ON e.tenant_id = c.tenant_id AND e.stream_id = c.id AND e.type = 'case.handed_over'
      WHERE c.tenant_id = ${tenantId} ORDER BY c.number`.execute(trx)
    return rows
  })

const tasks = (house: House) =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ kind: string; facts: string }>`
      SELECT kind, facts::text FROM tasks WHERE tenant_id = ${tenantId} AND done_at IS NULL`.execute(trx)
    return rows.map(({ kind, facts }) => ({ kind, facts: facts.replaceAll(' ', '') }))
  })

test('a ripe claim leaves without a click and is marked as automatic', async () => {
  const house = await houseWith()
  const id = await ripe(house, 'R-1')
  await switchOn(house)
  await handOver(house)
  expect(await stateOf(house, id)).toBe('collection')
  expect(await cases(house)).toEqual([{ number: 'F-2026-0001', automatic: true, said: true, actor: 'Mahnwerk' }])
  expect(await suggested(house)).toEqual([])
})

test('a handover by hand is marked as none', async () => {
  const house = await houseWith()
  const id = await ripe(house, 'R-1')
  await house.run(async (context) => {
    const { version } = await lockInvoice(context, id)
    await confirmHandover(context, id, {
      changes: {},
      answers: { disputed: false, obligationFulfilled: true },
      version,
    })
  })
  expect(await cases(house)).toMatchObject([{ automatic: false, said: false }])
})

test('switched off, which it is at first, it waits among the suggestions', async () => {
  const house = await houseWith()
  const id = await ripe(house, 'R-1')
  await handOver(house)
  expect(await stateOf(house, id)).toBe('open')
  expect(await suggested(house)).toMatchObject([{ invoice: { id }, against: [] }])
})

test('it cannot be switched on without the declaration, which is kept with name and time', async () => {
  const house = await houseWith()
  const change = (more: object) =>
    house.run((context) => changeSettings(context, 1, { automaticHandover: true, ...more }))
  await expect(change({})).rejects.toMatchObject({ refusal: { code: 'handover_undeclared' } })
  expect(await change({ declared: true })).toMatchObject({
    automaticHandover: true,
    declaredBy: 'Anna Berger',
    declaredAt: instant(WEDNESDAY),
  })
})

test.each([
  ['on a Sunday', '2026-10-18T08:00:00.000Z'],
  ['on a holiday', '2026-12-25T08:00:00.000Z'],
])('%s nothing leaves, and on the next working day it does', async (_day, now) => {
  const house = await houseWith(now)
  const id = await ripe(house, 'R-1')
  await switchOn(house)
  await handOver(house)
  expect(await stateOf(house, id)).toBe('open')
  const monday = { ...house.ground, clock: { now: () => instant('2026-12-28T08:00:00.000Z') } }
  await handOverRipe(monday, { tenantId: house.tenantId })
  expect(await stateOf(house, id)).toBe('collection')
})

test('what may not leave stays among the suggestions with the reason, and is one task', async () => {
  const house = await houseWith()
  const debtor = { name: { kind: 'consumer', first: 'Ada', last: 'Los' } } as const
  const nowhere = { street: '', postCode: '10115', city: 'Berlin', country: 'DE' }
  const homeless = await ripe(house, 'R-1', { debtor: { ...debtor, address: nowhere } })
  const fine = await ripe(house, 'R-2')
  await switchOn(house)
  await handOver(house)
  expect(await stateOf(house, fine)).toBe('collection')
  expect(await suggested(house)).toMatchObject([
    { invoice: { id: homeless }, against: [{ code: 'address_incomplete', title: expect.any(String) }] },
  ])
  expect(await tasks(house)).toEqual([{ kind: 'handover_held_back', facts: '{"count":1}' }])
})

test('without an active partner nothing leaves, and the list says so', async () => {
  const house = await houseWith(WEDNESDAY, false)
  await ripe(house, 'R-1')
  await switchOn(house)
  await handOver(house)
  expect(await cases(house)).toEqual([])
  expect(await suggested(house)).toMatchObject([{ against: [{ code: 'no_partner' }] }])
})

test('a stop on the debtor and a note on the invoice keep a claim here', async () => {
  const house = await houseWith()
  const held = await ripe(house, 'R-1')
  const other = { name: { kind: 'consumer', first: 'Ada', last: 'Ruhe' } } as const
  const address = { street: 'Weg 1', postCode: '10115', city: 'Berlin', country: 'DE' }
  const disputed = await ripe(house, 'R-2', { debtor: { ...other, address } })
  await house.run(async (context) => {
    const { debtorId } = await loadInvoice(context, held)
    await setHold(context, debtorId, { reason: 'hardship', note: '', until: day('2026-10-14') })
    await setMarker(context, { id: disputed }, { kind: 'disputed', note: 'war nicht da' })
  })
  await switchOn(house)
  await handOver(house)
  expect([await stateOf(house, held), await stateOf(house, disputed)]).toEqual(['open', 'open'])
  // The stop is over by itself the day after.
  const tomorrow = { ...house.ground, clock: { now: () => instant('2026-10-15T08:00:00.000Z') } }
  await handOverRipe(tomorrow, { tenantId: house.tenantId })
  expect([await stateOf(house, held), await stateOf(house, disputed)]).toEqual(['collection', 'open'])
})

test('many workers and a crash between two claims hand each over once', async () => {
  const house = await houseWith()
  const ids: string[] = []
  for (let index = 0; index < 12; index += 1) ids.push(await ripe(house, `R-${index}`))
  await switchOn(house)
  let left = 30
  const dying = {
    ...house.ground,
    newId: () => {
      if ((left -= 1) < 0) throw new Error('killed')
      return house.ground.newId()
    },
  }
  await expect(handOverRipe(dying, { tenantId: house.tenantId })).rejects.toThrow('killed')
  const before = (await cases(house)).length
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(ids.length)
  await Promise.all([handOver(house), handOver(house), handOver(house)])
  expect((await cases(house)).map(({ number }) => number)).toEqual(
    ids.map((_, index) => `F-2026-${String(index + 1).padStart(4, '0')}`),
  )
})

test('a day is tried once; whoever switches it off and on again has it tried anew', async () => {
  const house = await houseWith()
  await switchOn(house)
  await handOver(house)
  const late = await ripe(house, 'R-1')
  await handOver(house)
  expect(await stateOf(house, late)).toBe('open')
  await house.run(async (context) => {
    const { version } = await loadSettings(context)
    await changeSettings(context, version, { automaticHandover: false })
  })
  await switchOn(house)
  await handOver(house)
  expect(await stateOf(house, late)).toBe('collection')
})

test('those who switched it on are found across tenants, and nobody else', async () => {
  const [on, off] = [await houseWith(), await houseWith()]
  await switchOn(on)
  const asked: string[] = []
  const jobs: Pick<Jobs, 'send'> = { send: async (_job, _payload, key) => void asked.push(key) }
  const workerDb = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 1, name: 'test worker' })
  await startHandovers(workerDb, jobs)
  await workerDb.destroy()
  expect(asked).toContain(on.tenantId)
  expect(asked).not.toContain(off.tenantId)
})
