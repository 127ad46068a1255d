import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { accountRoutes } from '../modules/account/index.ts'
import { createTenantWithOwner, createUser } from './index.ts'
import { PASSWORD, type TestApp, browser, openTestApp, signedIn, testTenant } from './testing.ts'

let database: TestDatabase
let app: TestApp
let tenantId: string

beforeAll(async () => {
  database = await testDatabase()
  app = await openTestApp(database.db, accountRoutes)
  ;({ tenantId } = await createTenantWithOwner(app.ground, testTenant('Praxis Nord', 'olga@nord.example')))
})
afterAll(async () => {
  await app.http.close()
  await database.drop()
})

async function outcomes(): Promise<string[]> {
  const { rows } = await sql<{ outcome: string }>`SELECT outcome FROM auth.sign_ins ORDER BY id`.execute(app.ground.db)
  return rows.map(({ outcome }) => outcome)
}

describe('signing in', () => {
  test('with the right password opens a session in a cookie that scripts cannot read', async () => {
    const call = browser(app.http)
    const answer = await call('POST', '/api/auth/sign-in/email', { email: 'Olga@Nord.example', password: PASSWORD })
    expect(answer.statusCode).toBe(200)
    // The session's token is in the cookie and nowhere else.
    expect(Object.keys(answer.json())).toEqual(['user'])
    expect(answer.json().user).toMatchObject({
      email: 'olga@nord.example',
      name: 'Olga Owner',
      mustChangePassword: false,
    })
    const cookie = answer.cookies.find(({ name }) => name === 'mahnwerk.session_token')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect((await call('GET', '/api/v1/me')).json()).toMatchObject({
      name: 'Olga Owner',
      role: 'owner',
      tenant: { id: tenantId },
    })
    expect((await outcomes()).at(-1)).toBe('success')
  })

  test('with a wrong password and as an unknown user answers the same, and is told apart in the log', async () => {
    const call = browser(app.http)
    const wrong = await call('POST', '/api/auth/sign-in/email', {
      email: 'olga@nord.example',
      password: 'something else',
    })
    const unknown = await call('POST', '/api/auth/sign-in/email', {
      email: 'nobody@nord.example',
      password: 'something else',
    })
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'sign_in_failed'])
    expect(unknown.body).toBe(wrong.body)
    expect(wrong.cookies).toEqual([])
    expect((await outcomes()).slice(-2)).toEqual(['wrong_password', 'unknown_user'])
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
  })

  test('keeps no address of a stranger and no password in the log', async () => {
    const { rows } = await sql<{ text: string }>`SELECT string_agg(s::text, ' ') AS text FROM auth.sign_ins s`.execute(
      app.ground.db,
    )
    expect(rows[0]?.text).not.toMatch(/nobody|something else/)
  })

  test('behind https sets a Secure cookie, and that cookie is accepted', async () => {
    const secure = await openTestApp(database.db, accountRoutes, { baseUrl: 'https://mahnwerk.example' })
    const call = browser(secure.http)
    const headers = { origin: 'https://mahnwerk.example', host: 'mahnwerk.example' }
    const answer = await call(
      'POST',
      '/api/auth/sign-in/email',
      { email: 'olga@nord.example', password: PASSWORD },
      headers,
    )
    expect(answer.cookies.find(({ name }) => name === '__Secure-mahnwerk.session_token')).toMatchObject({
      secure: true,
    })
    expect((await call('GET', '/api/v1/me', undefined, headers)).statusCode).toBe(200)
    await secure.http.close()
  })
})

