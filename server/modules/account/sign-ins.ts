// The log of sign-ins as an owner reads it: those into this tenant, and the failed tries on its users.

import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { OUTCOMES } from '../../auth/sign-ins.ts'
import type { Context } from '../../http/index.ts'

const named = z.object({ id: z.uuid(), name: z.string() }).nullable()

export const signInSchema = z
  .object({
    id: z.uuid(),
    at: z.string(),
    outcome: z.enum(OUTCOMES),
    user: named,
    key: named,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .meta({ id: 'SignIn' })

export const signInPageSchema = z
  .object({ signIns: z.array(signInSchema), next: z.uuid().nullable() })
  .meta({ id: 'SignInPage' })

export const signInQuerySchema = z.object({
  /** `next` of the page before. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

type Row = Omit<z.infer<typeof signInSchema>, 'user' | 'key'> & {
  readonly userId: string | null
  readonly userName: string | null
  readonly keyId: string | null
  readonly keyName: string | null
}

export async function listSignIns(
  { trx, tenantId }: Context,
  { after, limit }: z.infer<typeof signInQuerySchema>,
): Promise<z.infer<typeof signInPageSchema>> {
  const { rows } = await sql<Row>`
    SELECT s.id, s.at, s.outcome, s.ip AS address, s.user_agent AS "userAgent",
      s.user_id AS "userId", u.name AS "userName", s.key_id AS "keyId", k.name AS "keyName"
    FROM auth.sign_ins s
    LEFT JOIN auth.users u ON u.id = s.user_id
    LEFT JOIN auth.api_keys k ON k.id = s.key_id AND k.tenant_id = ${tenantId}
    WHERE ${ofTenant(tenantId)} AND (${after ?? null}::uuid IS NULL
      OR (s.at, s.id) < (SELECT s.at, s.id FROM auth.sign_ins s WHERE s.id = ${after ?? null}::uuid AND ${ofTenant(tenantId)}))
    ORDER BY s.at DESC, s.id DESC LIMIT ${limit + 1}`.execute(trx)
  const signIns = rows.slice(0, limit).map(toSignIn)
  return { signIns, next: rows.length > limit ? (signIns.at(-1)?.id ?? null) : null }
}

function ofTenant(tenantId: string): RawBuilder<unknown> {
  return sql`(s.tenant_id = ${tenantId}
    OR (s.tenant_id IS NULL AND s.user_id IN (SELECT user_id FROM auth.members WHERE tenant_id = ${tenantId})))`
}

function toSignIn({ userId, userName, keyId, keyName, ...row }: Row): z.infer<typeof signInSchema> {
  const user = userId !== null && userName !== null ? { id: userId, name: userName } : null
  const key = keyId !== null && keyName !== null ? { id: keyId, name: keyName } : null
  return { ...row, user, key }
}
