import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApiKey, createTenantWithOwner, createUser } from '../../auth/index.ts'
import {
  type Caller,
  PASSWORD,
  type TestApp,
  browser,
  openTestApp,
  program,
  signedIn,
  testTenant,
} from '../../auth/testing.ts'
import { instant } from '@mahnwerk/core/calendar'
import { inTenant } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { settingsRoutes } from '../settings/index.ts'
import { accountRoutes } from './index.ts'

let database: TestDatabase
let app: TestApp
let count = 0
// Each test has a creditor of its own, and another one that must not be touched.
let own: { tenantId: string; ownerId: string; practiceIds: string[] }
let foreign: typeof own
let owner: Caller
let mail: (name: string) => string

beforeAll(async () => {
  database = await testDatabase()
  app = await openTestApp(database.db, (http, ground) => {
    accountRoutes(http, ground)
    settingsRoutes(http, ground)
  })
})
afterAll(async () => {
  await app.http.close()
  await database.drop()
})
beforeEach(async () => {
  const round = (count += 1)
  mail = (name) => `${name}@t${round}.example`
  own = await createTenantWithOwner(app.ground, testTenant('Eigene', mail('olga')))
  foreign = await createTenantWithOwner(app.ground, testTenant('Fremde', mail('fritz')))
  owner = await signedIn(app.http, mail('olga'))
})

const json = async (answer: ReturnType<Caller>) => (await answer).json()
const code = async (answer: ReturnType<Caller>) => (await json(answer)).code

type Happened = { type: string; data: Record<string, unknown>; actor: { id: string } }

async function history(tenantId: string): Promise<Happened[]> {
  return inTenant(app.ground.db, tenantId, async (trx) => {
    const { rows } = await sql<{ type: string; data: string; actor: string }>`
      SELECT type, data, actor FROM events WHERE tenant_id = ${tenantId} AND stream = 'tenant' ORDER BY version`.execute(
      trx,
    )
    return rows.map(({ type, data, actor }) => ({
      type,
      data: JSON.parse(data) as Happened['data'],
      actor: JSON.parse(actor) as Happened['actor'],
    }))
  })
}

