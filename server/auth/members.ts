// Who belongs to which tenant, as the schema auth knows it. These reads happen before a tenant is known.

import { sql } from 'kysely'
import type { Database, Trx } from '../db/database.ts'

/** The tenant that a new session begins in: the oldest membership that is active. */
export async function firstTenantOf(db: Database, userId: string): Promise<string | undefined> {
  const { rows } = await sql<{ tenantId: string }>`
    SELECT tenant_id AS "tenantId" FROM auth.members
    WHERE user_id = ${userId} AND deactivated_at IS NULL ORDER BY created_at, id LIMIT 1`.execute(db)
  return rows[0]?.tenantId
}

export async function markPasswordChanged(db: Database, userId: string): Promise<void> {
  await sql`UPDATE auth.users SET must_change_password = false WHERE id = ${userId}`.execute(db)
}

/** Ends every session of a user in one tenant, at once. */
export async function endSessions(trx: Trx | Database, userId: string, tenantId?: string): Promise<void> {
  await sql`
    DELETE FROM auth.sessions
    WHERE user_id = ${userId} AND (${tenantId ?? null}::uuid IS NULL OR active_tenant_id = ${tenantId ?? null})`.execute(
    trx,
  )
}
