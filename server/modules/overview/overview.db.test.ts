import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { atPartner, connected, recorded, says } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { recordDirectPayment } from '../payments/index.ts'
import { overviewRoutes } from './routes.ts'

let database: TestDatabase
let house: House
let door: Door
// The house's day is 14 October 2026.
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  door = await openDoor(house, overviewRoutes)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

const overview = async (as = house.owner) => (await door.ask('GET', '/overview', undefined, as)).body

test('a house without invoices has zeros, not gaps', async () => {
  expect(await overview()).toMatchObject({
    today: '2026-10-14',
    open: { count: 0, sum: 0 },
    atPartner: { count: 0, sum: 0, partner: null, questions: 0 },
    arrived: { direct: 0, throughPartner: 0, count: 0 },
    aging: [
      { bucket: 'not_due', count: 0, sum: 0 },
      { bucket: 'd1_30', count: 0 },
      { bucket: 'd31_60', count: 0 },
      { bucket: 'd61_90', count: 0 },
      { bucket: 'd90_plus', count: 0 },
    ],
    recent: [],
    nextDue: null,
  })
})

test('each cent stands where it belongs: open, overdue, ready, at the partner, arrived', async () => {
  const connection = await connected(house)
  const days = ['2026-10-14', '2026-10-13', '2026-09-13', '2026-08-14', '2026-07-15'].map(day)
  for (const [index, dueDate] of days.entries()) {
    await recorded(house, `R-${index}`, { dueDate, invoiceDate: day('2026-07-01'), amount: minor(10 ** index * 1_000) })
  }
  const paid = await recorded(house, 'R-paid', { amount: minor(7_000) })
  await house.run((context) =>
    recordDirectPayment(context, paid, { amount: minor(6_999), on: context.today, method: 'cash' }),
  )
  const away = await recorded(house, 'R-away', { amount: minor(5_000) })
  const caseId = await atPartner(house, away)
  const split = {
    principal: minor(1_200),
    charges: minor(0),
    interest: minor(0),
    costs: minor(300),
    overpaid: minor(0),
  }
  await says(house, connection, caseId, [
    { type: 'case.accepted', caseNumber: 'AZ-1' },
    {
      type: 'cost.added',
      costId: 'k',
      kind: 'collection_fee',
      amount: minor(300),
      on: day('2026-10-14'),
      text: 'Gebühr',
    },
    { type: 'question.opened', questionId: 'q', kind: 'yes_no', text: 'Raten?' },
    {
      type: 'payment.reported',
      paymentId: 'p',
      receivedBy: 'partner',
      amount: minor(1_500),
      on: day('2026-10-14'),
      method: 'transfer',
      split,
    },
  ])
  expect(await overview()).toMatchObject({
    open: { count: 6, sum: 11_111_001 },
    overdue: { count: 5, sum: 11_110_001 },
    // More than thirty days overdue; the paid one's last cent among them.
    ready: { count: 4, sum: 11_100_001 },
    atPartner: { count: 1, sum: 3_800, partner: 'Kranich Inkasso', questions: 1 },
    arrived: { direct: 6_999, throughPartner: 1_500, count: 2 },
    recovered: { thisYear: 1_200 },
    aging: [
      { bucket: 'not_due', count: 1, sum: 1_000 },
      { bucket: 'd1_30', count: 1, sum: 10_000 },
      { bucket: 'd31_60', count: 3, sum: 103_801 },
      { bucket: 'd61_90', count: 1, sum: 1_000_000 },
      { bucket: 'd90_plus', count: 1, sum: 10_000_000 },
    ],
    unreported: 0,
    nextDue: '2026-10-14',
  })
})

test('another practice’s people, and another tenant’s, see nothing of it', async () => {
  const elsewhere = { ...house.owner, practices: [house.practices[1]] }
  const stranger = (await openHouse(database.db)).owner
  for (const as of [elsewhere, stranger]) {
    expect(await overview(as)).toMatchObject({
      open: { count: 0, sum: 0 },
      atPartner: { count: 0, sum: 0, questions: 0 },
      arrived: { count: 0, direct: 0, throughPartner: 0 },
      recovered: { thisYear: 0 },
      recent: [],
      nextDue: null,
    })
  }
})
