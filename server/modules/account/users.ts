// The users of a tenant: who they are, what they may, which practices they see. The last owner always remains.

import { sql } from 'kysely'
import { z } from 'zod'
import { endSessions, insertMember, insertUser, plainEmail, replacePractices } from '../../auth/members.ts'
import { makeInitialPassword, setPassword } from '../../auth/passwords.ts'
import { TENANT_ROLES } from '../../auth/rights.ts'
import { lockTenant, recordForTenant } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'

const nameInput = z.string().trim().min(1).max(200)
const roleInput = z.enum(TENANT_ROLES)
/** null: all practices of the tenant. */
const practicesInput = z.array(z.uuid()).min(1).max(1000).nullable()

export const userSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    practices: z.array(z.uuid()).nullable(),
    active: z.boolean(),
    twoFactorEnabled: z.boolean(),
    passwordChangeDue: z.boolean(),
    lastSignInAt: z.string().nullable(),
  })
  .meta({ id: 'User' })

export const newUserSchema = z
  .object({ name: nameInput, email: z.email().max(320), role: roleInput, practices: practicesInput.default(null) })
  .meta({ id: 'NewUser' })

export const userChangeSchema = z
  .object({ name: nameInput, role: roleInput, practices: practicesInput, active: z.boolean() })
  .partial()
  .meta({ id: 'UserChange' })

export type User = z.infer<typeof userSchema>
type NewUser = z.infer<typeof newUserSchema>
type UserChange = z.infer<typeof userChangeSchema>

export async function listUsers(context: Context): Promise<User[]> {
  return readUsers(context, null)
}

export async function loadUser(context: Context, id: string): Promise<User> {
  const user = (await readUsers(context, id))[0]
  if (!user) throw notFound('user')
  return user
}

async function readUsers({ trx, tenantId }: Context, id: string | null): Promise<User[]> {
  const { rows } = await sql<User>`
    SELECT u.id, u.name, u.email, m.role, m.deactivated_at IS NULL AS active,
      coalesce(u.two_factor_enabled, false) AS "twoFactorEnabled", coalesce(u.must_change_password, false) AS "passwordChangeDue",
      CASE WHEN m.practices_limited THEN ARRAY(
        SELECT practice_id FROM member_practices p WHERE p.tenant_id = ${tenantId} AND p.user_id = u.id ORDER BY 1
      ) END AS practices,
      (SELECT max(at) FROM auth.sign_ins s WHERE s.user_id = u.id AND s.tenant_id = ${tenantId} AND s.outcome = 'success') AS "lastSignInAt"
    FROM auth.members m JOIN auth.users u ON u.id = m.user_id
    WHERE m.tenant_id = ${tenantId} AND (${id}::uuid IS NULL OR u.id = ${id}::uuid)
    ORDER BY m.deactivated_at IS NOT NULL, u.name COLLATE "de-x-icu", u.id`.execute(trx)
  return rows
}

/** Adds a user with an initial password, which is in the answer and nowhere else, and must be changed at the first sign-in. */
export async function addUser(context: Context, user: NewUser): Promise<{ user: User; initialPassword: string }> {
  requireAllPractices(user.role, user.practices)
  const id = await insertUser(context, user.name, user.email)
  if (id === undefined) throw refused('email_in_use', { email: plainEmail(user.email) }, { status: 409 })
  const initialPassword = makeInitialPassword()
  await setPassword(context, id, initialPassword, true)
  await insertMember(context, id, user.role, user.practices ?? undefined)
  await recordForTenant(context, {
    type: 'user_added',
    data: { userId: id, role: user.role, practices: user.practices },
  })
  return { user: await loadUser(context, id), initialPassword }
}

export async function changeUser(context: Context, id: string, change: UserChange): Promise<User> {
  await lockTenant(context.trx, context.tenantId) // two owners who remove each other at once: the second is refused
  const before = await loadUser(context, id)
  const after = afterChange(before, change)
  requireAllPractices(after.role, after.practices)
  await requireOwnerLeft(context, before, after)
  await save(context, before, after)
  const data = { userId: id, ...changesBetween(before, after) }
  if (Object.keys(data).length > 1) await recordForTenant(context, { type: 'user_changed', data })
  return loadUser(context, id)
}

