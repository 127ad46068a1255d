// The API keys of a tenant. A revoked key stays in the list, so that what it did can be named.

import { sql } from 'kysely'
import { z } from 'zod'
import { instant } from '@mahnwerk/core/calendar'
import { addKey } from '../../auth/provision.ts'
import { TENANT_ROLES } from '../../auth/rights.ts'
import { recordForTenant } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'

export const keySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The first characters of the key. */
    start: z.string(),
    role: z.string(),
    practices: z.array(z.uuid()).nullable(),
    createdAt: z.string(),
    createdBy: z.string().nullable(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' })

export const newKeySchema = z
  .object({
    name: z.string().trim().min(1).max(100),
    role: z.enum(TENANT_ROLES),
    practices: z.array(z.uuid()).min(1).max(1000).nullable().default(null),
    expiresAt: z.iso.datetime({ offset: true }).transform(instant).nullable().default(null),
  })
  .meta({ id: 'NewApiKey' })

export type ApiKey = z.infer<typeof keySchema>

export async function listKeys({ trx, tenantId }: Context): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`
    SELECT k.id, k.name, k.start, k.role, k.practice_ids AS practices, k.created_at AS "createdAt", u.name AS "createdBy",
      k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt"
    FROM auth.api_keys k LEFT JOIN auth.users u ON u.id = k.created_by
    WHERE k.tenant_id = ${tenantId} ORDER BY k.revoked_at IS NOT NULL, k.created_at DESC, k.id`.execute(trx)
  return rows
}

async function loadKey(context: Context, id: string): Promise<ApiKey> {
  const found = (await listKeys(context)).find((key) => key.id === id)
  if (!found) throw notFound('key')
  return found
}

export async function makeApiKey(
  context: Context,
  input: z.infer<typeof newKeySchema>,
): Promise<{ key: ApiKey; secret: string }> {
  if (input.expiresAt !== null && input.expiresAt <= context.recordedAt) throw refused('expiry_in_past')
  const { id, key } = await addKey(context, {
    name: input.name,
    role: input.role,
    ...(input.practices === null ? {} : { practices: input.practices }),
    ...(input.expiresAt === null ? {} : { expiresAt: input.expiresAt }),
  })
  return { key: await loadKey(context, id), secret: key }
}

/** From this commit on the key opens nothing. Revoking it again changes nothing. */
export async function revokeKey(context: Context, id: string): Promise<ApiKey> {
  const { trx, tenantId, recordedAt } = context
  const { numAffectedRows } = await sql`
    UPDATE auth.api_keys SET revoked_at = ${recordedAt}
    WHERE tenant_id = ${tenantId} AND id = ${id} AND revoked_at IS NULL`.execute(trx)
  if (numAffectedRows === 1n) await recordForTenant(context, { type: 'key_revoked', data: { keyId: id } })
  return loadKey(context, id)
}
