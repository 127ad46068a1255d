// What sign-in leaves behind is personal data and is kept no longer than it is of use: the log of tries for ninety days,
// sessions and half-done sign-ins until they have ended.

import { sql } from 'kysely'
import { z } from 'zod'
import { type Clock, addSeconds } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import type { JobDefinition } from '../../jobs/index.ts'

export const CLEAR_SIGN_INS: JobDefinition<Record<string, never>> = {
  name: 'account.clear-sign-ins',
  payload: z.object({}).strict(),
  cron: '23 2 * * *',
}

/** Long enough to follow up a break-in, and no longer. */
const LOG_DAYS = 90
/** So many rows in one statement, that sign-ins never wait behind it. */
const AT_ONCE = 5_000

export type Cleared = { readonly signIns: number; readonly sessions: number; readonly verifications: number }

/** Deletes what is older than it is kept, of all tenants. Returns how many rows went. */
export async function clearSignIns(workerDb: Database, clock: Clock): Promise<Cleared> {
  const now = clock.now()
  const oldest = addSeconds(now, -LOG_DAYS * 86_400)
  return {
    signIns: await deleted(workerDb, sql`auth.sign_ins`, sql`at < ${oldest}`),
    sessions: await deleted(workerDb, sql`auth.sessions`, sql`expires_at < ${now}`),
    verifications: await deleted(workerDb, sql`auth.verifications`, sql`expires_at < ${now}`),
  }
}

async function deleted(db: Database, table: ReturnType<typeof sql>, where: ReturnType<typeof sql>): Promise<number> {
  for (let count = 0; ;) {
    const { numAffectedRows = 0n } = await sql`
      DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${where} LIMIT ${AT_ONCE})`.execute(db)
    count += Number(numAffectedRows)
    if (numAffectedRows < AT_ONCE) return count
  }
}
