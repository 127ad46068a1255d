// From a session's token to who is acting: one query, asked for every request, so that an expired or revoked session, a
// changed role and a deactivated user count at once.

import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { type Database, inTenant } from '../db/database.ts'
import type { Principal } from './principal.ts'
import { type Right, rightsOf, roleOf } from './rights.ts'

type Row = {
  readonly sessionId: string
  readonly userId: string
  readonly name: string
  readonly passwordChangeDue: boolean
  readonly tenantId: string
  readonly role: string
  readonly limited: boolean
}

/** Undefined where the session is over or its user belongs to no tenant that it may work in. */
export async function principalOfSession(db: Database, token: string, now: Instant): Promise<Principal | undefined> {
  const row = await readSession(db, token, now)
  const role = row && roleOf(row.role)
  if (!row || !role) return undefined
  return {
    tenantId: row.tenantId,
    actor: { kind: 'user', id: row.userId, name: row.name },
    role,
    rights: row.passwordChangeDue ? ONLY_OWN_ACCOUNT : rightsOf(role),
    practices: row.limited ? await practicesOf(db, row.tenantId, row.userId) : undefined,
    session: { id: row.sessionId, passwordChangeDue: row.passwordChangeDue },
  }
}

const ONLY_OWN_ACCOUNT: ReadonlySet<Right> = new Set(['account.own'])

// The active tenant of the session decides; a session without one works in the user's first.
async function readSession(db: Database, token: string, now: Instant): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT s.id AS "sessionId", u.id AS "userId", u.name, coalesce(u.must_change_password, false) AS "passwordChangeDue",
      m.tenant_id AS "tenantId", m.role, m.practices_limited AS limited
    FROM auth.sessions s JOIN auth.users u ON u.id = s.user_id
    JOIN LATERAL (
      SELECT tenant_id, role, practices_limited FROM auth.members
      WHERE user_id = s.user_id AND deactivated_at IS NULL AND tenant_id = coalesce(s.active_tenant_id, tenant_id)
      ORDER BY created_at, id LIMIT 1
    ) m ON true
    WHERE s.token = ${token} AND s.expires_at > ${now}`.execute(db)
  return rows[0]
}

async function practicesOf(db: Database, tenantId: string, userId: string): Promise<readonly string[]> {
  return inTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT practice_id AS id FROM member_practices WHERE tenant_id = ${tenantId} AND user_id = ${userId} ORDER BY 1`.execute(
      trx,
    )
    return rows.map(({ id }) => id)
  })
}
