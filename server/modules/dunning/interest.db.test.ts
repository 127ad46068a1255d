import { type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDate, day } from '@mahnwerk/core/calendar'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { EUR, ZERO, minor } from '@mahnwerk/core/money'
import type { PartyName } from '@mahnwerk/core/parties'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Context, Refused } from '../../http/index.ts'
import { recorded } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { lockInvoice } from '../invoices/index.ts'
import { post } from '../ledger/index.ts'
import { paymentRoutes } from '../payments/index.ts'
import { type LawOfTenant, changeLaw } from '../settings/index.ts'
import { statementRoutes } from '../statements/index.ts'
import { candidatesFor } from './candidates.ts'
import { type NoticeWish, writeNotice } from './invoice.ts'
import { addPolicy, startRun, workRun } from './index.ts'
import { planWithInterest } from './interest.ts'
import { placeOf } from './place.ts'
import { loadPolicies } from './policy.ts'
import { previewPage, previewSummary } from './preview.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const step = (level: number, interest: boolean, fee = ZERO) =>
  ({ level, afterDays: 14, channel: 'letter', fee, periodDays: 10, interest }) as const

const POLICY = {
  name: 'Mit Zinsen',
  currency: EUR,
  steps: [step(0, false), step(1, false), step(2, false), step(3, true)],
  grouping: 'per_debtor',
  leastOpen: ZERO,
  audience: 'all',
  standard: true,
} as const

// Reminded twice already: the next letter is the last one, and demands interest. The house's day is 14 October 2026.
const LATE: Partial<InvoiceDraft> = { dunned: { level: 2, lastNoticeOn: day('2026-09-01') } }
const AFTER_NEW_YEAR = '2027-01-13T08:00:00.000Z'

type Given = { readonly law?: Partial<LawOfTenant>; readonly now?: string; readonly fee?: number }

async function houseWith({ law = {}, now, fee = 0 }: Given = {}): Promise<House> {
  const house = await openHouse(database.db, now)
  await house.run(async (context) => {
    await changeLaw(context, 1, law)
    const [first, second, third] = POLICY.steps
    await addPolicy(context, { ...POLICY, steps: [first, second, third, step(3, true, minor(fee))] })
  })
  return house
}

/** What the statement of the house's day tells of interest, and what of it the books hold. */
async function told(door: Door, id: string): Promise<{ readonly interest: number; readonly booked: number }> {
  const { body } = await door.ask<{
    parts: { interest: number }
    books: { open: { interest: number } }
  }>('GET', `/invoices/${id}/statement`)
  return { interest: body.parts.interest, booked: body.books.open.interest }
}

const previewed = (house: House) =>
  house.run(async (context) => ({
    ...(await previewPage(context, { limit: 50 }, 'de')),
    summary: await previewSummary(context, undefined),
  }))

async function ran(house: House): Promise<void> {
  const runId = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId })
}

type Kept = {
  readonly open: number
  readonly fee: number
  readonly interest: number
  readonly items: readonly { readonly id: string; readonly interest: number; readonly event: number }[]
}

const kept = (house: House): Promise<readonly Kept[]> =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<Kept>`
      SELECT n.open, n.fee, n.interest, (
        SELECT jsonb_agg(jsonb_build_object('id', o.invoice_id, 'interest', o.interest, 'event', (
          SELECT (e.data::jsonb ->> 'interest')::int FROM events e WHERE e.tenant_id = o.tenant_id AND e.stream_id = o.invoice_id
            AND e.type = 'notice.written' AND e.data::jsonb ->> 'noticeId' = n.id::text)) ORDER BY o.invoice_id)
        FROM notice_items o WHERE o.tenant_id = n.tenant_id AND o.notice_id = n.id) AS items
      FROM notices n WHERE n.tenant_id = ${tenantId} ORDER BY n.number`.execute(trx)
    return rows
  })

