// Those who try. A caller makes the headers of a request anew, so that one who was signed out by a try is signed in again.

import { sql } from 'kysely'
import { TENANT_ROLES, type TenantRole, createApiKey } from '../../auth/index.ts'
import { BASE_URL, signedIn } from '../../auth/testing.ts'
import type { House } from './house.ts'

export type Headers = Readonly<Record<string, string>>

export type Caller = {
  readonly name: string
  readonly headers: () => Promise<Headers>
}

/** Somebody signed in with a browser. A session that a try ended is begun again. */
export function person({ app }: House, name: string, email: string): Caller {
  let cookie: string | undefined
  const works = async (): Promise<boolean> => {
    if (cookie === undefined) return false
    const { statusCode } = await app.http.inject({ url: '/api/v1/me', headers: browserHeaders(cookie) })
    return statusCode === 200
  }
  return {
    name,
    headers: async () => {
      if (!(await works())) cookie = await cookieOf(app.http, email)
      return browserHeaders(cookie ?? '')
    },
  }
}

async function cookieOf(http: House['app']['http'], email: string): Promise<string> {
  const { cookies } = await signedIn(http, email)
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

function browserHeaders(cookie: string): Headers {
  return { host: 'localhost:8080', origin: BASE_URL, cookie }
}

function fixed(name: string, headers: Headers): Caller {
  return { name, headers: async () => headers }
}

/** Who has no right to be anybody. */
export async function nobodies(house: House): Promise<Caller[]> {
  const { app, a } = house
  const { db } = app.ground
  const expired = await cookieOf(app.http, a.ownerEmail)
  await sql`UPDATE auth.sessions SET expires_at = now() - interval '1 second' WHERE user_agent IS DISTINCT FROM 'planted'`.execute(
    db,
  )
  const revoked = await cookieOf(app.http, a.ownerEmail)
  await sql`DELETE FROM auth.sessions WHERE expires_at > now() AND user_agent IS DISTINCT FROM 'planted'`.execute(db)
  const old = await createApiKey(app.ground, a.tenantId, { name: 'alt', role: 'owner' })
  await sql`UPDATE auth.api_keys SET revoked_at = now() WHERE id = ${old.id}`.execute(db)
  return [
    fixed('an expired session', browserHeaders(expired)),
    fixed('a revoked session', browserHeaders(revoked)),
    fixed('a revoked key', { authorization: `Bearer ${old.key}` }),
    fixed('a key that never was', { authorization: `Bearer mw_${'x'.repeat(43)}` }),
    fixed('no credentials', {}),
  ]
}

export function strangers(house: House): Caller[] {
  return [
    person(house, 'another tenant’s owner', house.b.ownerEmail),
    fixed('another tenant’s key', { authorization: `Bearer ${house.keyOfB}` }),
  ]
}

/** Who works in A's second practice alone. */
export async function neighbours(house: House): Promise<Caller[]> {
  const { app, a, people } = house
  const limit = { role: 'accountant', practices: [a.practices[1]] } as const
  const { key } = await createApiKey(app.ground, a.tenantId, { name: 'begrenzt', ...limit })
  return [
    person(house, 'a user of another practice', people.limited),
    fixed('a key of another practice', { authorization: `Bearer ${key}` }),
  ]
}

export function roles(house: House): (Caller & { readonly role: TenantRole })[] {
  return TENANT_ROLES.map((role) => ({ role, ...person(house, `role ${role}`, house.people[role]) }))
}
