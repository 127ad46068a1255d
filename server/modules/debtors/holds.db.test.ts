import { addDays } from '@mahnwerk/core/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { loadInvoice, recordInvoices, setMarker } from '../invoices/index.ts'
import { holdQuerySchema, listAllHolds } from './hold-list.ts'
import { liftHold, setHold } from './hold.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  house = await openHouse(database.db)
})

/** One invoice of each of three debtors; the last one is of the second practice. */
async function invoices() {
  return house.run(async (context) => {
    const found = []
    for (const at of [0, 1, 2]) {
      const name = { kind: 'consumer', first: 'Vera', last: `Schuld ${at}` } as const
      const draft = draftOf(`H-${at}`, { debtor: { ...draftOf('x').debtor, name } })
      const practiceId = house.practices[at === 2 ? 1 : 0]
      const [outcome] = await recordInvoices(context, { practiceId, source: 'api' }, [draft])
      if (outcome?.outcome !== 'accepted') throw new Error('not recorded')
      found.push(await loadInvoice(context, outcome.invoiceId))
    }
    return found
  })
}

const list = (asked: Record<string, unknown> = {}, who = house.owner) =>
  house.run((context) => listAllHolds(context, holdQuerySchema.parse(asked)), who)

test('stops of debtors and notes on invoices are one list, what ends first stands first', async () => {
  const [one, two, three] = await invoices()
  if (one === undefined || two === undefined || three === undefined) throw new Error('three were recorded')
  await house.run(async (context) => {
    const on = (days: number) => addDays(context.today, days)
    await setHold(context, one.debtorId, { reason: 'insolvency', note: 'AG Berlin', until: null })
    await setHold(context, three.debtorId, { reason: 'plan', note: '', until: on(30) })
    await setMarker(context, { id: two.id, version: two.version }, { kind: 'promised', by: on(3), note: 'am Telefon' })
  })
  const page = await list()
  expect(page.holds).toMatchObject([
    {
      reason: 'promise',
      invoice: { id: two.id, number: 'H-1' },
      note: 'am Telefon',
      setBy: 'Anna Berger',
      invoices: 1,
      open: [{ currency: 'EUR', open: 18_450 }],
    },
    { reason: 'plan', debtorName: 'Schuld 2, Vera', invoice: null, invoices: 1 },
    { reason: 'insolvency', until: null, note: 'AG Berlin', setBy: 'Anna Berger', cases: 0 },
  ])
  expect(page.counts).toEqual({
    all: 3,
    soon: 1,
    reasons: [
      { reason: 'insolvency', count: 1 },
      { reason: 'plan', count: 1 },
      { reason: 'promise', count: 1 },
    ],
  })
  const reasons = async (asked: Record<string, unknown>) => (await list(asked)).holds.map(({ reason }) => reason)
  expect(await reasons({ ending: 'soon' })).toEqual(['promise'])
  expect(await reasons({ ending: 'open' })).toEqual(['insolvency'])
  expect(await reasons({ reason: 'plan' })).toEqual(['plan'])
  expect(await reasons({ q: 'schuld 0' })).toEqual(['insolvency'])
  const first = await list({ limit: 2 })
  expect((await list({ limit: 2, cursor: first.nextCursor })).holds.map(({ reason }) => reason)).toEqual(['insolvency'])
  expect((await list({}, house.limited)).counts.all).toBe(2)
})

test('what is lifted, or over by itself, is not in it', async () => {
  const [one, two] = await invoices()
  if (one === undefined || two === undefined) throw new Error('they were recorded')
  await house.run(async (context) => {
    await setHold(context, one.debtorId, { reason: 'bank', note: '', until: context.today })
    await setHold(context, two.debtorId, { reason: 'death', note: '', until: null })
    await liftHold(context, two.debtorId)
  })
  expect((await list()).holds).toMatchObject([{ reason: 'bank' }])
  const tomorrow = await house.run((context) =>
    listAllHolds({ ...context, today: addDays(context.today, 1) }, holdQuerySchema.parse({})),
  )
  expect(tomorrow).toMatchObject({ holds: [], counts: { all: 0 } })
})
