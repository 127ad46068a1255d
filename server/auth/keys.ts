// API keys: `mw_` and 32 random bytes, of which only the SHA-256 is kept (nothing to guess in 256 random bits, so no slow
// hash). A key belongs to one tenant and has the rights of one role; it can be limited to practices and can run out.

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { addSeconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Principal } from './principal.ts'
import { rightsOfKey, roleOf } from './rights.ts'
import type { Outcome } from './sign-ins.ts'

export const KEY_PREFIX = 'mw_'
const SHOWN = KEY_PREFIX.length + 6

export type NewKey = { readonly key: string; readonly start: string; readonly sha256: Buffer }

export function makeKey(): NewKey {
  const key = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`
  return { key, start: key.slice(0, SHOWN), sha256: hashKey(key) }
}

export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

type Row = {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly role: string
  readonly practices: readonly string[] | null
  readonly expiresAt: Instant | null
  readonly revokedAt: Instant | null
  readonly lastUsedAt: Instant | null
}

/** `noteworthy`: what belongs in the log of sign-ins, where something does. */
export type KeyUse = {
  readonly principal?: Principal
  readonly noteworthy?: { readonly outcome: Outcome; readonly keyId: string; readonly tenantId: string }
}

export async function useKey(db: Database, key: string, now: Instant): Promise<KeyUse> {
  const row = key.startsWith(KEY_PREFIX) ? await readKey(db, hashKey(key)) : undefined
  const role = row && roleOf(row.role)
  if (!row || !role) return {}
  const about = { keyId: row.id, tenantId: row.tenantId }
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) {
    return (await stamp(db, row.id, 'last_refused_at', now, HOUR))
      ? { noteworthy: { outcome: 'key_refused', ...about } }
      : {}
  }
  const principal: Principal = {
    tenantId: row.tenantId,
    actor: { kind: 'key', id: row.id, name: row.name },
    role,
    rights: rightsOfKey(role),
    practices: row.practices ?? undefined,
  }
  if (row.lastUsedAt !== null && row.lastUsedAt > addSeconds(now, -MINUTE)) return { principal }
  const stamped = await stamp(db, row.id, 'last_used_at', now, MINUTE)
  return stamped && row.lastUsedAt === null
    ? { principal, noteworthy: { outcome: 'key_used_first_time', ...about } }
    : { principal }
}

const MINUTE = 60
const HOUR = 3600

async function readKey(db: Database, sha256: Buffer): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT id, tenant_id AS "tenantId", name, role, practice_ids AS practices, expires_at AS "expiresAt",
      revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"
    FROM auth.api_keys WHERE sha256 = ${sha256}`.execute(db)
  return rows[0]
}

/** Writes the moment unless a younger one than `seconds` ago is there; of several at once, one writes. */
async function stamp(
  db: Database,
  id: string,
  column: 'last_used_at' | 'last_refused_at',
  now: Instant,
  seconds: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE auth.api_keys SET ${sql.ref(column)} = ${now}
    WHERE id = ${id} AND (${sql.ref(column)} IS NULL OR ${sql.ref(column)} <= ${addSeconds(now, -seconds)})`.execute(db)
  return numAffectedRows === 1n
}
