// A run of today: who starts one, and what it leaves out. Its letters are written by work.ts.

import { sql } from 'kysely'
import { z } from 'zod'
import { lockTenant } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import type { JobDefinition } from '../../jobs/index.ts'
import { checkPolicy } from './lawful.ts'
import { loadPolicies } from './policy.ts'

export type RunJob = { readonly tenantId: string; readonly runId: string }

export const WORK_RUN: JobDefinition<RunJob> = {
  name: 'dunning-run',
  payload: z.object({ tenantId: z.uuid(), runId: z.uuid() }),
}

export type RunState = 'running' | 'paused' | 'stopped' | 'done'

/**
 * Starts a run of today; its letters are written by workRun. Returns the run's id. Throws Refused where one of the same practices
 * is at work, or a policy asks for more than the law of today allows.
 */
export async function startRun(
  context: Context,
  { automatic, excluded = [] }: { readonly automatic: boolean; readonly excluded?: readonly string[] },
): Promise<string> {
  const { trx, tenantId, principal, today, now } = context
  for (const policy of (await loadPolicies(context)).all) await checkPolicy(context, policy)
  const practices = principal.practices ?? null
  const left = [...new Set(excluded)]
  await refuseUnseen(context, left)
  await lockTenant(trx, tenantId)
  const { rows } = await sql`
    SELECT FROM dunning_runs WHERE tenant_id = ${tenantId} AND state = 'running'
      AND practices IS NOT DISTINCT FROM ${practices}::uuid[]`.execute(trx)
  if (rows.length > 0) throw refused('run_in_progress', {}, { status: 409 })
  const id = context.newId()
  await sql`
    INSERT INTO dunning_runs (tenant_id, id, day, state, automatic, practices, actor, started_at)
    VALUES (${tenantId}, ${id}, ${today}, 'running', ${automatic}, ${practices}::uuid[],
      ${JSON.stringify(context.actor)}, ${now})`.execute(trx)
  await sql`
    INSERT INTO dunning_run_exceptions (tenant_id, run_id, debtor_id)
    SELECT ${tenantId}, ${id}, debtor FROM unnest(${left}::uuid[]) debtor`.execute(trx)
  return id
}

// Who is not there and who is not yours look the same.
async function refuseUnseen({ trx, tenantId, principal }: Context, debtors: readonly string[]): Promise<void> {
  const practices = principal.practices ?? null
  const { rows } = await sql`
    SELECT FROM debtors WHERE tenant_id = ${tenantId} AND id = ANY (${debtors}::uuid[])
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  if (rows.length < debtors.length) throw notFound('debtor')
}
