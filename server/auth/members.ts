// Who belongs to which tenant, as the schema auth knows it.

import { sql } from 'kysely'
import type { Database, Trx } from '../db/database.ts'
import type { Recording } from '../events/index.ts'
import { notFound } from '../http/refused.ts'
import type { Role } from './rights.ts'

type Acting = Recording & { readonly trx: Trx }

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

export async function findUserId(trx: Trx, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM auth.users WHERE email = ${plainEmail(email)}`.execute(trx)
  return rows[0]?.id
}

/** As addresses are compared and stored. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Undefined where the address is taken. */
export async function insertUser(
  { trx, newId, recordedAt }: Acting,
  name: string,
  email: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO auth.users (id, name, email, created_at, updated_at)
    VALUES (${newId()}, ${name}, ${plainEmail(email)}, ${recordedAt}, ${recordedAt}) ON CONFLICT (email) DO NOTHING RETURNING id`.execute(
    trx,
  )
  return rows[0]?.id
}

/** `practices` undefined: all of the tenant. */
export async function insertMember(
  context: Acting,
  userId: string,
  role: Role,
  practices: readonly string[] | undefined,
): Promise<void> {
  const { trx, tenantId, newId, recordedAt } = context
  await sql`
    INSERT INTO auth.members (id, tenant_id, user_id, role, practices_limited, created_at)
    VALUES (${newId()}, ${tenantId}, ${userId}, ${role}, ${practices !== undefined}, ${recordedAt})`.execute(trx)
  await replacePractices(context, userId, practices ?? [])
}

export async function replacePractices(
  { trx, tenantId }: Acting,
  userId: string,
  practices: readonly string[],
): Promise<void> {
  await requirePractices(trx, tenantId, practices)
  await sql`DELETE FROM member_practices WHERE tenant_id = ${tenantId} AND user_id = ${userId}`.execute(trx)
  await sql`
    INSERT INTO member_practices (tenant_id, user_id, practice_id)
    SELECT DISTINCT ${tenantId}::uuid, ${userId}::uuid, practice FROM unnest(${practices}::uuid[]) practice`.execute(
    trx,
  )
}

/** Refuses ids that are no practices of the tenant. */
export async function requirePractices(trx: Trx, tenantId: string, practices: readonly string[]): Promise<void> {
  const { rows } = await sql<{ missing: number }>`
    SELECT count(*) AS missing FROM unnest(${practices}::uuid[]) wanted
    WHERE NOT EXISTS (SELECT FROM practices WHERE tenant_id = ${tenantId} AND id = wanted)`.execute(trx)
  if (rows[0]?.missing !== 0) throw notFound('practice')
}

/** Ends the sessions of a user, in one tenant or everywhere, at once. */
export async function endSessions(trx: Trx, userId: string, tenantId?: string): Promise<void> {
  await sql`
    DELETE FROM auth.sessions
    WHERE user_id = ${userId} AND (${tenantId ?? null}::uuid IS NULL OR active_tenant_id = ${tenantId ?? null}::uuid)`.execute(
    trx,
  )
}
