// Runs that start by themselves, one a day at most, on working days of the creditor's region, where it has switched them on. What
// stands against a run becomes a task: nothing is left out in silence.

import { sql } from 'kysely'
import { z } from 'zod'
import { type LocalDate, isWorkingDay } from '@mahnwerk/core/calendar'
import { systemPrincipal } from '../../auth/system.ts'
import type { Database } from '../../db/database.ts'
import { type Context, type Ground, Refused, inContext } from '../../http/index.ts'
import type { JobDefinition, Jobs } from '../../jobs/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import { handOverRipe } from './hand-over.ts'
import { placeOf } from './place.ts'
import { type RunJob, WORK_RUN, startRun } from './run.ts'
import { workRun } from './work.ts'
import { loadSettings } from './settings.ts'

/** One task, however many days it lasts. */
const REFUSED = 'dunning-run-refused'

/** Looks for runs whose process died: each minute, and so soon after a start. */
export const RESUME_RUNS: JobDefinition<Record<string, never>> = {
  name: 'resume-dunning-runs',
  payload: z.record(z.string(), z.never()),
  cron: '* * * * *',
}

export const START_DUE_RUNS: JobDefinition<Record<string, never>> = {
  name: 'start-due-dunning-runs',
  payload: z.record(z.string(), z.never()),
  cron: '*/10 * * * *',
}

/** Asks again for every run that is not at its end; one that is being worked meanwhile is waited for. */
export async function resumeRuns(workerDb: Database, jobs: Pick<Jobs, 'send'>): Promise<void> {
  const { rows } = await sql<RunJob>`
    SELECT tenant_id AS "tenantId", id AS "runId" FROM dunning_runs WHERE state = 'running'`.execute(workerDb)
  for (const job of rows) await jobs.send(WORK_RUN, job, job.runId)
}

export async function startDueRuns(ground: Ground, workerDb: Database, jobs: Pick<Jobs, 'send'>): Promise<void> {
  const { rows } = await sql<{ tenantId: string }>`
    SELECT tenant_id AS "tenantId" FROM dunning_settings WHERE automatic`.execute(workerDb)
  for (const { tenantId } of rows) {
    const runId = await startAutomatic(ground, tenantId)
    if (runId !== undefined) await jobs.send(WORK_RUN, { tenantId, runId }, runId)
  }
}

/** What begins by itself today, worked to its end: the run, then the handovers. For time that passes in one step, as in a demo. */
export async function runToday(ground: Ground, tenantId: string): Promise<void> {
  const runId = await startAutomatic(ground, tenantId)
  if (runId !== undefined) await workRun(ground, { tenantId, runId })
  await handOverRipe(ground, { tenantId })
}

/** Whether anything begins by itself. */
export async function isAutomatic(ground: Ground, tenantId: string): Promise<boolean> {
  const settings = await inContext(ground, systemPrincipal(tenantId), loadSettings)
  return settings.automatic || settings.automaticHandover
}

async function startAutomatic(ground: Ground, tenantId: string): Promise<string | undefined> {
  const principal = systemPrincipal(tenantId)
  try {
    const runId = await inContext(ground, principal, startWhereDue)
    if (runId !== undefined) await inContext(ground, principal, (context) => settleTask(context, REFUSED))
    return runId
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code } = error.refusal
    if (code === 'run_in_progress') return undefined
    await inContext(ground, principal, (context) => tellAbout(context, code))
    return undefined
  }
}

async function startWhereDue(context: Context): Promise<string | undefined> {
  if (!(await loadSettings(context)).automatic) return undefined
  const { isHoliday } = await placeOf(context)
  if (!isWorkingDay(context.today, isHoliday) || (await ranOn(context, context.today))) return undefined
  return startRun(context, { automatic: true })
}

async function ranOn({ trx, tenantId }: Context, day: LocalDate): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM dunning_runs WHERE tenant_id = ${tenantId} AND automatic AND day = ${day}`.execute(trx)
  return rows.length > 0
}

async function tellAbout(context: Context, code: string): Promise<void> {
  await raiseTask(context, {
    kind: 'dunning_run_refused',
    cause: REFUSED,
    facts: { code },
    link: '/einstellungen/mahnwesen',
  })
}
