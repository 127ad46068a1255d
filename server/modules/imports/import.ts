// One import as a row: files dropped together, or one table with its mapping and how far it is worked.

import type { Mapping } from '@mahnwerk/formats/invoices'
import { sql } from 'kysely'
import { type Actor, practiceFilter } from '../../auth/principal.ts'
import { announce } from '../../events/index.ts'
import { type Context, notFound } from '../../http/index.ts'

export type Import = {
  readonly id: string
  readonly practiceId: string
  readonly kind: 'files' | 'table'
  readonly name: string
  readonly state: 'waiting' | 'running' | 'done'
  readonly mapping: Mapping | null
  readonly documentId: string | null
  readonly total: number
  readonly worked: number
  readonly accepted: number
  readonly refused: number
  readonly alreadyThere: number
  readonly createdBy: Starter
  readonly createdAt: string
  readonly finishedAt: string | null
}

/** Who started it and may see what: a table is worked after its request, with no more rights than that one had. */
export type Starter = { readonly actor: Actor; readonly practices: readonly string[] | null }

const COLUMNS = sql`
  m.id, m.practice_id AS "practiceId", m.kind, m.name, m.state, m.mapping, m.document_id AS "documentId", m.total, m.worked,
  m.accepted, m.refused, m.already_there AS "alreadyThere", m.created_by AS "createdBy", m.created_at AS "createdAt",
  m.finished_at AS "finishedAt"`

const visible = ({ tenantId, principal }: Context) => sql`
  m.tenant_id = ${tenantId}
  AND (${practiceFilter(principal)}::uuid[] IS NULL OR m.practice_id = ANY (${practiceFilter(principal)}::uuid[]))`

/** Throws Refused (404) where the principal may not see it. `lock` holds it until the end of the transaction. */
export async function loadImport(context: Context, id: string, lock: 'lock' | 'read' = 'read'): Promise<Import> {
  const { rows } = await sql<Import>`
    SELECT ${COLUMNS} FROM imports m WHERE ${visible(context)} AND m.id = ${id}
    ${lock === 'lock' ? sql`FOR UPDATE` : sql``}`.execute(context.trx)
  if (!rows[0]) throw notFound('import')
  return rows[0]
}

export async function listImports(context: Context, limit: number): Promise<Import[]> {
  const { rows } = await sql<Import>`
    SELECT ${COLUMNS} FROM imports m WHERE ${visible(context)}
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}`.execute(context.trx)
  return rows
}

type Beginning = Pick<Import, 'practiceId' | 'kind' | 'name' | 'state' | 'total'> & { readonly documentId?: string }

export async function addImport(context: Context, beginning: Beginning): Promise<string> {
  const id = context.newId()
  const starter: Starter = { actor: context.actor, practices: practiceFilter(context.principal) }
  await sql`
    INSERT INTO imports (tenant_id, id, practice_id, kind, name, state, total, document_id, created_by, created_at)
    VALUES (${context.tenantId}, ${id}, ${beginning.practiceId}, ${beginning.kind}, ${beginning.name}, ${beginning.state},
      ${beginning.total}, ${beginning.documentId ?? null}, ${JSON.stringify(starter)}, ${context.now})`.execute(
    context.trx,
  )
  await announceImport(context, id, beginning.practiceId)
  return id
}

export type Progress = Pick<Import, 'accepted' | 'refused' | 'alreadyThere'> & { readonly worked: number }

/** Adds to what is done of it; `ends` when nothing is left. */
export async function advanceImport(
  context: Context,
  { id, practiceId }: Pick<Import, 'id' | 'practiceId'>,
  done: Progress,
  ends: boolean,
): Promise<void> {
  await sql`
    UPDATE imports SET worked = worked + ${done.worked}, accepted = accepted + ${done.accepted},
      refused = refused + ${done.refused}, already_there = already_there + ${done.alreadyThere},
      total = greatest(total, worked + ${done.worked}),
      state = CASE WHEN ${ends} THEN 'done' ELSE state END,
      finished_at = CASE WHEN ${ends} THEN ${context.now}::timestamptz ELSE finished_at END
    WHERE tenant_id = ${context.tenantId} AND id = ${id}`.execute(context.trx)
  await announceImport(context, id, practiceId)
}

export async function announceImport({ trx, tenantId }: Context, id: string, practiceId: string): Promise<void> {
  await announce(trx, { tenantId, topic: 'import', id, practiceId })
}
