// The public door of sign-in: who is behind a request, and better-auth for those who want to sign in.

import type { Instant } from '@mahnwerk/core/calendar'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { refused } from '../http/refused.ts'
import type { NewId } from '../ids.ts'
import { ADDRESS_HEADER, COOKIE_PREFIX, createBetterAuth } from './better-auth.ts'
import { signedCookie } from './cookies.ts'
import { useKey } from './keys.ts'
import { isForeignOrigin } from './origin.ts'
import type { Principal } from './principal.ts'
import { principalOfSession } from './sessions.ts'
import { recordSignIn } from './sign-ins.ts'
import { watched } from './watch.ts'

export {
  type Actor,
  type BrowserSession,
  type Principal,
  SYSTEM,
  mayTouchPractice,
  practiceFilter,
} from './principal.ts'
export {
  type NewApiKey,
  type NewPractice,
  type NewTenant,
  type NewUser,
  createApiKey,
  createTenantWithOwner,
  createUser,
} from './provision.ts'
export { ROLES, type Right, type Role, TENANT_ROLES, type TenantRole, rightsOf, rightsOfKey, roleOf } from './rights.ts'
export { authRoutes } from './routes.ts'
export { systemPrincipal } from './system.ts'
export { type SecretSource, type Secrets, createSecrets, loadSecrets } from './secrets.ts'

export type AuthOptions = {
  readonly db: Database
  readonly clock: Clock
  readonly newId: NewId
  /** Where browsers reach Mahnwerk. With https the cookies are Secure. */
  readonly baseUrl: string
  /** Secrets.sessionKey */
  readonly secret: string
  /** Off in tests only: tries per address and minute, and the lock of an account that is guessed at. */
  readonly rateLimit: boolean
  readonly log?: (level: string, message: string) => void
}

export type Auth = {
  /** Who acts: by API key (Authorization: Bearer mw_…), else by session cookie. Refuses a cookie sent by a foreign page. */
  readonly authenticate: (headers: Headers, address?: string) => Promise<Principal | undefined>
  /** better-auth's answer to a request under /api/auth. `address` is the caller's, as the edge knows it. */
  readonly handler: (request: Request, address?: string) => Promise<Response>
}

export function createAuth(options: AuthOptions): Auth {
  const { db, clock, newId, baseUrl, secret } = options
  const betterAuth = createBetterAuth({ ...options, log: options.log ?? (() => {}) })
  const cookie = (headers: Headers, name: string) => signedCookie(headers, cookieName(baseUrl, name), secret)

  return {
    authenticate: async (headers, address) => {
      const key = bearerOf(headers)
      if (key !== undefined) return principalOfKey(options, key, clock.now(), headers, address)
      const token = cookie(headers, 'session_token')
      if (token === undefined) return undefined
      if (isForeignOrigin(baseUrl, headers)) throw foreignOrigin()
      return principalOfSession(db, token, clock.now())
    },
    handler: async (request, address = '') => {
      if (request.method !== 'GET' && isForeignOrigin(baseUrl, request.headers)) throw foreignOrigin()
      const headers = new Headers(request.headers)
      headers.set(ADDRESS_HEADER, address)
      const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '')
      const text = await request.text()
      const speaker = {
        sessionToken: cookie(headers, 'session_token'),
        challenge: cookie(headers, 'two_factor'),
        address,
        userAgent: headers.get('user-agent') ?? undefined,
      }
      const inner = new Request(request.url, {
        method: request.method,
        headers,
        ...(text === '' ? {} : { body: text }),
      })
      const watch = { db, clock, newId, secret, locks: options.rateLimit }
      return watched(watch, path, bodyOf(text), speaker, () => betterAuth.handler(inner))
    },
  }
}

function cookieName(baseUrl: string, name: string): string {
  return `${baseUrl.startsWith('https:') ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`
}

function bearerOf(headers: Headers): string | undefined {
  return /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
}

async function principalOfKey(
  { db, newId }: AuthOptions,
  key: string,
  now: Instant,
  headers: Headers,
  address: string | undefined,
): Promise<Principal | undefined> {
  const { principal, noteworthy } = await useKey(db, key, now)
  if (noteworthy) {
    await recordSignIn(db, newId, {
      at: now,
      ...noteworthy,
      address,
      userAgent: headers.get('user-agent') ?? undefined,
    })
  }
  return principal
}

function foreignOrigin() {
  return refused('foreign_origin', {}, { status: 403 })
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // better-auth says what is wrong with it
  }
}
