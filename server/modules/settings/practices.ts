// The practices or branches of a tenant. They are never deleted: invoices and cases refer to them.

import { sql } from 'kysely'
import { z } from 'zod'
import { practiceFilter } from '../../auth/principal.ts'
import { recordForTenant } from '../../events/index.ts'
import { type Context, notFound } from '../../http/index.ts'

const line = z.string().trim().max(200)
const optional = line.nullish().transform((text) => text || null)

export const practiceSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    street: z.string().nullable(),
    postCode: z.string().nullable(),
    city: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    position: z.int(),
  })
  .meta({ id: 'Practice' })

export const newPracticeSchema = z
  .object({ name: line.min(1), street: optional, postCode: optional, city: optional, email: optional, phone: optional })
  .meta({ id: 'NewPractice' })

export const practiceChangeSchema = z
  .object({
    name: line.min(1),
    street: line.nullable(),
    postCode: line.nullable(),
    city: line.nullable(),
    email: line.nullable(),
    phone: line.nullable(),
    position: z.int().min(0).max(10_000),
  })
  .partial()
  .meta({ id: 'PracticeChange' })

export type Practice = z.infer<typeof practiceSchema>

export async function listPractices({ trx, tenantId, principal }: Context): Promise<Practice[]> {
  const { rows } = await sql<Practice>`
    SELECT id, name, street, post_code AS "postCode", city, email, phone, position FROM practices
    WHERE tenant_id = ${tenantId} AND (${practiceFilter(principal)}::uuid[] IS NULL OR id = ANY (${practiceFilter(principal)}::uuid[]))
    ORDER BY position, name COLLATE "de-x-icu", id`.execute(trx)
  return rows
}

async function loadPractice(context: Context, id: string): Promise<Practice> {
  const found = (await listPractices(context)).find((practice) => practice.id === id)
  if (!found) throw notFound('practice')
  return found
}

export async function addPractice(context: Context, practice: z.infer<typeof newPracticeSchema>): Promise<Practice> {
  const id = context.newId()
  await sql`
    INSERT INTO practices (tenant_id, id, name, street, post_code, city, email, phone, position)
    SELECT ${context.tenantId}, ${id}, ${practice.name}, ${practice.street}, ${practice.postCode}, ${practice.city}, ${practice.email},
      ${practice.phone}, coalesce(max(position) + 1, 0) FROM practices WHERE tenant_id = ${context.tenantId}`.execute(
    context.trx,
  )
  await recordForTenant(context, { type: 'practice_added', data: { practiceId: id, ...practice } })
  return loadPractice(context, id)
}

export async function changePractice(
  context: Context,
  id: string,
  change: z.infer<typeof practiceChangeSchema>,
): Promise<Practice> {
  const { trx, tenantId } = context
  const before = await loadPractice(context, id)
  const after = { ...before, ...change }
  const changed = (Object.keys(change) as (keyof typeof change)[]).filter((field) => before[field] !== after[field]) // its own keys
  if (changed.length === 0) return before
  await sql`
    UPDATE practices SET name = ${after.name}, street = ${after.street || null}, post_code = ${after.postCode || null},
      city = ${after.city || null}, email = ${after.email || null}, phone = ${after.phone || null}, position = ${after.position}
    WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  const changes = changed.map((field) => ({ field, from: before[field], to: after[field] }))
  await recordForTenant(context, { type: 'practice_changed', data: { practiceId: id, changes } })
  return loadPractice(context, id)
}
