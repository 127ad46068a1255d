// The runs as they are seen and steered: who may see all practices sees every run, who may not sees those of its own practices.

import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../auth/principal.ts'
import { practiceFilter } from '../../auth/principal.ts'
import { announce } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import type { RunState } from './run.ts'

export const runSchema = z
  .object({
    id: z.uuid(),
    day: z.iso.date(),
    state: z.enum(['running', 'paused', 'stopped', 'done']),
    automatic: z.boolean(),
    letters: z.int().describe('Written so far'),
    claims: z.int(),
    fees: z.int(),
    asked: z.int().describe('What the letters ask for, fees and interest apart'),
    startedBy: z.string(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'DunningRun' })

export type RunAnswer = z.output<typeof runSchema>

type Row = Omit<RunAnswer, 'startedBy'> & { readonly actor: string }

/** The latest first; single letters apart. */
export async function listRuns(context: Context, limit: number): Promise<RunAnswer[]> {
  return read(context, sql`NOT single ORDER BY started_at DESC, id LIMIT ${limit}`)
}

/** Throws Refused (404) where the principal may not see it. */
export async function loadRunAnswer(context: Context, id: string): Promise<RunAnswer> {
  const [run] = await read(context, sql`id = ${id}`)
  if (run === undefined) throw notFound('run')
  return run
}

async function read({ trx, tenantId, principal }: Context, which: RawBuilder<unknown>): Promise<RunAnswer[]> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<Row>`
    WITH run AS (
      SELECT * FROM dunning_runs WHERE tenant_id = ${tenantId}
        AND (${practices}::uuid[] IS NULL OR (practices IS NOT NULL AND practices <@ ${practices}::uuid[])) AND ${which}
    ), done AS (
      SELECT run_id, sum(letters) AS letters, sum(claims) AS claims, sum(fees) AS fees, sum(asked) AS asked
      FROM dunning_run_chunks WHERE tenant_id = ${tenantId} AND run_id IN (SELECT id FROM run) GROUP BY run_id
    )
    SELECT run.id, run.day, run.state, run.automatic, run.actor, run.started_at AS "startedAt", run.ended_at AS "endedAt",
      (run.letters + coalesce(done.letters, 0))::bigint AS letters, (run.claims + coalesce(done.claims, 0))::bigint AS claims,
      (run.fees + coalesce(done.fees, 0))::bigint AS fees, (run.asked + coalesce(done.asked, 0))::bigint AS asked
    FROM run LEFT JOIN done ON done.run_id = run.id ORDER BY run.started_at DESC, run.id`.execute(trx)
  // The actor is written by startRun.
  return rows.map(({ actor, ...row }) => ({ ...row, startedBy: (JSON.parse(actor) as Actor).name }))
}

const FROM: Readonly<
  Record<'pause' | 'resume' | 'stop', { readonly from: readonly RunState[]; readonly to: RunState }>
> = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  stop: { from: ['running', 'paused'], to: 'stopped' },
}

/** Waits for the portions in work; what they wrote stays. */
export async function steerRun(context: Context, id: string, act: keyof typeof FROM): Promise<RunAnswer> {
  const { trx, tenantId, now } = context
  await loadRunAnswer(context, id)
  const { rows } = await sql<{ state: RunState }>`
    SELECT state FROM dunning_runs WHERE tenant_id = ${tenantId} AND id = ${id} FOR NO KEY UPDATE`.execute(trx)
  const { from, to } = FROM[act]
  const [run] = rows
  if (run === undefined || !from.includes(run.state)) throw refused('run_state', { state: run?.state ?? '' })
  await sql`
    UPDATE dunning_runs SET state = ${to}, ended_at = ${to === 'stopped' ? now : null}::timestamptz
    WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  await sql`
    SELECT FROM dunning_run_chunks WHERE tenant_id = ${tenantId} AND run_id = ${id} AND NOT done FOR NO KEY UPDATE`.execute(
    trx,
  )
  await announce(trx, { tenantId, topic: 'run', id })
  return loadRunAnswer(context, id)
}
