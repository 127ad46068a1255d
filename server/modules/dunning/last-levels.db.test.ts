import { addDays } from '@mahnwerk/core/calendar'
import { EUR, ZERO } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { closeLetters } from '../../letters/index.ts'
import { readPdf } from '../../letters/testing/index.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { recordInvoices } from '../invoices/index.ts'
import { setLetters } from '../notices/index.ts'
import { writeNotice } from './index.ts'
import { listNotices, noticeQuerySchema, summarizeNotices } from './notice-list.ts'
import { addPolicy } from './save-policy.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  await closeLetters()
})
beforeEach(async () => {
  house = await openHouse(database.db)
})

const CONSUMER = { kind: 'consumer', first: 'Vera', last: 'Schuldner' } as const
const BUSINESS = { kind: 'business', company: 'Bäckerei Größl GmbH' } as const

const policy = (audience: 'consumer' | 'business', levels: readonly number[]) =>
  house.run((context) => {
    const steps = levels.map((level) => {
      return { level, afterDays: 14, channel: 'letter', fee: ZERO, periodDays: 10, interest: false } as const
    })
    const of = { name: audience, currency: EUR, grouping: 'per_invoice', leastOpen: ZERO, audience } as const
    return addPolicy(context, { ...of, steps, standard: true })
  })

/** The letter after so many, its row in the list, and what its page says first. */
async function letterAfter(level: number, name: typeof CONSUMER | typeof BUSINESS) {
  const id = await house.run(async (context) => {
    const dueDate = addDays(context.today, -90)
    const draft = draftOf(`${name.kind}-${level}`, {
      dueDate,
      invoiceDate: addDays(dueDate, -14),
      dunned: { level, lastNoticeOn: addDays(context.today, -20) },
    })
    const [outcome] = await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, [
      { ...draft, debtor: { ...draft.debtor, name, number: `${name.kind}-${level}` } },
    ])
    if (outcome?.outcome !== 'accepted') throw new Error('the invoice is recorded')
    return writeNotice(context, outcome.invoiceId, { early: true })
  })
  await setLetters(house.ground, { tenantId: house.tenantId })
  const row = (await listed({})).find((notice) => notice.id === id)
  return { level: row?.level, last: row?.last, subject: await subjectOf(id) }
}

const subjectOf = (id: string) =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ content: Buffer }>`
      SELECT b.content FROM notices n
      JOIN documents d ON d.tenant_id = n.tenant_id AND d.id = n.document_id
      JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
      WHERE n.tenant_id = ${tenantId} AND n.id = ${id}`.execute(trx)
    const { text } = await readPdf(rows[0]?.content ?? Buffer.alloc(0))
    return /(\S+) Mahnung/.exec(text)?.[0]
  })

const listed = async (filter: { level?: string; last?: 'true' | 'false' }) => {
  const asked = noticeQuerySchema.parse(filter)
  const { notices } = await house.run((context) => listNotices(context, asked))
  const { count } = await house.run((context) => summarizeNotices(context, asked))
  expect(count).toBe(notices.length)
  return notices
}

test('which letter is the last follows the policy of its debtor, in the list as on the page; each between has its number', async () => {
  await policy('consumer', [0, 1, 2, 3, 4])
  await policy('business', [1, 2])
  expect(await letterAfter(1, BUSINESS)).toEqual({ level: 2, last: true, subject: 'Letzte Mahnung' })
  expect(await letterAfter(1, CONSUMER)).toEqual({ level: 2, last: false, subject: 'Zweite Mahnung' })
  expect(await letterAfter(2, CONSUMER)).toEqual({ level: 3, last: false, subject: 'Dritte Mahnung' })
  expect(await letterAfter(3, CONSUMER)).toEqual({ level: 4, last: true, subject: 'Letzte Mahnung' })

  const names = async (filter: Parameters<typeof listed>[0]) =>
    (await listed(filter)).map(({ debtorName, level }) => `${debtorName} ${level}`).toSorted()
  expect(await names({ last: 'true' })).toEqual(['Bäckerei Größl GmbH 2', 'Schuldner, Vera 4'])
  expect(await names({ level: '2', last: 'false' })).toEqual(['Schuldner, Vera 2'])
  expect(await names({ last: 'false' })).toEqual(['Schuldner, Vera 2', 'Schuldner, Vera 3'])
})

test('a first notice is never called the last one, and the histories say which was', async () => {
  await policy('consumer', [1])
  await policy('business', [1, 2])
  expect(await letterAfter(0, CONSUMER)).toMatchObject({ level: 1, last: false })
  await letterAfter(1, BUSINESS)
  const events = await house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ level: number; last: boolean | null }>`
      SELECT (data::jsonb ->> 'level')::integer AS level, (data::jsonb ->> 'last')::boolean AS last FROM events
      WHERE tenant_id = ${tenantId} AND type = 'notice.written' ORDER BY 1`.execute(trx)
    return rows
  })
  expect(events).toEqual([
    { level: 1, last: null },
    { level: 2, last: true },
  ])
})
