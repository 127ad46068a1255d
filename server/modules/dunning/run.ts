// A dunning run: chunk after chunk, each one transaction that writes its letters and says how far the run is. A crash loses the
// chunk in work and nothing else; whoever goes on begins behind the last debtor that was kept, so no letter is written twice
// and none is left out. Two that work the same run take turns on its row.

import { sql } from 'kysely'
import { z } from 'zod'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { PlannedLetter } from '@mahnwerk/core/dunning'
import { systemPrincipal } from '../../auth/system.ts'
import type { Actor } from '../../auth/principal.ts'
import { announce, lockTenant } from '../../events/index.ts'
import { type Context, type Ground, inContext, notFound, refused } from '../../http/index.ts'
import type { JobDefinition } from '../../jobs/index.ts'
import { nextCandidates } from './candidates.ts'
import { checkPolicy } from './lawful.ts'
import { placeOf } from './place.ts'
import { planDay } from './plan.ts'
import { loadPolicies } from './policy.ts'
import { writeLetters } from './write.ts'

export type RunJob = { readonly tenantId: string; readonly runId: string }

export const WORK_RUN: JobDefinition<RunJob> = {
  name: 'dunning-run',
  payload: z.object({ tenantId: z.uuid(), runId: z.uuid() }),
}

export type RunState = 'running' | 'paused' | 'stopped' | 'done'

type Run = {
  readonly id: string
  readonly day: LocalDate
  readonly state: RunState
  readonly practices: readonly string[] | null
  readonly actor: Actor
  readonly workedTo: string | null
}

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

/** Works a run to its end, or until somebody pauses or stops it. */
export async function workRun(ground: Ground, { tenantId, runId }: RunJob): Promise<void> {
  let going = true
  while (going) {
    const owner = await inContext(ground, systemPrincipal(tenantId), (context) => loadRun(context, runId))
    const principal = { ...systemPrincipal(tenantId, owner.actor), practices: owner.practices ?? undefined }
    going = await inContext(ground, principal, (context) => workChunk(context, runId))
  }
}

async function loadRun({ trx, tenantId }: Context, id: string, lock = false): Promise<Run> {
  const { rows } = await sql<Omit<Run, 'actor'> & { readonly actor: string }>`
    SELECT id, day, state, practices, actor, worked_to AS "workedTo" FROM dunning_runs
    WHERE tenant_id = ${tenantId} AND id = ${id} ${lock ? sql`FOR UPDATE` : sql``}`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error(`no dunning run ${id}`)
  return { ...row, actor: JSON.parse(row.actor) as Actor } // written by startRun
}

/** One chunk; false where the run is at its end or no longer runs. */
async function workChunk(moved: Context, runId: string): Promise<boolean> {
  const run = await loadRun(moved, runId, true)
  if (run.state !== 'running') return false
  // A run that goes over midnight, or is resumed a day later, is still the run of its day.
  const context = { ...moved, today: run.day }
  const policies = await loadPolicies(context)
  const excluded = await excludedFrom(context, runId)
  const candidates = await nextCandidates(context, policies, { after: run.workedTo ?? undefined, excluded, lock: true })
  const day = { today: run.day, ...(await placeOf(context)) }
  const letters = planDay(candidates, policies, day).flatMap((debtor) => debtor.letters)
  const byId = new Map(candidates.map((candidate) => [candidate.invoice.id, candidate]))
  await writeLetters(context, runId, letters, byId)
  await advance(context, runId, candidates.at(-1)?.invoice.debtorId, letters)
  return candidates.length > 0
}

async function excludedFrom({ trx, tenantId }: Context, runId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ debtor_id: string }>`
    SELECT debtor_id FROM dunning_run_exceptions WHERE tenant_id = ${tenantId} AND run_id = ${runId}`.execute(trx)
  return rows.map((row) => row.debtor_id)
}

async function advance(
  { trx, tenantId, now }: Context,
  runId: string,
  workedTo: string | undefined,
  letters: readonly PlannedLetter[],
): Promise<void> {
  const claims = letters.reduce((total, letter) => total + letter.items.length, 0)
  const fees = letters.reduce((total, letter) => total + letter.step.fee, 0)
  const asked = letters.reduce((total, letter) => total + letter.open, 0)
  await sql`
    UPDATE dunning_runs SET letters = letters + ${letters.length}, claims = claims + ${claims}, fees = fees + ${fees},
      asked = asked + ${asked}, worked_to = coalesce(${workedTo ?? null}::uuid, worked_to),
      state = ${workedTo === undefined ? 'done' : 'running'}, ended_at = ${workedTo === undefined ? now : null}::timestamptz
    WHERE tenant_id = ${tenantId} AND id = ${runId}`.execute(trx)
  await announce(trx, { tenantId, topic: 'run', id: runId })
}
