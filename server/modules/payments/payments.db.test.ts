import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { rightsOf } from '../../auth/rights.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { atPartner, connected, recorded, says } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { verifyTenant } from '../../verify/index.ts'
import { paymentRoutes } from './routes.ts'

let database: TestDatabase
let house: House
let door: Door
let connection: string
// The house's day is 14 October 2026.
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  door = await openDoor(house, paymentRoutes)
  connection = await connected(house)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

type Shown = { readonly id: string; readonly amount: number; readonly report: string }
type Page = { readonly payments: readonly Shown[]; readonly next: string | null }
type Entry = { readonly amount: number; readonly balance: number; readonly invoiceNumber: string }

const cash = (amount: number, on = '2026-10-14') => ({ amount, on, method: 'cash' })
const pay = (invoiceId: string, payment: object = cash(1_000)) =>
  door.ask<Shown>('POST', `/invoices/${invoiceId}/payments`, payment)
const list = async (query: string): Promise<Page> => (await door.ask<Page>('GET', `/payments${query}`)).body
const cashBook = async (): Promise<readonly Entry[]> =>
  (await door.ask<{ entries: Entry[] }>('GET', '/cash-book')).body.entries

describe('a direct payment', () => {
  test('does what its preview said, and the preview does nothing', async () => {
    const invoiceId = await recorded(house, 'V-1', { amount: minor(3_000) })
    const preview = await door.ask<object>('POST', `/invoices/${invoiceId}/payments/preview`, cash(3_500))
    expect(preview.body).toMatchObject({
      allocation: { principal: 3_000, overpaid: 500 },
      openAfter: { principal: 0 },
      toBeReported: false,
      partner: null,
    })
    expect((await list(`?invoiceId=${invoiceId}`)).payments).toEqual([])
    expect(await pay(invoiceId, cash(3_500))).toMatchObject({
      status: 201,
      body: {
        amount: 3_500,
        allocation: { principal: 3_000, overpaid: 500 },
        report: 'not_needed',
        recordedBy: 'Anna Berger',
      },
    })
  })

  test('of a claim at a partner says in its preview who will be told', async () => {
    const invoiceId = await recorded(house, 'V-2')
    await atPartner(house, invoiceId)
    const preview = await door.ask('POST', `/invoices/${invoiceId}/payments/preview`, cash(1_000))
    expect(preview.body).toMatchObject({ toBeReported: true, partner: 'Kranich Inkasso' })
    expect((await pay(invoiceId)).body.report).toBe('pending')
  })

  test.each([
    [{ amount: 0, on: '2026-10-14', method: 'cash' }, 400],
    [{ amount: 10.5, on: '2026-10-14', method: 'cash' }, 400],
    [{ amount: 10, on: '2026-02-30', method: 'cash' }, 400],
    [cash(1e12 + 1), 422],
    [cash(10, '2026-10-15'), 422],
    [cash(10, '2026-08-01'), 422],
  ])('of %j is refused with %i and leaves nothing', async (payment, status) => {
    const invoiceId = await recorded(house, `V-${JSON.stringify(payment)}`)
    expect((await pay(invoiceId, payment)).status).toBe(status)
    expect((await list(`?invoiceId=${invoiceId}`)).payments).toEqual([])
  })

  test('taken back twice is taken back once', async () => {
    const invoiceId = await recorded(house, 'V-3')
    const { id } = (await pay(invoiceId)).body
    const back = () => door.ask('POST', `/payments/${id}/reverse`, { reason: 'Fehlbuchung' })
    expect((await back()).status).toBe(204)
    expect(await back()).toMatchObject({ status: 409, body: { code: 'payment_already_reversed' } })
  })

  test('of another practice or tenant is not there', async () => {
    const invoiceId = await recorded(house, 'V-4', {}, house.practices[1])
    const { id } = (await pay(invoiceId)).body
    const stranger = (await openHouse(database.db)).owner
    for (const as of [{ ...house.limited, rights: rightsOf('owner') }, stranger]) {
      expect((await door.ask('POST', `/invoices/${invoiceId}/payments`, cash(10), as)).status).toBe(404)
      expect((await door.ask('POST', `/invoices/${invoiceId}/payments/preview`, cash(10), as)).status).toBe(404)
      expect((await door.ask('POST', `/payments/${id}/reverse`, { reason: 'x' }, as)).status).toBe(404)
      const { body } = await door.ask<Page>('GET', `/payments?invoiceId=${invoiceId}`, undefined, as)
      expect(body.payments).toEqual([])
    }
  })
})

describe('a payment that came through the partner', () => {
  test('is listed as such, is not reported back, is in no cash book, and cannot be taken back here', async () => {
    const invoiceId = await recorded(house, 'P-1', { amount: minor(4_000) })
    const caseId = await atPartner(house, invoiceId)
    const split = {
      principal: minor(4_000),
      charges: minor(0),
      interest: minor(0),
      costs: minor(0),
      overpaid: minor(0),
    }
    const on = day('2026-10-14')
    await says(house, connection, caseId, [
      { type: 'case.accepted', caseNumber: 'AZ-1' },
      {
        type: 'payment.reported',
        paymentId: 'p',
        receivedBy: 'partner',
        amount: minor(4_000),
        on,
        method: 'cash',
        split,
      },
    ])
    const { payments } = await list('?receivedBy=partner')
    expect(payments).toMatchObject([{ amount: 4_000, report: 'not_needed' }])
    expect((await cashBook()).filter(({ invoiceNumber }) => invoiceNumber === 'P-1')).toEqual([])
    const back = await door.ask('POST', `/payments/${payments[0]?.id}/reverse`, { reason: 'x' })
    expect(back).toMatchObject({ status: 422, body: { code: 'payment_of_partner' } })
  })
})

describe('the lists', () => {
  test('the cash book has every cash payment and its answer, with a balance that adds up, and nothing paid by bank', async () => {
    const invoiceId = await recorded(house, 'K-1')
    const { id } = (await pay(invoiceId, cash(2_000))).body
    await pay(invoiceId, { ...cash(700), method: 'transfer' })
    await door.ask('POST', `/payments/${id}/reverse`, { reason: 'Fehlbuchung' })
    const entries = (await cashBook()).toReversed()
    expect(entries.filter(({ invoiceNumber }) => invoiceNumber === 'K-1').map(({ amount }) => amount)).toEqual([
      2_000, -2_000,
    ])
    let balance = 0
    for (const entry of entries) expect(entry.balance).toBe((balance += entry.amount))
  })

  test('pages of payments follow each other without gap or repeat', async () => {
    const invoiceId = await recorded(house, 'L-1')
    for (const amount of [1, 2, 3, 4, 5]) await pay(invoiceId, cash(amount, amount > 3 ? '2026-10-13' : '2026-10-14'))
    const seen: number[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: Page = await list(`?invoiceId=${invoiceId}&limit=2${next === '' ? '' : `&before=${next}`}`)
      seen.push(...page.payments.map(({ amount }) => amount))
      next = page.next
    }
    expect(seen).toEqual([3, 2, 1, 5, 4])
  })
})

test('after all this the books agree with themselves', async () => {
  expect(await verifyTenant(house.ground, house.tenantId)).toEqual([])
})