const transfers = (house: House) =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM transfers WHERE tenant_id = ${tenantId} AND debit LIKE 'debtor:interest:%'`.execute(
      trx,
    )
    return rows[0]?.count
  })

type Place = { readonly country: string; readonly name: PartyName; readonly law: Partial<LawOfTenant> }

const PLACES: readonly Place[] = [
  { country: 'DE', name: { kind: 'consumer', first: 'Vera', last: 'Schuld' }, law: {} },
  { country: 'AT', name: { kind: 'business', company: 'Moser GmbH' }, law: { country: 'AT', region: null } },
  { country: 'NL', name: { kind: 'consumer', first: 'Saskia', last: 'Visser' }, law: { country: 'NL', region: null } },
]

describe('a letter that demands interest', () => {
  test.each(PLACES)('in $country asks for what the statement of its day says, to the cent', async (place) => {
    const house = await houseWith({ law: place.law })
    const door = await openDoor(house, statementRoutes, paymentRoutes)
    const address = { street: 'Gasse 1', postCode: '10115', city: 'Ort', country: place.country }
    const debtor = { name: place.name, address }
    const [whole, partly] = [
      await recorded(house, 'Z-1', { ...LATE, debtor, amount: minor(123_456) }),
      await recorded(house, 'Z-2', { ...LATE, debtor, amount: minor(98_765) }),
    ]
    const payment = { amount: 40_000, on: '2026-09-21', method: 'transfer' }
    expect(await door.ask('POST', `/invoices/${partly}/payments`, payment)).toMatchObject({ status: 201 })
    const [one, other] = [await told(door, whole), await told(door, partly)]
    expect(one.interest).toBeGreaterThan(other.interest)
    expect(other.interest).toBeGreaterThan(0)
    const interest = one.interest + other.interest

    const { letters, summary } = await previewed(house)
    expect(letters).toMatchObject([{ level: 3, interest, fee: 0, open: 182_221, total: 182_221 + interest }])
    expect(summary.totals).toMatchObject([{ letters: 1, open: 182_221, interest }])
    await ran(house)
    const items = [
      { id: whole, interest: one.interest, event: one.interest },
      { id: partly, interest: other.interest, event: other.interest },
    ]
    expect(await kept(house)).toEqual([{ open: 182_221, fee: 0, interest, items }])
    expect(new Map(letters[0]?.items.map((item) => [item.invoiceId, item.interest]))).toEqual(
      new Map(items.map((item) => [item.id, item.interest])),
    )
    // It is told by the statement and booked by nobody.
    expect(await transfers(house)).toBe(0)
    expect(await told(door, whole)).toEqual(one)
    await door.close()
  })

  test('asks for none where the creditor forgoes it, and for none of what the books hold', async () => {
    const forgone = await houseWith({ law: { interestDemanded: false } })
    await recorded(forgone, 'Z-1', LATE)
    expect((await previewed(forgone)).letters).toMatchObject([{ level: 3, interest: 0, total: 18_450 }])

    const house = await houseWith()
    const door = await openDoor(house, statementRoutes)
    const id = await recorded(house, 'Z-1', LATE)
    const { interest } = await told(door, id)
    await house.run((context) => bookInterest(context, id, interest - 5, '2026-10-14'))
    const [letter] = (await previewed(house)).letters
    expect(letter).toMatchObject({ open: 18_450 + interest - 5, interest: 0, total: 18_450 + interest - 5 })
    await door.close()
  })

  test('adds it to the fee, by a single click as in the run', async () => {
    const house = await houseWith({ fee: 120 })
    const door = await openDoor(house, statementRoutes)
    const id = await recorded(house, 'Z-1', LATE)
    const { interest } = await told(door, id)
    const [letter] = (await previewed(house)).letters
    expect(letter).toMatchObject({ open: 18_450, fee: 120, interest, total: 18_450 + 120 + interest })
    await house.run((context) => writeNotice(context, id, { early: false }))
    expect(await kept(house)).toMatchObject([{ open: 18_450, fee: 120, interest, items: [{ interest }] }])
    await door.close()
  })

  test('on a later day asks for the interest of that day', async () => {
    const house = await houseWith()
    const door = await openDoor(house, statementRoutes)
    const id = await recorded(house, 'Z-1', { ...LATE, amount: minor(500_000) })
    const later = await door.ask<{ parts: { interest: number } }>('GET', `/invoices/${id}/statement?on=2026-12-01`)
    const page = await house.run((context) => previewPage(context, { limit: 5, day: day('2026-12-01') }, 'de'))
    expect(page.letters).toMatchObject([{ interest: later.body.parts.interest }])
    expect(later.body.parts.interest).toBeGreaterThan((await told(door, id)).interest)
    await door.close()
  })
})

describe('interest that the law cannot tell', () => {
  const dueBefore: Partial<InvoiceDraft> = {
    invoiceDate: day('2026-10-01'),
    dueDate: day('2026-10-15'),
    dunned: { level: 2, lastNoticeOn: day('2026-12-01') },
  }
  // Never reminded, so not late: it bears no interest.
  const notLate: Partial<InvoiceDraft> = { invoiceDate: day('2026-12-01'), dueDate: day('2026-12-15') }

  test('keeps its invoice out of the letter, with the reason, and no other', async () => {
    const house = await houseWith({ now: AFTER_NEW_YEAR })
    const unknown = await recorded(house, 'Z-1', dueBefore)
    const other = await recorded(house, 'Z-2', notLate)
    const { letters, notReminded, summary } = await previewed(house)
    // The letter speaks with the voice of what is left.
    expect(letters).toMatchObject([{ level: 0, interest: 0, items: [{ invoiceId: other }] }])
    expect(notReminded).toMatchObject([
      {
        invoiceId: unknown,
        why: { kind: 'interest_unknown', law: 'law_not_known_yet', title: 'Zinsen nicht bekannt' },
      },
    ])
    expect(notReminded[0]?.why.detail).toContain('gibt es noch keinen amtlichen Wert')
    expect(notReminded[0]?.why.detail).not.toMatch(/[{}]/)
    expect(summary.notReminded).toEqual([{ kind: 'interest_unknown', claims: 1 }])
    await ran(house)
    expect((await kept(house)).map(({ items }) => items.map(({ id }) => id))).toEqual([[other]])
  })

  test('refuses a single letter with the same reason, and is demanded where the creditor lets it be carried on', async () => {
    const house = await houseWith({ now: AFTER_NEW_YEAR })
    const id = await recorded(house, 'Z-1', dueBefore)
    const wish: NoticeWish = { early: false }
    const refusal = await house.run((context) => writeNotice(context, id, wish)).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refused)
    expect(refusal).toMatchObject({ refusal: { code: 'notice_interest_unknown', facts: { law: 'law_not_known_yet' } } })
    await house.run((context) => changeLaw(context, 1, { provisional: true }))
    await house.run((context) => writeNotice(context, id, wish))
    expect((await kept(house))[0]?.interest).toBeGreaterThan(0)
  })
})

test('reads nothing for letters without interest, and for many claims no more often than for one', async () => {
  const house = await houseWith()
  const friendly = [await recorded(house, 'F-1'), await recorded(house, 'F-2')]
  const late: string[] = []
  for (let at = 0; at < 12; at++) late.push(await recorded(house, `Z-${at}`, LATE))
  const statementsFor = (ids: readonly string[]) =>
    house.run(async (context) => {
      const policies = await loadPolicies(context)
      const candidates = await candidatesFor(context, ids)
      const morning = { today: context.today, ...(await placeOf(context)) }
      const { counted, count } = counting(context)
      const planned = await planWithInterest(counted, candidates, policies, morning)
      expect(planned.flatMap(({ letters }) => letters.flatMap(({ items }) => items))).toHaveLength(ids.length)
      return count()
    })
  expect(await statementsFor(friendly)).toBe(0)
  const one = await statementsFor(late.slice(0, 1))
  expect(one).toBeGreaterThan(3)
  expect(await statementsFor(late)).toBe(one)
})

function counting(context: Context): { readonly counted: Context; readonly count: () => number } {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { counted: { ...context, trx: context.trx.withPlugin(counter) }, count: () => count }
}

/** As a partner's report would leave it. */
async function bookInterest(context: Context, id: string, amount: number, on: string): Promise<void> {
  const { trx, tenantId, newId } = context
  await lockInvoice(context, id)
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM events WHERE tenant_id = ${tenantId} AND stream_id = ${id} ORDER BY version DESC LIMIT 1`.execute(
    trx,
  )
  const transfer = {
    debit: { kind: 'debtor', component: 'interest', invoiceId: id },
    credit: { kind: 'charged' },
    amount: minor(amount),
    currency: EUR,
    on: on as LocalDate, // a day, as written
  } as const
  await post(trx, tenantId, newId, [{ transfer, eventId: rows[0]?.id ?? '', invoiceId: id }])
  await sql`UPDATE invoices SET interest_open = ${amount} WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
}