function afterChange(before: User, { name, role, practices, active }: UserChange): User {
  return {
    ...before,
    name: name ?? before.name,
    role: role ?? before.role,
    practices: practices === undefined ? before.practices : practices,
    active: active ?? before.active,
  }
}

function requireAllPractices(as: string, practices: readonly string[] | null): void {
  if (as === 'owner' && practices !== null) throw refused('owner_sees_all_practices')
}

async function requireOwnerLeft({ trx, tenantId }: Context, before: User, after: User): Promise<void> {
  if (!isActiveOwner(before) || isActiveOwner(after)) return
  const { rows } = await sql<{ others: number }>`
    SELECT count(*) AS others FROM auth.members
    WHERE tenant_id = ${tenantId} AND role = 'owner' AND deactivated_at IS NULL AND user_id <> ${before.id}`.execute(
    trx,
  )
  if (rows[0]?.others === 0) throw refused('last_owner')
}

function isActiveOwner(user: User): boolean {
  return user.active && user.role === 'owner'
}

async function save(context: Context, before: User, after: User): Promise<void> {
  const { trx, tenantId, recordedAt } = context
  await sql`
    UPDATE auth.members SET role = ${after.role}, practices_limited = ${after.practices !== null},
      deactivated_at = CASE WHEN ${after.active} THEN NULL ELSE coalesce(deactivated_at, ${recordedAt}) END
    WHERE tenant_id = ${tenantId} AND user_id = ${after.id}`.execute(trx)
  await replacePractices(context, after.id, after.practices ?? [])
  if (after.name !== before.name) await rename(context, after)
  if (!after.active) await endSessions(trx, after.id, tenantId)
}

/** A name that other tenants see, too, is not theirs to change. */
async function rename(context: Context, { id, name: wanted }: User): Promise<void> {
  await requireOnlyHere(context, id)
  await sql`UPDATE auth.users SET name = ${wanted}, updated_at = ${context.recordedAt} WHERE id = ${id}`.execute(
    context.trx,
  )
}

function changesBetween(before: User, after: User): Record<string, unknown> {
  const fields = ['name', 'role', 'practices', 'active'] as const
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]))
}

/** For a user who forgot his: a new initial password. All his sessions end. */
export async function renewPassword(context: Context, id: string): Promise<{ user: User; initialPassword: string }> {
  await loadUser(context, id)
  await requireOnlyHere(context, id)
  const initialPassword = makeInitialPassword()
  await setPassword(context, id, initialPassword, true)
  await endSessions(context.trx, id)
  await recordForTenant(context, { type: 'user_password_renewed', data: { userId: id } })
  return { user: await loadUser(context, id), initialPassword }
}

/** For a user who lost his phone: signs in with the password alone until he sets up a new one. */
export async function removeSecondFactor(context: Context, id: string): Promise<User> {
  const { trx, recordedAt } = context
  await loadUser(context, id)
  await requireOnlyHere(context, id)
  await sql`DELETE FROM auth.second_factors WHERE user_id = ${id}`.execute(trx)
  await sql`UPDATE auth.users SET two_factor_enabled = false, updated_at = ${recordedAt} WHERE id = ${id}`.execute(trx)
  await endSessions(trx, id)
  await recordForTenant(context, { type: 'user_second_factor_removed', data: { userId: id } })
  return loadUser(context, id)
}

/** Else an owner could take over an account that also opens another tenant. */
async function requireOnlyHere({ trx, tenantId }: Context, id: string): Promise<void> {
  const { rows } = await sql<{ elsewhere: number }>`
    SELECT count(*) AS elsewhere FROM auth.members WHERE user_id = ${id} AND tenant_id <> ${tenantId}`.execute(trx)
  if (rows[0]?.elsewhere !== 0) throw refused('user_belongs_elsewhere', {}, { status: 409 })
}
