// The work of a run: it is divided into portions of debtors, and each portion is one transaction that writes its letters and
// says that it is done. A crash loses the portions in work and nothing else: they are taken up again, so no letter is written
// twice and none is left out. Two portions are worked at a time, here and by whoever else works the same run.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { PlannedLetter } from '@mahnwerk/core/dunning'
import type { Actor } from '../../auth/principal.ts'
import { systemPrincipal } from '../../auth/system.ts'
import { announce } from '../../events/index.ts'
import { type Context, type Ground, inContext } from '../../http/index.ts'
import { type Bounds, boundsAfter, candidatesWithin } from './candidates.ts'
import { placeOf } from './place.ts'
import { planWithInterest } from './interest.ts'
import { loadPolicies } from './policy.ts'
import type { RunJob, RunState } from './run.ts'
import { writeLetters } from './write.ts'

/** While the database writes one portion, the next is decided; more would wait for the same two. */
const AT_A_TIME = 2

/** How often a portion may be overtaken by a payment before its claims are locked while they are read. */
const OPTIMISTIC = 2

type Run = {
  readonly id: string
  readonly day: LocalDate
  readonly state: RunState
  readonly practices: readonly string[] | null
  readonly actor: Actor
  readonly dividedTo: string | null
}

/** Works a run to its end, or until somebody pauses or stops it. */
export async function workRun(ground: Ground, job: RunJob): Promise<void> {
  const ends = await Promise.allSettled(Array.from({ length: AT_A_TIME }, () => workPortions(ground, job)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function workPortions(ground: Ground, { tenantId, runId }: RunJob): Promise<void> {
  const { actor, practices } = await inContext(ground, systemPrincipal(tenantId), (context) => loadRun(context, runId))
  const principal = { ...systemPrincipal(tenantId, actor), practices: practices ?? undefined }
  let going = true
  while (going) {
    let attempt = 0
    going =
      (await inContext(ground, principal, (context) => workPortion(context, runId, ++attempt))) ||
      (await inContext(ground, principal, (context) => divide(context, runId)))
  }
}

async function loadRun({ trx, tenantId }: Context, id: string, lock = false): Promise<Run> {
  const { rows } = await sql<Omit<Run, 'actor'> & { readonly actor: string }>`
    SELECT id, day, state, practices, actor, divided_to AS "dividedTo" FROM dunning_runs
    WHERE tenant_id = ${tenantId} AND id = ${id} ${lock ? sql`FOR NO KEY UPDATE` : sql``}`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error(`no dunning run ${id}`)
  return { ...row, actor: JSON.parse(row.actor) as Actor } // written by startRun
}

// A run that goes over midnight, or is resumed a day later, is still the run of its day.
function onDayOf(run: Run, context: Context): Context {
  return { ...context, today: run.day }
}

type Portion = Bounds & { readonly position: number }

/** Writes the letters of one portion that nobody else has in work; false where there is none. `attempt` counts from 1. */
async function workPortion(moved: Context, runId: string, attempt: number): Promise<boolean> {
  const portion = await takePortion(moved, runId)
  if (portion === undefined) return false
  // Read after the portion is ours: who paused the run waited for every portion in work.
  const run = await loadRun(moved, runId)
  if (run.state !== 'running') return false
  const context = onDayOf(run, moved)
  const excluded = await excludedFrom(context, runId)
  const candidates = await candidatesWithin(
    context,
    await loadPolicies(context),
    portion,
    excluded,
    attempt > OPTIMISTIC,
  )
  // After the claims: what a person changed of a letter since they were read has raised the version of its claim.
  const policies = await loadPolicies(context)
  const day = { today: run.day, ...(await placeOf(context)) }
  const planned = await planWithInterest(context, candidates, policies, day)
  const letters = planned.flatMap((debtor) => debtor.letters)
  const byId = new Map(candidates.map((candidate) => [candidate.invoice.id, candidate]))
  await writeLetters(context, runId, letters, byId, policies)
  await settlePortion(context, runId, portion, letters)
  return true
}

async function takePortion({ trx, tenantId }: Context, runId: string): Promise<Portion | undefined> {
  const { rows } = await sql<Portion>`
    SELECT position, behind, up_to AS "upTo" FROM dunning_run_chunks
    WHERE tenant_id = ${tenantId} AND run_id = ${runId} AND NOT done
    ORDER BY position LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`.execute(trx)
  return rows[0]
}

async function excludedFrom({ trx, tenantId }: Context, runId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ debtor_id: string }>`
    SELECT debtor_id FROM dunning_run_exceptions WHERE tenant_id = ${tenantId} AND run_id = ${runId}`.execute(trx)
  return rows.map((row) => row.debtor_id)
}

async function settlePortion(
  { trx, tenantId }: Context,
  runId: string,
  { position }: Portion,
  letters: readonly PlannedLetter[],
): Promise<void> {
  const claims = letters.reduce((total, letter) => total + letter.items.length, 0)
  const fees = letters.reduce((total, letter) => total + letter.step.fee, 0)
  const asked = letters.reduce((total, letter) => total + letter.open, 0)
  await sql`
    UPDATE dunning_run_chunks SET done = true, letters = ${letters.length}, claims = ${claims}, fees = ${fees}, asked = ${asked}
    WHERE tenant_id = ${tenantId} AND run_id = ${runId} AND position = ${position}`.execute(trx)
  await announce(trx, { tenantId, topic: 'run', id: runId })
}

/**
 * Divides the next debtors of a running run into portions, or ends it where none are left and all portions are done. False where
 * there is nothing more to work here: it ended, or was paused, or others have the last portions in work.
 */
async function divide(moved: Context, runId: string): Promise<boolean> {
  const run = await loadRun(moved, runId, true)
  if (run.state !== 'running') return false
  const context = onDayOf(run, moved)
  const bounds = await boundsAfter(context, await loadPolicies(context), run.dividedTo ?? undefined)
  if (bounds.length > 0) await keepPortions(context, runId, bounds)
  else await endWhereDone(context, runId)
  return bounds.length > 0
}

async function keepPortions({ trx, tenantId }: Context, runId: string, bounds: readonly Bounds[]): Promise<void> {
  await sql`
    INSERT INTO dunning_run_chunks (tenant_id, run_id, position, behind, up_to)
    SELECT ${tenantId}, ${runId}, kept.last + n.position, n.behind, n.up_to
    FROM unnest(${bounds.map((_, index) => index + 1)}::integer[], ${bounds.map(({ behind }) => behind)}::uuid[],
        ${bounds.map(({ upTo }) => upTo)}::uuid[]) AS n (position, behind, up_to),
      (SELECT coalesce(max(position), 0) AS last FROM dunning_run_chunks
        WHERE tenant_id = ${tenantId} AND run_id = ${runId}) AS kept`.execute(trx)
  await sql`
    UPDATE dunning_runs SET divided_to = ${bounds.at(-1)?.upTo ?? null}
    WHERE tenant_id = ${tenantId} AND id = ${runId}`.execute(trx)
}

// Whoever settles the last portion comes by here afterwards and finds all of them done.
async function endWhereDone({ trx, tenantId, now }: Context, runId: string): Promise<void> {
  await sql`
    UPDATE dunning_runs SET state = 'done', ended_at = ${now} WHERE tenant_id = ${tenantId} AND id = ${runId}
      AND NOT EXISTS (SELECT FROM dunning_run_chunks c
        WHERE c.tenant_id = ${tenantId} AND c.run_id = ${runId} AND NOT c.done)`.execute(trx)
  await announce(trx, { tenantId, topic: 'run', id: runId })
}
