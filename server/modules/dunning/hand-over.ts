// Claims that leave by themselves, where the creditor has switched that on: what is ripe on a working day of its region is handed
// over as if a person had confirmed it, one claim a transaction, so that a crash loses nothing and repeats nothing. What may not
// leave stays among the suggestions, with the reason; how many there are is one task.

import { sql } from 'kysely'
import { z } from 'zod'
import { type LocalDate, isWorkingDay } from '@mahnwerk/core/calendar'
import type { Principal } from '../../auth/principal.ts'
import { systemPrincipal } from '../../auth/system.ts'
import type { Database } from '../../db/database.ts'
import { type Context, type Ground, Refused, inContext } from '../../http/index.ts'
import type { JobDefinition, Jobs } from '../../jobs/index.ts'
import { confirmHandover } from '../handover/index.ts'
import { lockInvoice } from '../invoices/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import { placeOf } from './place.ts'
import { ripeClaims, ripeOf } from './ripe.ts'
import { loadSettings } from './settings.ts'

export type HandOverJob = { readonly tenantId: string }

export const HAND_OVER_RIPE: JobDefinition<HandOverJob> = {
  name: 'hand-over-ripe-claims',
  payload: z.object({ tenantId: z.uuid() }),
}

export const START_HANDOVERS: JobDefinition<Record<string, never>> = {
  name: 'start-due-handovers',
  payload: z.record(z.string(), z.never()),
  cron: '*/10 * * * *',
}

/** One task, however many days it lasts. */
const HELD_BACK = 'handover-held-back'
const AT_ONCE = 100

/** Asks for every creditor who has it switched on; whether its day is a working day, and not done yet, the job sees. */
export async function startHandovers(workerDb: Database, jobs: Pick<Jobs, 'send'>): Promise<void> {
  const { rows } = await sql<HandOverJob>`
    SELECT tenant_id AS "tenantId" FROM dunning_settings WHERE automatic_handover`.execute(workerDb)
  for (const job of rows) await jobs.send(HAND_OVER_RIPE, job, job.tenantId)
}

/** Hands over what is ripe today; nothing where it is switched off, the day is none for work, or all of it was tried before. */
export async function handOverRipe(ground: Ground, { tenantId }: HandOverJob): Promise<void> {
  const principal = systemPrincipal(tenantId)
  const day = await inContext(ground, principal, dayToWork)
  if (day === undefined) return
  let heldBack = 0
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await inContext(ground, principal, async (context) =>
      ripeClaims(context, await loadSettings(context), cursor, AT_ONCE),
    )
    for (const { invoice } of page.claims) {
      const became = await handOverOne(ground, principal, invoice.id, day)
      if (became === 'over') return
      if (became === 'held_back') heldBack += 1
    }
    cursor = page.nextCursor
  }
  await inContext(ground, principal, (context) => closeDay(context, day, heldBack))
}

async function dayToWork(context: Context): Promise<LocalDate | undefined> {
  const { trx, tenantId, today } = context
  if (!(await loadSettings(context)).automaticHandover) return undefined
  const { rows } = await sql`
    SELECT FROM dunning_settings WHERE tenant_id = ${tenantId} AND handed_over_on = ${today}`.execute(trx)
  if (rows.length > 0) return undefined
  const { isHoliday } = await placeOf(context)
  return isWorkingDay(today, isHoliday) ? today : undefined
}

/** over: the day is, or somebody switched it off meanwhile. */
type Became = 'handed_over' | 'no_longer_ripe' | 'held_back' | 'over'

async function handOverOne(ground: Ground, principal: Principal, id: string, day: LocalDate): Promise<Became> {
  try {
    return await inContext(ground, principal, (context) => confirmRipe(context, id, day))
  } catch (error) {
    // The reason is not kept: the list of suggestions asks for the one that holds when it is read.
    if (error instanceof Refused) return 'held_back'
    throw error
  }
}

async function confirmRipe(context: Context, id: string, day: LocalDate): Promise<Became> {
  const settings = await loadSettings(context)
  if (!settings.automaticHandover || context.today !== day) return 'over'
  const { version } = await lockInvoice(context, id)
  const [ripe] = await ripeOf(context, settings, [id])
  if (ripe === undefined) return 'no_longer_ripe'
  // Answered beforehand by who switched it on; what is noted on this claim stands against it by itself.
  const answers = { disputed: false, obligationFulfilled: true }
  await confirmHandover(context, id, { changes: {}, answers, version, automatic: true })
  return 'handed_over'
}

async function closeDay(context: Context, day: LocalDate, heldBack: number): Promise<void> {
  const { trx, tenantId } = context
  await sql`UPDATE dunning_settings SET handed_over_on = ${day} WHERE tenant_id = ${tenantId}`.execute(trx)
  await settleTask(context, HELD_BACK)
  if (heldBack === 0) return
  const link = '/mahnungen/vorschlaege'
  await raiseTask(context, { kind: 'handover_held_back', cause: HELD_BACK, facts: { count: heldBack }, link })
}
