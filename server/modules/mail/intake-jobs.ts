// Mailboxes are looked at by themselves: each minute those that are due, each as a job of its own.

import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import type { JobDefinition, Jobs } from '../../jobs/index.ts'
import { fetchMail } from './fetch.ts'
import { intakesDue } from './intake-place.ts'
import type { IntakeParts } from './take.ts'

export const FETCH_DUE_MAIL: JobDefinition<Record<string, never>> = {
  name: 'fetch-due-mail',
  payload: z.record(z.string(), z.never()),
  cron: '* * * * *',
}

export const FETCH_MAIL: JobDefinition<{ tenantId: string }> = {
  name: 'fetch-mail',
  payload: z.object({ tenantId: z.uuid() }),
}

export async function fetchDueMail(
  { ground }: Pick<IntakeParts, 'ground'>,
  workerDb: Database,
  jobs: Pick<Jobs, 'send'>,
): Promise<void> {
  for (const tenantId of await intakesDue(workerDb, ground.clock.now()))
    await jobs.send(FETCH_MAIL, { tenantId }, tenantId)
}

/** Until the mailbox has nothing new, or says no. */
export async function fetchAllMail(parts: IntakeParts, tenantId: string): Promise<number> {
  let taken = 0
  for (;;) {
    // One check after the other, each from where the last one ended.
    // oxlint-disable-next-line no-await-in-loop
    const fetched = await fetchMail(parts, tenantId)
    taken += fetched?.taken ?? 0
    if (fetched === undefined || fetched.failure !== undefined || !fetched.more) return taken
  }
}
