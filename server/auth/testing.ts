// For tests: an application with sign-in on a test database, called without a socket, and people who are signed in to it.

import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Clock } from '../clock.ts'
import { systemClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { type Ground, type Http, createHttp } from '../http/index.ts'
import { createIds } from '../ids.ts'
import { type Auth, authRoutes, createAuth } from './index.ts'
import type { NewTenant } from './provision.ts'

export const BASE_URL = 'http://localhost:8080'
export const PASSWORD = 'ein langes Passwort'

export type TestApp = { readonly http: Http; readonly ground: Ground; readonly auth: Auth }

type Options = { readonly clock?: Clock; readonly rateLimit?: boolean; readonly baseUrl?: string }

/** Routes of modules are added by `mount`. */
export async function openTestApp(
  db: Database,
  mount: (http: Http, ground: Ground) => void,
  { clock = systemClock, rateLimit = false, baseUrl = BASE_URL }: Options = {},
): Promise<TestApp> {
  const ground = { db, clock, newId: createIds() }
  const auth = createAuth({ ...ground, baseUrl, secret: 'a secret for tests that is long enough', rateLimit })
  const http = await createHttp({
    authenticate: auth.authenticate,
    logger: false,
    requestsPerMinute: 100_000,
    trustedProxies: [],
  })
  authRoutes(http, auth)
  mount(http, ground)
  await http.ready()
  return { http, ground, auth }
}

export function testTenant(name: string, email: string): NewTenant {
  return {
    name,
    legalName: `${name} GmbH`,
    street: 'Lindenstraße 1',
    postCode: '10969',
    city: 'Berlin',
    country: 'DE',
    deductsInputTax: false,
    practices: [{ name: 'Mitte' }, { name: 'Süd' }],
    owner: { name: 'Olga Owner', email, password: PASSWORD },
  }
}

/** What answers in these tests may say. Which of it one says, its test expects. */
export type Said = {
  readonly id: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly name: string
  readonly version: number
  readonly rights: readonly string[]
  readonly user: Readonly<Record<string, unknown>>
  readonly users: readonly { readonly lastSignInAt: string | null }[]
  readonly initialPassword: string
  readonly key: { readonly id: string; readonly start: string }
  readonly secret: string
  readonly sessions: readonly { readonly id: string; readonly current: boolean }[]
  readonly signIns: readonly {
    readonly id: string
    readonly outcome: string
    readonly key: { readonly id: string } | null
  }[]
  readonly next: string | null
  readonly practices: readonly { readonly name: string }[]
  readonly twoFactorEnabled: boolean
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

export type Answer = Omit<LightMyRequestResponse, 'json'> & { json(): Said }

export type Caller = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
  headers?: Record<string, string>,
) => Promise<Answer>

/** Calls as a browser of our own pages does; cookies that are set are kept. */
export function browser(http: Http): Caller & { readonly cookies: Map<string, string> } {
  const cookies = new Map<string, string>()
  const call: Caller = async (method, url, payload, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request: InjectOptions = {
      method,
      url,
      headers: { host: 'localhost:8080', origin: BASE_URL, ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    }
    const response = await http.inject(request)
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) cookies.delete(name)
      else cookies.set(name, encodeURIComponent(value))
    }
    return response
  }
  return Object.assign(call, { cookies })
}

/** A browser in which somebody is signed in. Throws where the sign-in does not work. */
export async function signedIn(http: Http, email: string, password = PASSWORD): Promise<ReturnType<typeof browser>> {
  const call = browser(http)
  const response = await call('POST', '/api/auth/sign-in/email', { email, password })
  if (response.statusCode !== 200) throw new Error(`sign-in of ${email}: ${response.statusCode} ${response.body}`)
  return call
}

/** A program with an API key. */
export function program(http: Http, key: string): Caller {
  return (method, url, payload, headers = {}) =>
    http.inject({
      method,
      url,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
}
