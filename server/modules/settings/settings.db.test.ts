import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTenantWithOwner, createUser } from '../../auth/index.ts'
import { type Caller, PASSWORD, type TestApp, openTestApp, signedIn, testTenant } from '../../auth/testing.ts'
import { inTenant } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { accountRoutes } from '../account/index.ts'
import { settingsRoutes } from './index.ts'

let database: TestDatabase
let app: TestApp
let tenantId: string
let owner: Caller

beforeAll(async () => {
  database = await testDatabase()
  app = await openTestApp(database.db, (http, ground) => {
    settingsRoutes(http, ground)
    accountRoutes(http, ground)
  })
  ;({ tenantId } = await createTenantWithOwner(app.ground, testTenant('Praxis Nord', 'olga@nord.example')))
  await createTenantWithOwner(app.ground, testTenant('Andere', 'fritz@andere.example'))
  await createUser(app.ground, tenantId, {
    name: 'Anton',
    email: 'anton@nord.example',
    role: 'accountant',
    password: PASSWORD,
  })
  owner = await signedIn(app.http, 'olga@nord.example')
})
afterAll(async () => {
  await app.http.close()
  await database.drop()
})

const json = async (answer: ReturnType<Caller>) => (await answer).json()

async function lastEvent(): Promise<{ type: string; data: unknown }> {
  return inTenant(app.ground.db, tenantId, async (trx) => {
    const { rows } = await sql<{ type: string; data: string }>`
      SELECT type, data FROM events WHERE tenant_id = ${tenantId} AND stream = 'tenant' ORDER BY version DESC LIMIT 1`.execute(
      trx,
    )
    return { type: rows[0]?.type ?? '', data: JSON.parse(rows[0]?.data ?? 'null') as unknown }
  })
}

describe('the tenant’s data', () => {
  test('is changed on the state that was read, and the history says what', async () => {
    const read = await owner('GET', '/api/v1/settings/tenant')
    expect(read.headers['etag']).toBe(`"${read.json().version}"`)
    const change = { street: 'Birkenweg 2', iban: 'de89 3704 0044 0532 0130 00', phone: '', healthProfession: true }
    const changed = await owner('PATCH', '/api/v1/settings/tenant', change, {
      'if-match': String(read.headers['etag']),
    })
    expect(changed.json()).toEqual({
      ...read.json(),
      street: 'Birkenweg 2',
      iban: 'DE89370400440532013000',
      healthProfession: true,
      version: read.json().version + 1,
    })
    expect(changed.headers['etag']).toBe(`"${changed.json().version}"`)
    expect(await lastEvent()).toEqual({
      type: 'settings_changed',
      data: {
        changes: [
          { field: 'street', from: 'Lindenstraße 1', to: 'Birkenweg 2' },
          { field: 'iban', from: null, to: 'DE89370400440532013000' },
          { field: 'healthProfession', from: false, to: true },
        ],
      },
    })
  })

  test('is not overwritten by whoever read an older state, or names none', async () => {
    const { version } = await json(owner('GET', '/api/v1/settings/tenant'))
    const answers = await Promise.all([
      owner('PATCH', '/api/v1/settings/tenant', { city: 'Hamburg', version }),
      owner('PATCH', '/api/v1/settings/tenant', { city: 'Bremen', version }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
    const stale = await owner('PATCH', '/api/v1/settings/tenant', { city: 'Kiel' }, { 'if-match': `"${version}"` })
    expect(stale.json().code).toBe('version_conflict')
    expect((await owner('PATCH', '/api/v1/settings/tenant', { city: 'Kiel' })).statusCode).toBe(428)
    expect((await json(owner('GET', '/api/v1/settings/tenant'))).version).toBe(version + 1)
  })

  test('that stays as it is makes no new state and no event', async () => {
    const before = await json(owner('GET', '/api/v1/settings/tenant'))
    const event = await lastEvent()
    expect(await json(owner('PATCH', '/api/v1/settings/tenant', before))).toEqual(before)
    expect(await lastEvent()).toEqual(event)
  })

  test('must be right: a wrong IBAN and a missing name are refused', async () => {
    const { version } = await json(owner('GET', '/api/v1/settings/tenant'))
    expect(
      (await json(owner('PATCH', '/api/v1/settings/tenant', { iban: 'DE00370400440532013000', version }))).code,
    ).toBe('iban_invalid')
    expect((await owner('PATCH', '/api/v1/settings/tenant', { name: ' ', version })).statusCode).toBe(400)
    expect((await owner('PATCH', '/api/v1/settings/tenant', { paymentTermDays: 1000, version })).statusCode).toBe(400)
  })

  test('with a new name is found under it when switching tenants', async () => {
    const { version } = await json(owner('GET', '/api/v1/settings/tenant'))
    await owner('PATCH', '/api/v1/settings/tenant', { name: 'Praxis Süd', version })
    expect(await json(owner('GET', '/api/v1/me'))).toMatchObject({
      tenant: { name: 'Praxis Süd' },
      tenants: [{ name: 'Praxis Süd' }],
    })
  })

  test('is read, but not changed, by an accountant, and by another tenant not at all', async () => {
    const anton = await signedIn(app.http, 'anton@nord.example')
    const { version } = await json(anton('GET', '/api/v1/settings/tenant'))
    expect((await anton('PATCH', '/api/v1/settings/tenant', { city: 'Kiel', version })).statusCode).toBe(403)
    expect((await anton('POST', '/api/v1/settings/practices', { name: 'West' })).statusCode).toBe(403)
    const fritz = await signedIn(app.http, 'fritz@andere.example')
    expect((await json(fritz('GET', '/api/v1/settings/tenant'))).name).toBe('Andere')
  })
})

describe('a practice', () => {
  test('is added at the end and can be changed', async () => {
    const made = await owner('POST', '/api/v1/settings/practices', { name: 'West', city: 'Köln' })
    expect([made.statusCode, made.json()]).toEqual([
      201,
      expect.objectContaining({ name: 'West', city: 'Köln', street: null, position: 2 }),
    ])
    const { id } = made.json()
    expect(
      await json(owner('PATCH', `/api/v1/settings/practices/${id}`, { name: 'Westend', position: 0 })),
    ).toMatchObject({ name: 'Westend', city: 'Köln' })
    expect(await lastEvent()).toEqual({
      type: 'practice_changed',
      data: {
        practiceId: id,
        changes: [
          { field: 'name', from: 'West', to: 'Westend' },
          { field: 'position', from: 2, to: 0 },
        ],
      },
    })
    const { practices } = await json(owner('GET', '/api/v1/settings/practices'))
    expect(practices.map((practice: { name: string }) => practice.name)).toEqual(['Mitte', 'Westend', 'Süd'])
  })
})
