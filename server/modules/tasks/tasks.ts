// What needs a person: one open task per cause, with facts for the sentence and the link where it is done.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { announce } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'

export type NewTask = {
  /** Where it is to be found again by what it is about, when it is done, too. */
  readonly id?: string
  readonly kind: string
  /** Equal causes are one task while it is open. */
  readonly cause: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly link: string
  readonly practiceId?: string
  readonly dueOn?: LocalDate
}

export async function raiseTask(context: Context, task: NewTask): Promise<void> {
  const id = task.id ?? context.newId()
  await sql`
    INSERT INTO tasks (tenant_id, id, practice_id, kind, cause, facts, link, due_on, created_at)
    VALUES (${context.tenantId}, ${id}, ${task.practiceId ?? null}, ${task.kind}, ${task.cause}, ${JSON.stringify(task.facts)},
      ${task.link}, ${task.dueOn ?? null}, ${context.now})
    ON CONFLICT (tenant_id, cause) WHERE done_at IS NULL DO NOTHING`.execute(context.trx)
  await announceTask(context, id, task.practiceId)
}

/** Closes the open task of a cause; nothing happens where there is none. */
export async function settleTask(context: Context, cause: string): Promise<void> {
  const { rows } = await sql<{ id: string; practiceId: string | null }>`
    UPDATE tasks SET done_at = ${context.now}, done_by = ${context.actor.name}
    WHERE tenant_id = ${context.tenantId} AND cause = ${cause} AND done_at IS NULL
    RETURNING id, practice_id AS "practiceId"`.execute(context.trx)
  for (const row of rows) await announceTask(context, row.id, row.practiceId ?? undefined)
}

async function announceTask(context: Context, id: string, practiceId: string | undefined): Promise<void> {
  const where = practiceId === undefined ? {} : { practiceId }
  await announce(context.trx, { tenantId: context.tenantId, topic: 'task', id, ...where })
}
