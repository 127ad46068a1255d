import { day } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { recorded } from '../../testing/at-partner.ts'
import { openHouse } from '../../testing/house.ts'
import { recordDirectPayment } from '../payments/index.ts'
import { previewSummary } from './preview.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('money in the till says nothing of how old the bank data is, a payment by bank does', async () => {
  const house = await openHouse(database.db)
  const id = await recorded(house, 'R-1')
  const pay = (method: 'cash' | 'transfer') =>
    house.run((context) => recordDirectPayment(context, id, { amount: minor(100), on: day('2026-10-14'), method }))
  const seen = async () => (await house.run((context) => previewSummary(context, undefined))).payments
  await pay('cash')
  expect(await seen()).toEqual({ lastRecordedAt: null, stale: true })
  await pay('transfer')
  expect(await seen()).toMatchObject({ stale: false })
})
