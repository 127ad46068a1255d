import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { atPartner, connected, recorded } from '../../testing/at-partner.ts'
import { openDoor } from '../../testing/door.ts'
import { openHouse } from '../../testing/house.ts'
import { partnerRoutes } from './routes.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('a connection is shown with its rules and what is on its way, never with its secrets, and to its own tenant alone', async () => {
  const house = await openHouse(database.db)
  const door = await openDoor(house, partnerRoutes)
  const id = await connected(house)
  await atPartner(house, await recorded(house, 'R-1'))
  const own = await door.ask<{ connections: object[] }>('GET', '/connections')
  expect(own.body.connections).toMatchObject([
    {
      id,
      name: 'Kranich Inkasso',
      state: 'active',
      costsBorneBy: 'debtor',
      courtOnlyByDecision: true,
      caseFeeMin: 250,
      caseFeeMax: 500,
      freeUntil: null,
      pending: 1,
      dead: 0,
    },
  ])
  expect(JSON.stringify(own.body)).not.toMatch(/token|secret|baseUrl/i)
  const stranger = (await openHouse(database.db)).owner
  expect((await door.ask('GET', '/connections', undefined, stranger)).body).toEqual({ connections: [] })
  await door.close()
})
