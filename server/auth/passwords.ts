// Passwords that a person passes on to another: easy to read out, no letters that look alike, 79 bits.

import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { hashPassword } from 'better-auth/crypto'
import type { Recording } from '../events/index.ts'
import type { Trx } from '../db/database.ts'

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 4

export function makeInitialPassword(): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

type Acting = Recording & { readonly trx: Trx }

/** Sets the password a user signs in with; `changeDue` where somebody else knows it. */
export async function setPassword(
  { trx, newId, recordedAt }: Acting,
  userId: string,
  password: string,
  changeDue: boolean,
): Promise<void> {
  const hash = await hashPassword(password)
  await sql`
    INSERT INTO auth.accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
    VALUES (${newId()}, ${userId}, 'credential', ${userId}, ${hash}, ${recordedAt}, ${recordedAt})
    ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = excluded.updated_at`.execute(
    trx,
  )
  await sql`UPDATE auth.users SET must_change_password = ${changeDue}, updated_at = ${recordedAt} WHERE id = ${userId}`.execute(
    trx,
  )
}
