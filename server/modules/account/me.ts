// Who is asking: what a page needs to know before it shows anything.

import { sql } from 'kysely'
import { z } from 'zod'
import { type Context, refused } from '../../http/index.ts'
import { listPractices } from '../settings/index.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

export const meSchema = z
  .object({
    kind: z.enum(['user', 'key', 'partner', 'system']),
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role: z.string(),
    rights: z.array(z.string()),
    /** The practices that can be seen, in the tenant's order. */
    practices: z.array(named),
    allPractices: z.boolean(),
    tenant: z.object({ id: z.uuid(), name: z.string(), country: z.string(), locale: z.string(), demo: z.boolean() }),
    /** The tenant's current day; in a demo it may lie ahead. */
    today: z.string(),
    /** All tenants that the user belongs to, for switching. */
    tenants: z.array(named),
    twoFactorEnabled: z.boolean(),
    passwordChangeDue: z.boolean(),
  })
  .meta({ id: 'Me' })

export type Me = z.infer<typeof meSchema>

export async function describeMe(context: Context): Promise<Me> {
  const { principal, today } = context
  const person = principal.actor.kind === 'user' ? await readPerson(context, principal.actor.id) : undefined
  const tenant = await readTenant(context)
  return {
    ...principal.actor,
    email: person?.email ?? null,
    role: principal.role,
    rights: [...principal.rights].toSorted(),
    practices: (await listPractices(context)).map(({ id, name }) => ({ id, name })),
    allPractices: principal.practices === undefined,
    tenant,
    today,
    tenants: person?.tenants ?? [{ id: tenant.id, name: tenant.name }],
    twoFactorEnabled: person?.twoFactorEnabled ?? false,
    passwordChangeDue: principal.session?.passwordChangeDue ?? false,
  }
}

async function readTenant({ trx, tenantId }: Context): Promise<Me['tenant']> {
  const { rows } = await sql<Me['tenant']>`
    SELECT tenant_id AS id, name, country, locale, demo FROM tenants WHERE tenant_id = ${tenantId}`.execute(trx)
  if (!rows[0]) throw new Error(`tenant ${tenantId} is missing`)
  return rows[0]
}

type Person = Pick<Me, 'email' | 'twoFactorEnabled' | 'tenants'>

async function readPerson({ trx }: Context, userId: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    SELECT email, coalesce(two_factor_enabled, false) AS "twoFactorEnabled", (
      SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY m.created_at, m.id)
      FROM auth.members m JOIN auth.organizations o ON o.id = m.tenant_id
      WHERE m.user_id = u.id AND m.deactivated_at IS NULL
    ) AS tenants
    FROM auth.users u WHERE id = ${userId}`.execute(trx)
  return rows[0]
}

export const sessionsSchema = z.object({
  sessions: z.array(
    z
      .object({
        id: z.uuid(),
        current: z.boolean(),
        createdAt: z.string(),
        expiresAt: z.string(),
        address: z.string().nullable(),
        userAgent: z.string().nullable(),
      })
      .meta({ id: 'BrowserSession' }),
  ),
})

type Sessions = z.infer<typeof sessionsSchema>

/** Where the asking person is signed in. */
export async function listOwnSessions({ trx, principal, recordedAt }: Context): Promise<Sessions> {
  const { userId, sessionId } = requirePerson({ principal })
  const { rows } = await sql<Sessions['sessions'][number]>`
    SELECT id, id = ${sessionId} AS current, created_at AS "createdAt", expires_at AS "expiresAt",
      nullif(ip_address, '') AS address, nullif(user_agent, '') AS "userAgent"
    FROM auth.sessions WHERE user_id = ${userId} AND expires_at > ${recordedAt} ORDER BY created_at DESC`.execute(trx)
  return { sessions: rows }
}

export async function endOwnSession({ trx, principal }: Context, id: string): Promise<void> {
  const { userId } = requirePerson({ principal })
  const { numAffectedRows } = await sql`DELETE FROM auth.sessions WHERE user_id = ${userId} AND id = ${id}`.execute(trx)
  if (numAffectedRows === 0n) throw refused('session_not_found', {}, { status: 404 })
}

function requirePerson({ principal }: Pick<Context, 'principal'>): { userId: string; sessionId: string } {
  if (!principal.session) throw refused('only_for_people', {}, { status: 403 })
  return { userId: principal.actor.id, sessionId: principal.session.id }
}
