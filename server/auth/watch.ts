// Watches what goes through better-auth and writes the log of sign-ins: who tried (read before, since a try may use it up)
// and what became of it (read from the answer).

import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { NewId } from '../ids.ts'
import { type Outcome, hashEmail, isLocked, recordSignIn } from './sign-ins.ts'

export type Watch = {
  readonly db: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly secret: string
  readonly locks: boolean
}

/** Who a request speaks for: by its session, by a sign-in that waits for its second factor, or by the address tried. */
export type Speaker = {
  readonly sessionToken: string | undefined
  readonly challenge: string | undefined
  readonly address: string
  readonly userAgent: string | undefined
}

type Person = { readonly userId?: string; readonly tenantId?: string; readonly signedIn?: boolean }
type Said = { readonly code?: string; readonly token?: string | null; readonly twoFactorRedirect?: boolean }

const LOCKED = { code: 'SIGN_IN_LOCKED', message: 'Too many failed sign-ins' }

export async function watched(
  watch: Watch,
  path: string,
  body: unknown,
  speaker: Speaker,
  handle: () => Promise<Response>,
): Promise<Response> {
  const email = path === '/sign-in/email' ? emailIn(body) : undefined
  const emailHash = email === undefined ? undefined : hashEmail(watch.secret, email)
  const before = await personBefore(watch.db, speaker, email)
  const record = (outcome: Outcome, person: Person) =>
    recordSignIn(watch.db, watch.newId, { at: watch.clock.now(), outcome, ...person, emailHash, ...speaker })
  if (watch.locks && emailHash && (await isLocked(watch.db, emailHash, speaker.address, watch.clock.now()))) {
    await record('locked', before)
    return Response.json(LOCKED, { status: 429 })
  }
  const response = await handle()
  const said = await wordsOf(response)
  const outcome = outcomeOf(path, response.status, said, before)
  if (outcome !== undefined)
    await record(outcome, outcome === 'success' ? await personOf(watch.db, said.token) : before)
  return response
}

function outcomeOf(path: string, status: number, said: Said, before: Person): Outcome | undefined {
  const worked = status === 200
  if (said.code === 'INVALID_PASSWORD') return 'wrong_password'
  switch (path) {
    case '/sign-in/email':
      if (worked) return said.twoFactorRedirect ? 'second_factor_asked' : 'success'
      if (status === 429) return 'locked'
      if (said.code === 'NO_MEMBERSHIP') return 'no_membership'
      if (said.code !== 'INVALID_EMAIL_OR_PASSWORD') return undefined
      return before.userId === undefined ? 'unknown_user' : 'wrong_password'
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code':
      if (said.code === 'INVALID_CODE' || said.code === 'INVALID_BACKUP_CODE') return 'second_factor_failed'
      if (said.code === 'ACCOUNT_TEMPORARILY_LOCKED' || said.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
        return 'locked'
      if (!worked) return undefined
      return before.signedIn ? 'second_factor_enabled' : 'success'
    case '/two-factor/disable':
      return worked ? 'second_factor_disabled' : undefined
    case '/change-password':
      return worked ? 'password_changed' : undefined
    case '/sign-out':
      return worked && before.signedIn ? 'signed_out' : undefined
    default:
      return undefined
  }
}

async function personBefore(db: Database, speaker: Speaker, email: string | undefined): Promise<Person> {
  if (email !== undefined) return personByEmail(db, email)
  const signedIn = await personOf(db, speaker.sessionToken)
  return signedIn.userId === undefined ? personByChallenge(db, speaker.challenge) : { ...signedIn, signedIn: true }
}

async function personOf(db: Database, token: string | null | undefined): Promise<Person> {
  if (!token) return {}
  const { rows } = await sql<Person>`
    SELECT user_id AS "userId", active_tenant_id AS "tenantId" FROM auth.sessions WHERE token = ${token}`.execute(db)
  return rows[0] ?? {}
}

async function personByEmail(db: Database, email: string): Promise<Person> {
  const { rows } =
    await sql<Person>`SELECT id AS "userId" FROM auth.users WHERE email = ${email.toLowerCase()}`.execute(db)
  return rows[0] ?? {}
}

async function personByChallenge(db: Database, challenge: string | undefined): Promise<Person> {
  if (challenge === undefined) return {}
  const { rows } =
    await sql<Person>`SELECT value AS "userId" FROM auth.verifications WHERE identifier = ${challenge}`.execute(db)
  return rows[0] ?? {}
}

function emailIn(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string'
    ? body.email
    : undefined
}

async function wordsOf(response: Response): Promise<Said> {
  const text = await response.clone().text()
  return text.startsWith('{') ? (JSON.parse(text) as Said) : {} // better-auth's own answers, of which we read three members
}