describe('a session', () => {
  test('ends with signing out', async () => {
    const call = await signedIn(app.http, 'olga@nord.example')
    const stolen = new Map(call.cookies)
    expect((await call('POST', '/api/auth/sign-out')).statusCode).toBe(200)
    expect((await outcomes()).at(-1)).toBe('signed_out')
    for (const [name, value] of stolen) call.cookies.set(name, value)
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
  })

  test('that has expired opens nothing, at once', async () => {
    const call = await signedIn(app.http, 'olga@nord.example')
    await sql`UPDATE auth.sessions SET expires_at = now() - interval '1 second'`.execute(app.ground.db)
    expect((await call('GET', '/api/v1/me')).json()).toMatchObject({ status: 401, code: 'not_signed_in' })
    expect((await call('GET', '/api/auth/get-session')).json()).toBe(null)
    expect((await call('POST', '/api/auth/two-factor/enable', { password: PASSWORD })).statusCode).toBe(401)
  })

  test('is listed to its owner and can be ended from elsewhere, at once', async () => {
    const [here, there] = [await signedIn(app.http, 'olga@nord.example'), await signedIn(app.http, 'olga@nord.example')]
    const { sessions } = (await here('GET', '/api/v1/me/sessions')).json()
    const other = sessions.find((session: { current: boolean; id: string }) => !session.current)
    expect(sessions.filter((session: { current: boolean }) => session.current)).toHaveLength(1)
    expect((await here('DELETE', `/api/v1/me/sessions/${other?.id}`)).statusCode).toBe(204)
    expect((await there('GET', '/api/v1/me')).statusCode).toBe(401)
    expect((await here('GET', '/api/v1/me')).statusCode).toBe(200)
  })

  test('with a changed signature or a made-up token opens nothing', async () => {
    const call = await signedIn(app.http, 'olga@nord.example')
    const [name, value] = [...call.cookies][0] ?? ['', '']
    for (const forged of [
      value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
      `${value.slice(0, -6)}AAA%3D`,
      'x.y',
      '%E0%A4%A',
      'ü.ü',
    ]) {
      call.cookies.set(name, forged)
      expect([forged, (await call('GET', '/api/v1/me')).statusCode]).toEqual([forged, 401])
    }
  })
})

describe('a foreign page', () => {
  test('can neither sign somebody in nor use a session', async () => {
    const call = await signedIn(app.http, 'olga@nord.example')
    const evil = { origin: 'http://evil.example' }
    for (const [method, url] of [
      ['GET', '/api/v1/me'],
      ['POST', '/api/v1/users'],
      ['POST', '/api/auth/sign-in/email'],
      ['POST', '/api/auth/sign-out'],
      ['POST', '/api/auth/change-password'],
    ] as const) {
      const body = {
        email: 'olga@nord.example',
        password: PASSWORD,
        currentPassword: PASSWORD,
        newPassword: `${PASSWORD}!`,
        name: 'x',
        role: 'owner',
      }
      const answer = await call(method, url, method === 'POST' ? body : undefined, evil)
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'foreign_origin'])
    }
    expect((await call('GET', '/api/v1/me', undefined, { origin: 'null' })).statusCode).toBe(403)
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(200)
  })

  test('on another port of the same machine is foreign, too', async () => {
    const call = await signedIn(app.http, 'olga@nord.example')
    expect((await call('GET', '/api/v1/me', undefined, { origin: 'http://localhost:9999' })).statusCode).toBe(403)
  })

  test('is not the page of the host that the browser asked for, whatever name it has', async () => {
    const call = browser(app.http)
    const headers = { host: '192.168.1.5:8080', origin: 'http://192.168.1.5:8080' }
    const answer = await call(
      'POST',
      '/api/auth/sign-in/email',
      { email: 'olga@nord.example', password: PASSWORD },
      headers,
    )
    expect(answer.statusCode).toBe(200)
    expect((await call('GET', '/api/v1/me', undefined, headers)).statusCode).toBe(200)
  })
})

describe('the paths of better-auth', () => {
  test('that are not named do not exist', async () => {
    const call = await signedIn(app.http, 'olga@nord.example')
    for (const path of [
      'sign-up/email',
      'organization/create',
      'organization/update-member-role',
      'update-user',
      'delete-user',
      'list-sessions',
      'change-email',
    ]) {
      expect([path, (await call('POST', `/api/auth/${path}`, { name: 'x' })).statusCode]).toEqual([path, 404])
    }
  })
})

