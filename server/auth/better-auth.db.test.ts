import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { createIds } from '../ids.ts'
import { authOptions } from './better-auth.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('better-auth finds every table and column it needs', async () => {
  const said: string[] = []
  const options = authOptions({
    db: database.db,
    newId: createIds(),
    baseUrl: 'http://localhost:8080',
    secret: 'a secret for tests that is long enough',
    rateLimit: true,
    log: (_level, message) => said.push(message),
  })
  const { toBeCreated, toBeAdded, compileMigrations } = await getMigrations({
    ...options,
    logger: { ...options.logger, level: 'warn' },
  })
  expect(toBeCreated).toEqual([])
  expect(toBeAdded).toEqual([])
  expect((await compileMigrations()).replace(/[;\s]/g, '')).toBe('')
  expect(said).toEqual([])
})
