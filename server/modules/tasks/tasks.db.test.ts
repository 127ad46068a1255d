import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '@mahnwerk/core/calendar'
import { rightsOf } from '../../auth/rights.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { taskRoutes } from './routes.ts'
import { type NewTask, raiseTask, settleTask } from './tasks.ts'

let database: TestDatabase
let house: House
let door: Door
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  door = await openDoor(house, taskRoutes)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

type Shown = { readonly id: string; readonly kind: string; readonly link: string; readonly dueOn: string | null }

const tasks = async (as = house.owner): Promise<Shown[]> =>
  (await door.ask<{ tasks: Shown[] }>('GET', '/tasks', undefined, as)).body.tasks
const raise = (cause: string, changes: Partial<NewTask> = {}): Promise<void> =>
  house.run((context) => raiseTask(context, { kind: cause, cause, facts: {}, link: '/', ...changes }))
const settle = (cause: string): Promise<void> => house.run((context) => settleTask(context, cause))

test('equal causes are one task while it is open, and a new one after it was done', async () => {
  await raise('once')
  await raise('once')
  const [first, ...others] = await tasks()
  expect([first?.kind, others]).toEqual(['once', []])
  await settle('once')
  expect(await tasks()).toEqual([])
  await raise('once')
  expect((await tasks())[0]?.id).not.toBe(first?.id)
  await settle('once')
})

test('what is due first stands first, and what has no day last', async () => {
  await raise('whenever')
  await raise('later', { dueOn: day('2026-12-24') })
  await raise('soon', { dueOn: day('2026-10-20') })
  expect((await tasks()).map(({ kind }) => kind)).toEqual(['soon', 'later', 'whenever'])
  for (const cause of ['whenever', 'later', 'soon']) await settle(cause)
})

test('a task is done once; after that it is not there', async () => {
  await raise('done')
  const [task] = await tasks()
  expect((await door.ask('POST', `/tasks/${task?.id}/done`)).status).toBe(204)
  expect(await tasks()).toEqual([])
  expect(await door.ask('POST', `/tasks/${task?.id}/done`)).toMatchObject({
    status: 404,
    body: { code: 'task_not_found' },
  })
})

test('a task of another practice or tenant is neither shown nor done', async () => {
  await raise('theirs', { practiceId: house.practices[1] })
  const [task] = await tasks()
  const stranger = (await openHouse(database.db)).owner
  for (const as of [house.limited, stranger]) {
    const able = { ...as, rights: rightsOf('owner') }
    expect(await tasks(able)).toEqual([])
    expect((await door.ask('POST', `/tasks/${task?.id}/done`, undefined, able)).status).toBe(404)
  }
  expect(await tasks()).toHaveLength(1)
})