describe('changing the password', () => {
  test('wants the old one, at least ten characters and another one, and ends all other sessions', async () => {
    await createUser(app.ground, tenantId, {
      name: 'Paul',
      email: 'paul@nord.example',
      role: 'accountant',
      password: PASSWORD,
    })
    const [here, there] = [await signedIn(app.http, 'paul@nord.example'), await signedIn(app.http, 'paul@nord.example')]
    const change = (currentPassword: string, newPassword: string) =>
      here('POST', '/api/auth/change-password', { currentPassword, newPassword })
    expect((await change('wrong', 'ein anderes Passwort')).json().code).toBe('password_wrong')
    expect((await change(PASSWORD, 'kurz')).json()).toMatchObject({
      code: 'password_too_short',
      facts: { characters: 10 },
    })
    expect((await change(PASSWORD, PASSWORD)).json().code).toBe('password_unchanged')
    expect((await change(PASSWORD, 'ein anderes Passwort')).statusCode).toBe(200)
    expect((await outcomes()).at(-1)).toBe('password_changed')
    expect((await here('GET', '/api/v1/me')).statusCode).toBe(200)
    expect((await there('GET', '/api/v1/me')).statusCode).toBe(401)
    await expect(signedIn(app.http, 'paul@nord.example')).rejects.toThrow('401')
    await signedIn(app.http, 'paul@nord.example', 'ein anderes Passwort')
  })
})

describe('guessing passwords', () => {
  const guess = (limited: TestApp, email: string, password: string, remoteAddress: string) =>
    limited.http.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password }, remoteAddress })

  test('from one address is slowed down, and another process counts along', async () => {
    const limited = [
      await openTestApp(database.db, accountRoutes, { rateLimit: true }),
      await openTestApp(database.db, accountRoutes, { rateLimit: true }),
    ] as const
    // Another person each time, so that only the place is limited.
    const attempt = (round: number) =>
      guess(limited[round % 2 === 0 ? 0 : 1], `guess${round}@nord.example`, 'wrong password', '203.0.113.7')
    for (let round = 0; round < 10; round++) expect((await attempt(round)).statusCode).toBe(401)
    const answer = await attempt(10)
    expect(answer.statusCode).toBe(429)
    expect(answer.json().code).toBe('too_many_requests')
    expect(answer.json().facts['seconds']).toBeGreaterThan(0)
    expect((await guess(limited[0], 'olga@nord.example', PASSWORD, '203.0.113.8')).statusCode).toBe(200)
    for (const one of limited) await one.http.close()
  })

  test('of one user locks him for the place that guesses, not for others, and not for ever', async () => {
    let ahead = 0
    const clock = { now: () => new Date(Date.now() + ahead).toISOString() as ReturnType<typeof app.ground.clock.now> }
    const limited = await openTestApp(database.db, accountRoutes, { rateLimit: true, clock })
    await createUser(app.ground, tenantId, {
      name: 'Lea',
      email: 'lea@nord.example',
      role: 'accountant',
      password: PASSWORD,
    })
    for (let round = 0; round < 10; round++) await guess(limited, 'lea@nord.example', 'wrong password', '203.0.113.20')
    await sql`DELETE FROM auth.rate_limits`.execute(app.ground.db)
    const locked = await guess(limited, 'lea@nord.example', PASSWORD, '203.0.113.20')
    expect([locked.statusCode, locked.json<{ code: string }>().code]).toEqual([429, 'sign_in_locked'])
    expect((await outcomes()).at(-1)).toBe('locked')
    expect((await guess(limited, 'lea@nord.example', 'wrong password', '203.0.113.21')).statusCode).toBe(401)
    ahead = 16 * 60_000
    expect((await guess(limited, 'lea@nord.example', PASSWORD, '203.0.113.20')).statusCode).toBe(200)
    await limited.http.close()
  })
})
