import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { accountRoutes } from '../modules/account/index.ts'
import { createTenantWithOwner } from './index.ts'
import { PASSWORD, type TestApp, browser, openTestApp, signedIn, testTenant } from './testing.ts'

let database: TestDatabase
let app: TestApp

beforeAll(async () => {
  database = await testDatabase()
  app = await openTestApp(database.db, accountRoutes)
})
afterAll(async () => {
  await app.http.close()
  await database.drop()
})

/** As the authenticator app computes it (RFC 6238: SHA-1, 30 s, six digits). */
function codeNow(uri: string, stepsAhead = 0): string {
  const secret = base32(new URL(uri).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsAhead))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = digest.readUInt8(19) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const five = (letter: string) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
  const bits = Array.from(text, five).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

async function outcomes(): Promise<string[]> {
  const { rows } = await sql<{ outcome: string }>`SELECT outcome FROM auth.sign_ins ORDER BY id`.execute(app.ground.db)
  return rows.map(({ outcome }) => outcome)
}

async function enrolled(email: string) {
  await createTenantWithOwner(app.ground, testTenant(email, email))
  const call = await signedIn(app.http, email)
  const { totpURI, backupCodes } = (await call('POST', '/api/auth/two-factor/enable', { password: PASSWORD })).json()
  await call('POST', '/api/auth/two-factor/verify-totp', { code: codeNow(totpURI) })
  return { call, totpURI, backupCodes }
}

async function askedFor(email: string) {
  const call = browser(app.http)
  const answer = await call('POST', '/api/auth/sign-in/email', { email, password: PASSWORD })
  expect(answer.json()).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
  expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
  return call
}

describe('enrolment', () => {
  test('counts only after the first right code', async () => {
    await createTenantWithOwner(app.ground, testTenant('A', 'anna@a.example'))
    const call = await signedIn(app.http, 'anna@a.example')
    expect((await call('POST', '/api/auth/two-factor/enable', { password: 'wrong' })).json().code).toBe(
      'password_wrong',
    )
    const { totpURI, backupCodes } = (await call('POST', '/api/auth/two-factor/enable', { password: PASSWORD })).json()
    expect(totpURI).toMatch(/^otpauth:\/\/totp\/Mahnwerk:anna%40a\.example\?secret=[A-Z2-7]+&issuer=Mahnwerk/)
    expect(new Set(backupCodes).size).toBe(10)
    await signedIn(app.http, 'anna@a.example')
    expect((await call('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })).json().code).toBe(
      'second_factor_wrong',
    )
    expect((await call('GET', '/api/v1/me')).json().twoFactorEnabled).toBe(false)
    expect((await call('POST', '/api/auth/two-factor/verify-totp', { code: codeNow(totpURI) })).statusCode).toBe(200)
    expect((await call('GET', '/api/v1/me')).json().twoFactorEnabled).toBe(true)
    expect((await outcomes()).at(-1)).toBe('second_factor_enabled')
    expect((await call('POST', '/api/auth/two-factor/enable', { password: PASSWORD })).json().code).toBe(
      'second_factor_enabled',
    )
  })
})

describe('a sign-in with a second factor', () => {
  test('opens nothing before the right code', async () => {
    const { totpURI } = await enrolled('ben@b.example')
    const call = await askedFor('ben@b.example')
    expect((await outcomes()).at(-1)).toBe('second_factor_asked')
    const wrong = codeNow(totpURI) === '123456' ? '654321' : '123456'
    expect((await call('POST', '/api/auth/two-factor/verify-totp', { code: wrong })).json().code).toBe(
      'second_factor_wrong',
    )
    expect((await outcomes()).at(-1)).toBe('second_factor_failed')
    const answer = await call('POST', '/api/auth/two-factor/verify-totp', { code: codeNow(totpURI) })
    expect(answer.json().user).toMatchObject({ email: 'ben@b.example', twoFactorEnabled: true })
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(200)
    expect((await outcomes()).at(-1)).toBe('success')
  })

  test('takes a code of an hour ago for wrong', async () => {
    const { totpURI } = await enrolled('cara@c.example')
    const call = await askedFor('cara@c.example')
    expect((await call('POST', '/api/auth/two-factor/verify-totp', { code: codeNow(totpURI, -120) })).statusCode).toBe(
      401,
    )
  })

  test('ends after five wrong codes, even if the sixth were right', async () => {
    const { totpURI } = await enrolled('dora@d.example')
    const call = await askedFor('dora@d.example')
    for (let round = 0; round < 5; round++) await call('POST', '/api/auth/two-factor/verify-totp', { code: '1' })
    const sixth = await call('POST', '/api/auth/two-factor/verify-totp', { code: codeNow(totpURI) })
    expect(sixth.json().code).toBe('second_factor_expired')
    expect((await outcomes()).at(-1)).toBe('locked')
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(401)
  })

  test('takes each backup code once', async () => {
    const { backupCodes } = await enrolled('emil@e.example')
    const [first] = backupCodes
    const call = await askedFor('emil@e.example')
    expect((await call('POST', '/api/auth/two-factor/verify-backup-code', { code: first })).statusCode).toBe(200)
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(200)
    const again = await askedFor('emil@e.example')
    expect((await again('POST', '/api/auth/two-factor/verify-backup-code', { code: first })).json().code).toBe(
      'second_factor_wrong',
    )
  })

  test('cannot be passed with the challenge of somebody else', async () => {
    const { totpURI } = await enrolled('fay@f.example')
    await enrolled('gil@g.example')
    const call = await askedFor('gil@g.example')
    expect((await call('POST', '/api/auth/two-factor/verify-totp', { code: codeNow(totpURI) })).statusCode).toBe(401)
    const none = await browser(app.http)('POST', '/api/auth/two-factor/verify-totp', { code: codeNow(totpURI) })
    expect([none.statusCode, none.json().code]).toEqual([401, 'second_factor_expired'])
  })
})

test('the secret and the backup codes lie enciphered in the database', async () => {
  const { totpURI, backupCodes } = await enrolled('hugo@h.example')
  const secret = base32(new URL(totpURI).searchParams.get('secret') ?? '').toString()
  const { rows } = await sql<{
    text: string
  }>`SELECT string_agg(f::text, ' ') AS text FROM auth.second_factors f`.execute(app.ground.db)
  expect(secret).toMatch(/^[\w-]{32}$/)
  for (const plain of [secret, ...backupCodes]) expect(rows[0]?.text).not.toContain(plain)
})

test('removing the second factor wants the password; then the password is enough again', async () => {
  const { call } = await enrolled('ida@i.example')
  expect((await call('POST', '/api/auth/two-factor/disable', { password: 'wrong' })).json().code).toBe('password_wrong')
  expect((await call('POST', '/api/auth/two-factor/disable', { password: PASSWORD })).statusCode).toBe(200)
  expect((await outcomes()).at(-1)).toBe('second_factor_disabled')
  const again = await signedIn(app.http, 'ida@i.example')
  expect((await again('GET', '/api/v1/me')).json().twoFactorEnabled).toBe(false)
})

test('new backup codes end the old ones', async () => {
  const { call, backupCodes } = await enrolled('jan@j.example')
  const fresh = (await call('POST', '/api/auth/two-factor/generate-backup-codes', { password: PASSWORD })).json()
    .backupCodes
  expect(fresh).toHaveLength(10)
  const waiting = await askedFor('jan@j.example')
  expect((await waiting('POST', '/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).statusCode).toBe(
    401,
  )
  expect((await waiting('POST', '/api/auth/two-factor/verify-backup-code', { code: fresh[0] })).statusCode).toBe(200)
})
