// Tenants, users and keys without HTTP: for the demo's seed, the terminal and tests. Everything is written to the history,
// by the system itself.

import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { recordForTenant } from '../events/index.ts'
import { type Context, type Ground, inContext } from '../http/context.ts'
import { makeKey } from './keys.ts'
import { findUserId, insertMember, insertUser, requirePractices } from './members.ts'
import { setPassword } from './passwords.ts'
import type { TenantRole } from './rights.ts'
import { systemPrincipal } from './system.ts'

export type NewTenant = {
  readonly tenantId?: string
  readonly name: string
  readonly legalName: string
  readonly street: string
  readonly postCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly email?: string
  readonly phone?: string
  readonly website?: string
  readonly vatId?: string
  readonly iban?: string
  readonly bic?: string
  readonly accountHolder?: string
  readonly deductsInputTax: boolean
  readonly healthProfession?: boolean
  readonly paymentTermDays?: number
  readonly locale?: 'de' | 'en'
  readonly demo?: boolean
  readonly clockOffsetSeconds?: number
  readonly practices: readonly NewPractice[]
  readonly owner: { readonly name: string; readonly email: string; readonly password: string }
}

export type NewPractice = {
  readonly id?: string
  readonly name: string
  readonly street?: string
  readonly postCode?: string
  readonly city?: string
}

export type NewUser = {
  readonly name: string
  readonly email: string
  readonly role: TenantRole
  /** Undefined: all practices of the tenant. */
  readonly practices?: readonly string[]
  /** Left out for a user who exists already and keeps his own. */
  readonly password?: string
  readonly passwordChangeDue?: boolean
}

export type NewApiKey = {
  readonly name: string
  readonly role: TenantRole
  readonly practices?: readonly string[]
  readonly expiresAt?: Instant
}

export async function createTenantWithOwner(
  ground: Ground,
  tenant: NewTenant,
): Promise<{ tenantId: string; ownerId: string; practiceIds: string[] }> {
  const tenantId = tenant.tenantId ?? ground.newId()
  return inContext(ground, systemPrincipal(tenantId), async (context) => {
    await insertTenant(context, tenant)
    const practices = tenant.practices.map((practice) => ({ ...practice, id: practice.id ?? ground.newId() }))
    for (const [position, practice] of practices.entries()) await insertPractice(context, practice, position)
    await recordForTenant(context, { type: 'tenant_created', data: { name: tenant.name } })
    const ownerId = await addUser(context, { ...tenant.owner, role: 'owner' })
    return { tenantId, ownerId, practiceIds: practices.map(({ id }) => id) }
  })
}

/** Adds a user to a tenant; one who exists already keeps name and password, and becomes a member. Returns his id. */
export async function createUser(ground: Ground, tenantId: string, user: NewUser): Promise<string> {
  return inContext(ground, systemPrincipal(tenantId), (context) => addUser(context, user))
}

/** The key itself is in the answer and nowhere else. */
export async function createApiKey(
  ground: Ground,
  tenantId: string,
  key: NewApiKey,
): Promise<{ id: string; key: string }> {
  return inContext(ground, systemPrincipal(tenantId), (context) => addKey(context, key))
}

async function addUser(context: Context, user: NewUser): Promise<string> {
  const known = await findUserId(context.trx, user.email)
  const userId = known ?? (await insertUser(context, user.name, user.email))
  if (userId === undefined) throw new Error(`user ${user.email} was made by somebody else meanwhile`)
  if (known === undefined) {
    if (user.password === undefined) throw new Error(`new user ${user.email} needs a password`)
    await setPassword(context, userId, user.password, user.passwordChangeDue ?? false)
  }
  await insertMember(context, userId, user.role, user.practices)
  await recordForTenant(context, {
    type: 'user_added',
    data: { userId, role: user.role, practices: user.practices ?? null },
  })
  return userId
}

/** Makes a key inside the caller's transaction and writes it to the history. */
export async function addKey(
  context: Context,
  { name, role, practices, expiresAt }: NewApiKey,
): Promise<{ id: string; key: string }> {
  const { trx, tenantId, newId, recordedAt, actor } = context
  await requirePractices(trx, tenantId, practices ?? [])
  const [id, made] = [newId(), makeKey()]
  await sql`
    INSERT INTO auth.api_keys (id, tenant_id, name, start, sha256, role, practice_ids, created_by, created_at, expires_at)
    VALUES (${id}, ${tenantId}, ${name}, ${made.start}, ${made.sha256}, ${role}, ${practices ?? null}::uuid[],
      ${actor.kind === 'user' ? actor.id : null}, ${recordedAt}, ${expiresAt ?? null})`.execute(trx)
  const data = { keyId: id, name, role, practices: practices ?? null, expiresAt: expiresAt ?? null }
  await recordForTenant(context, { type: 'key_created', data })
  return { id, key: made.key }
}

async function insertTenant({ trx, tenantId, recordedAt }: Context, tenant: NewTenant): Promise<void> {
  await sql`
    INSERT INTO tenants (tenant_id, name, legal_name, street, post_code, city, country, email, phone, website, vat_id, iban, bic,
      account_holder, deducts_input_tax, health_profession, payment_term_days, locale, demo, clock_offset_seconds, created_at)
    VALUES (${tenantId}, ${tenant.name}, ${tenant.legalName}, ${tenant.street}, ${tenant.postCode}, ${tenant.city}, ${tenant.country},
      ${tenant.email ?? null}, ${tenant.phone ?? null}, ${tenant.website ?? null}, ${tenant.vatId ?? null}, ${tenant.iban ?? null},
      ${tenant.bic ?? null}, ${tenant.accountHolder ?? null}, ${tenant.deductsInputTax}, ${tenant.healthProfession ?? false},
      ${tenant.paymentTermDays ?? 14}, ${tenant.locale ?? 'de'}, ${tenant.demo ?? false}, ${tenant.clockOffsetSeconds ?? 0},
      ${recordedAt})`.execute(trx)
  await sql`
    INSERT INTO auth.organizations (id, name, slug, created_at)
    VALUES (${tenantId}, ${tenant.name}, ${tenantId}, ${recordedAt})`.execute(trx)
}

async function insertPractice(
  { trx, tenantId }: Context,
  practice: NewPractice & { id: string },
  position: number,
): Promise<void> {
  await sql`
    INSERT INTO practices (tenant_id, id, name, street, post_code, city, position)
    VALUES (${tenantId}, ${practice.id}, ${practice.name}, ${practice.street ?? null}, ${practice.postCode ?? null},
      ${practice.city ?? null}, ${position})`.execute(trx)
}
