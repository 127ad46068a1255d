// The log of sign-ins: every try and what became of it. It is only added to, and it is what locks an address that is being guessed at.

import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { addSeconds } from '../clock.ts'
import type { Database, Trx } from '../db/database.ts'
import type { NewId } from '../ids.ts'

export const OUTCOMES = [
  'success',
  'second_factor_asked',
  'wrong_password',
  'unknown_user',
  'second_factor_failed',
  'locked',
  'no_membership',
  'signed_out',
  'password_changed',
  'second_factor_enabled',
  'second_factor_disabled',
  'key_used_first_time',
  'key_refused',
] as const

export type Outcome = (typeof OUTCOMES)[number]

export type SignIn = {
  readonly at: Instant
  readonly outcome: Outcome
  readonly userId?: string | undefined
  readonly tenantId?: string | undefined
  readonly keyId?: string | undefined
  readonly emailHash?: Buffer | undefined
  readonly address?: string | undefined
  readonly userAgent?: string | undefined
}

const USER_AGENT_LONGEST = 400

export async function recordSignIn(db: Database | Trx, newId: NewId, entry: SignIn): Promise<void> {
  await sql`
    INSERT INTO auth.sign_ins (id, at, outcome, user_id, tenant_id, key_id, email_hash, ip, user_agent)
    VALUES (${newId()}, ${entry.at}, ${entry.outcome}, ${entry.userId ?? null}, ${entry.tenantId ?? null}, ${entry.keyId ?? null},
      ${entry.emailHash ?? null}, ${entry.address ?? null}, ${entry.userAgent?.slice(0, USER_AGENT_LONGEST) ?? null})`.execute(
    db,
  )
}

/** Keyed, so that nobody who reads the log can try addresses against it. */
export function hashEmail(secret: string, email: string): Buffer {
  return createHmac('sha256', secret).update(`email\n${email.trim().toLowerCase()}`).digest()
}

const LOCK_SECONDS = 15 * 60
// The second number keeps one guesser from locking the owner out everywhere with ten tries.
const FAILURES_FROM_ONE_PLACE = 10
const FAILURES_FROM_ALL_PLACES = 50

/** Whether too many passwords were tried for this address since the last right one. */
export async function isLocked(db: Database, emailHash: Buffer, address: string, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ here: number; everywhere: number }>`
    SELECT count(*) FILTER (WHERE ip = ${address}) AS here, count(*) AS everywhere FROM auth.sign_ins
    WHERE email_hash = ${emailHash} AND outcome IN ('wrong_password', 'unknown_user')
      AND at > ${addSeconds(now, -LOCK_SECONDS)}
      AND at > coalesce((SELECT max(at) FROM auth.sign_ins
        WHERE email_hash = ${emailHash} AND outcome IN ('success', 'second_factor_asked')), '-infinity')`.execute(db)
  const { here, everywhere } = rows[0] ?? { here: 0, everywhere: 0 }
  return here >= FAILURES_FROM_ONE_PLACE || everywhere >= FAILURES_FROM_ALL_PLACES
}