describe('a new user', () => {
  test('has an initial password that opens nothing but his own account until it is changed', async () => {
    const made = await json(
      owner('POST', '/api/v1/users', { name: 'Fiona Front', email: mail('Fiona'), role: 'front_desk' }),
    )
    expect(made.user).toMatchObject({
      email: mail('fiona'),
      role: 'front_desk',
      practices: null,
      active: true,
      passwordChangeDue: true,
    })
    expect(made.initialPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    const fiona = await signedIn(app.http, mail('fiona'), made.initialPassword)
    expect(await json(fiona('GET', '/api/v1/me'))).toMatchObject({ passwordChangeDue: true, rights: ['account.own'] })
    expect(await code(fiona('GET', '/api/v1/users'))).toBe('password_change_due')
    await fiona('POST', '/api/auth/change-password', { currentPassword: 'wrong', newPassword: PASSWORD })
    expect(await json(fiona('GET', '/api/v1/me'))).toMatchObject({ passwordChangeDue: true })
    await fiona('POST', '/api/auth/change-password', { currentPassword: made.initialPassword, newPassword: PASSWORD })
    const me = await json(fiona('GET', '/api/v1/me'))
    expect(me).toMatchObject({ passwordChangeDue: false, role: 'front_desk' })
    expect(me.rights).toContain('payments.record')
    expect(await code(fiona('GET', '/api/v1/users'))).toBe('not_allowed')
  })

  test('needs an address that is free', async () => {
    const taken = await owner('POST', '/api/v1/users', { name: 'Fritz', email: mail('FRITZ'), role: 'accountant' })
    expect([taken.statusCode, taken.json().code, taken.json().facts]).toEqual([
      409,
      'email_in_use',
      { email: mail('fritz') },
    ])
    expect((await owner('POST', '/api/v1/users', { name: '', email: 'no address', role: 'king' })).statusCode).toBe(400)
  })

  test('with the same Idempotency-Key is made once, and its password is not kept for the repeat', async () => {
    const once = { 'idempotency-key': 'k1' }
    const body = { name: 'Ida', email: mail('ida'), role: 'accountant' }
    const first = await json(owner('POST', '/api/v1/users', body, once))
    const second = await json(owner('POST', '/api/v1/users', body, once))
    expect(second.user).toEqual(first.user)
    expect([typeof first.initialPassword, second.initialPassword]).toEqual(['string', null])
    const kept = await inTenant(app.ground.db, own.tenantId, (trx) =>
      sql<{
        text: string
      }>`SELECT answer::text AS text FROM idempotency_keys WHERE tenant_id = ${own.tenantId}`.execute(trx),
    )
    expect(kept.rows[0]?.text).not.toContain(first.initialPassword)
  })
})

describe('a changed user', () => {
  test('has the new role and practices with the very next request', async () => {
    const paul = await createUser(app.ground, own.tenantId, {
      name: 'Paul',
      email: mail('paul'),
      role: 'owner',
      password: PASSWORD,
    })
    const call = await signedIn(app.http, mail('paul'))
    expect((await call('GET', '/api/v1/users')).statusCode).toBe(200)
    const [mitte] = own.practiceIds
    expect((await owner('PATCH', `/api/v1/users/${paul}`, { role: 'accountant', practices: [mitte] })).statusCode).toBe(
      200,
    )
    expect((await call('GET', '/api/v1/users')).statusCode).toBe(403)
    expect(await json(call('GET', '/api/v1/me'))).toMatchObject({
      role: 'accountant',
      allPractices: false,
      practices: [{ id: mitte, name: 'Mitte' }],
    })
    expect(await json(call('GET', '/api/v1/settings/practices'))).toMatchObject({ practices: [{ id: mitte }] })
    await owner('PATCH', `/api/v1/users/${paul}`, { practices: null })
    expect(await json(call('GET', '/api/v1/me'))).toMatchObject({ allPractices: true, practices: [{}, {}] })
    expect((await history(own.tenantId)).at(-2)).toMatchObject({
      type: 'user_changed',
      data: { userId: paul, role: { from: 'owner', to: 'accountant' }, practices: { from: null, to: [mitte] } },
      actor: { id: own.ownerId },
    })
  })

  test('that was deactivated is out at once, cannot sign in, and can be let in again', async () => {
    const paul = await createUser(app.ground, own.tenantId, {
      name: 'Paul',
      email: mail('paul'),
      role: 'accountant',
      password: PASSWORD,
    })
    const call = await signedIn(app.http, mail('paul'))
    await owner('PATCH', `/api/v1/users/${paul}`, { active: false })
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
    expect(
      await code(browser(app.http)('POST', '/api/auth/sign-in/email', { email: mail('paul'), password: PASSWORD })),
    ).toBe('no_membership')
    await owner('PATCH', `/api/v1/users/${paul}`, { active: true })
    expect((await (await signedIn(app.http, mail('paul')))('GET', '/api/v1/me')).statusCode).toBe(200)
  })

  test('whose limit has no practice left sees none', async () => {
    const [mitte] = own.practiceIds
    await createUser(app.ground, own.tenantId, {
      name: 'Paul',
      email: mail('paul'),
      role: 'accountant',
      password: PASSWORD,
      practices: [String(mitte)],
    })
    await inTenant(app.ground.db, own.tenantId, (trx) =>
      sql`DELETE FROM member_practices WHERE tenant_id = ${own.tenantId}`.execute(trx),
    )
    const call = await signedIn(app.http, mail('paul'))
    expect(await json(call('GET', '/api/v1/me'))).toMatchObject({ allPractices: false, practices: [] })
  })

  test('may be an owner, of whom one always remains and who sees all practices', async () => {
    const change = (body: object) => owner('PATCH', `/api/v1/users/${own.ownerId}`, body)
    expect(await code(change({ role: 'accountant' }))).toBe('last_owner')
    expect(await code(change({ active: false }))).toBe('last_owner')
    expect(await code(change({ practices: [own.practiceIds[0]] }))).toBe('owner_sees_all_practices')
    const second = await createUser(app.ground, own.tenantId, {
      name: 'Zoe',
      email: mail('zoe'),
      role: 'owner',
      password: PASSWORD,
    })
    const zoe = await signedIn(app.http, mail('zoe'))
    const answers = await Promise.all([
      owner('PATCH', `/api/v1/users/${second}`, { active: false }),
      zoe('PATCH', `/api/v1/users/${own.ownerId}`, { active: false }),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const { rows } = await sql<{ owners: number }>`
      SELECT count(*) AS owners FROM auth.members
      WHERE tenant_id = ${own.tenantId} AND role = 'owner' AND deactivated_at IS NULL`.execute(app.ground.db)
    expect(rows[0]?.owners).toBe(1)
  })

  test('who forgot password and phone gets a new password, is signed out, and needs no code', async () => {
    const paul = await createUser(app.ground, own.tenantId, {
      name: 'Paul',
      email: mail('paul'),
      role: 'accountant',
      password: PASSWORD,
    })
    const call = await signedIn(app.http, mail('paul'))
    await sql`UPDATE auth.users SET two_factor_enabled = true WHERE id = ${paul}`.execute(app.ground.db)
    const { initialPassword } = await json(owner('POST', `/api/v1/users/${paul}/initial-password`))
    expect((await owner('DELETE', `/api/v1/users/${paul}/second-factor`)).statusCode).toBe(200)
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
    await expect(signedIn(app.http, mail('paul'))).rejects.toThrow('401')
    const again = await signedIn(app.http, mail('paul'), initialPassword)
    expect(await json(again('GET', '/api/v1/me'))).toMatchObject({ passwordChangeDue: true, twoFactorEnabled: false })
  })
})

describe('a user of two tenants', () => {
  test('works in the first, switches, and his password is nobody else’s to renew', async () => {
    const steuer = await createUser(app.ground, own.tenantId, {
      name: 'Stella',
      email: mail('stella'),
      role: 'tax_adviser',
      password: PASSWORD,
    })
    expect(
      await createUser(app.ground, foreign.tenantId, { name: 'Stella', email: mail('stella'), role: 'read_only' }),
    ).toBe(steuer)
    const call = await signedIn(app.http, mail('stella'))
    expect(await json(call('GET', '/api/v1/me'))).toMatchObject({
      tenant: { id: own.tenantId },
      tenants: [{ id: own.tenantId }, { id: foreign.tenantId }],
    })
    const switched = await call('POST', '/api/auth/organization/set-active', { organizationId: foreign.tenantId })
    expect(switched.json()).toEqual({ id: foreign.tenantId, name: 'Fremde' })
    expect(await json(call('GET', '/api/v1/me'))).toMatchObject({ tenant: { id: foreign.tenantId }, role: 'read_only' })
    await call('POST', '/api/auth/change-password', { currentPassword: PASSWORD, newPassword: `${PASSWORD} neu` })
    expect(await json(call('GET', '/api/v1/me'))).toMatchObject({ tenant: { id: foreign.tenantId } })
    for (const [method, path] of [
      ['POST', 'initial-password'],
      ['DELETE', 'second-factor'],
    ] as const) {
      expect(await code(owner(method, `/api/v1/users/${steuer}/${path}`))).toBe('user_belongs_elsewhere')
    }
  })

  test('cannot switch to a tenant that is not his', async () => {
    const answer = await owner('POST', '/api/auth/organization/set-active', { organizationId: foreign.tenantId })
    expect(answer.statusCode).toBe(404)
    expect(await json(owner('GET', '/api/v1/me'))).toMatchObject({ tenant: { id: own.tenantId } })
  })
})

describe('what belongs to another tenant', () => {
  test('is not there: its users, keys, practices and sessions', async () => {
    const key = await createApiKey(app.ground, foreign.tenantId, { name: 'fremd', role: 'owner' })
    const fritz = await signedIn(app.http, mail('fritz'))
    const { sessions } = await json(fritz('GET', '/api/v1/me/sessions'))
    const before = await history(foreign.tenantId)
    for (const [method, url, body] of [
      ['PATCH', `/api/v1/users/${foreign.ownerId}`, { role: 'read_only' }],
      ['POST', `/api/v1/users/${foreign.ownerId}/initial-password`, undefined],
      ['DELETE', `/api/v1/users/${foreign.ownerId}/second-factor`, undefined],
      ['DELETE', `/api/v1/api-keys/${key.id}`, undefined],
      ['PATCH', `/api/v1/settings/practices/${foreign.practiceIds[0]}`, { name: 'Übernommen' }],
      ['DELETE', `/api/v1/me/sessions/${sessions[0]?.id}`, undefined],
      [
        'POST',
        '/api/v1/users',
        { name: 'x', email: mail('x'), role: 'accountant', practices: [foreign.practiceIds[0]] },
      ],
      ['POST', '/api/v1/api-keys', { name: 'x', role: 'accountant', practices: [foreign.practiceIds[0]] }],
    ] as const) {
      expect([url, (await owner(method, url, body)).statusCode]).toEqual([url, 404])
    }
    expect(await json(owner('GET', '/api/v1/users'))).toMatchObject({ users: [{ id: own.ownerId }] })
    expect(await json(owner('GET', '/api/v1/api-keys'))).toEqual({ keys: [] })
    expect(await history(foreign.tenantId)).toEqual(before)
    expect((await fritz('GET', '/api/v1/me')).statusCode).toBe(200)
  })
})

describe('an API key', () => {
  test('has the rights of its role in its tenant, and cannot make users or keys', async () => {
    const { key, secret } = await json(owner('POST', '/api/v1/api-keys', { name: 'Praxissoftware', role: 'owner' }))
    expect(secret).toMatch(/^mw_[\w-]{43}$/)
    expect(key).toMatchObject({
      name: 'Praxissoftware',
      start: secret.slice(0, 9),
      createdBy: 'Olga Owner',
      lastUsedAt: null,
    })
    const call = program(app.http, secret)
    expect(await json(call('GET', '/api/v1/me'))).toMatchObject({
      kind: 'key',
      name: 'Praxissoftware',
      tenant: { id: own.tenantId },
      email: null,
    })
    expect((await call('GET', '/api/v1/settings/tenant')).statusCode).toBe(200)
    expect(await code(call('GET', '/api/v1/users'))).toBe('not_allowed')
    expect(await code(call('POST', '/api/v1/api-keys', { name: 'x', role: 'owner' }))).toBe('not_allowed')
    expect(await code(call('GET', '/api/v1/me/sessions'))).toBe('only_for_people')
    expect((await owner('GET', '/api/v1/api-keys')).body).toMatch(/"lastUsedAt":"20/)
  })

  test('can be limited to practices', async () => {
    const [mitte] = own.practiceIds
    const { secret } = await json(
      owner('POST', '/api/v1/api-keys', { name: 'Mitte', role: 'accountant', practices: [mitte] }),
    )
    const call = program(app.http, secret)
    expect(await json(call('GET', '/api/v1/settings/practices'))).toMatchObject({ practices: [{ id: mitte }] })
  })

  test('that was revoked opens nothing, at once, and its use is noted', async () => {
    const { key, secret } = await json(owner('POST', '/api/v1/api-keys', { name: 'alt', role: 'accountant' }))
    const call = program(app.http, secret)
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(200)
    expect((await owner('DELETE', `/api/v1/api-keys/${key.id}`)).body).toMatch(/"revokedAt":"20/)
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
    expect((await owner('DELETE', `/api/v1/api-keys/${key.id}`)).statusCode).toBe(200)
    const { signIns } = await json(owner('GET', '/api/v1/sign-ins'))
    const ofKey = signIns.filter((entry: { key: { id: string } | null }) => entry.key?.id === key.id)
    expect(ofKey.map((entry: { outcome: string }) => entry.outcome)).toEqual(['key_refused', 'key_used_first_time'])
    expect((await history(own.tenantId)).filter(({ type }) => type === 'key_revoked')).toHaveLength(1)
  })

  test('runs out', async () => {
    expect(
      await code(
        owner('POST', '/api/v1/api-keys', { name: 'x', role: 'accountant', expiresAt: '2020-01-01T00:00:00Z' }),
      ),
    ).toBe('expiry_in_past')
    const soon = instant(new Date(Date.now() + 60_000).toISOString())
    const { id, key } = await createApiKey(app.ground, own.tenantId, {
      name: 'kurz',
      role: 'accountant',
      expiresAt: soon,
    })
    expect((await program(app.http, key)('GET', '/api/v1/me')).statusCode).toBe(200)
    await sql`UPDATE auth.api_keys SET expires_at = now() - interval '1 second' WHERE id = ${id}`.execute(app.ground.db)
    expect((await program(app.http, key)('GET', '/api/v1/me')).statusCode).toBe(401)
  })

  test('is kept as a hash alone, and a made-up or empty one opens nothing', async () => {
    const { key } = await createApiKey(app.ground, own.tenantId, { name: 'geheim', role: 'accountant' })
    const { rows } = await sql<{ text: string }>`SELECT string_agg(k::text, ' ') AS text FROM auth.api_keys k`.execute(
      app.ground.db,
    )
    expect(rows[0]?.text).toContain('geheim')
    expect(rows[0]?.text).not.toContain(key.slice(0, 12))
    for (const wrong of [`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`, 'mw_', 'x', key.toUpperCase()]) {
      expect([wrong, (await program(app.http, wrong)('GET', '/api/v1/me')).statusCode]).toEqual([wrong, 401])
    }
  })

  test('counts before a session: a wrong key is not rescued by a cookie', async () => {
    expect((await owner('GET', '/api/v1/me', undefined, { authorization: 'Bearer mw_wrong' })).statusCode).toBe(401)
  })
})

describe('the log of sign-ins', () => {
  test('shows an owner the tries on his own users, and nothing of others', async () => {
    const { users } = await json(owner('GET', '/api/v1/users'))
    expect(users[0]?.lastSignInAt).toEqual(expect.any(String))
    const call = browser(app.http)
    await call(
      'POST',
      '/api/auth/sign-in/email',
      { email: mail('olga'), password: 'wrong' },
      { 'user-agent': 'Firefox' },
    )
    await call('POST', '/api/auth/sign-in/email', { email: mail('fritz'), password: 'wrong' })
    await call('POST', '/api/auth/sign-in/email', { email: mail('niemand'), password: 'wrong' })
    const { signIns, next } = await json(owner('GET', '/api/v1/sign-ins'))
    expect(next).toBe(null)
    expect(signIns).toEqual([
      expect.objectContaining({
        outcome: 'wrong_password',
        user: { id: own.ownerId, name: 'Olga Owner' },
        address: '127.0.0.1',
        userAgent: 'Firefox',
      }),
      expect.objectContaining({ outcome: 'success', user: { id: own.ownerId, name: 'Olga Owner' } }),
    ])
    const first = await json(owner('GET', '/api/v1/sign-ins?limit=1'))
    expect([first.signIns, first.next]).toEqual([signIns.slice(0, 1), signIns[0]?.id])
    expect(await json(owner('GET', `/api/v1/sign-ins?limit=1&after=${first.next}`))).toEqual({
      signIns: signIns.slice(1),
      next: null,
    })
  })

  test('cannot be changed by the program', async () => {
    await expect(sql`UPDATE auth.sign_ins SET outcome = 'success'`.execute(app.ground.db)).rejects.toThrow(
      'permission denied',
    )
    await expect(sql`DELETE FROM auth.sign_ins`.execute(app.ground.db)).rejects.toThrow('permission denied')
  })
})
