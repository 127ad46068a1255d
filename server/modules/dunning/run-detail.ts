// One run as its page shows it: how far it is, what it asks for in each currency, and which of its letters did not arrive. All of
// it is read from what is kept, so that it is the same after a reload and in every session.

import { sql } from 'kysely'
import { z } from 'zod'
import { practiceFilter } from '../../auth/principal.ts'
import type { Context } from '../../http/index.ts'
import { sendAgain } from '../mail/index.ts'
import { loadRunAnswer, runSchema } from './runs.ts'

export const runDetailSchema = runSchema
  .extend({
    totals: z.array(
      z.object({ currency: z.string(), letters: z.int(), asked: z.int(), fees: z.int(), interest: z.int() }),
    ),
    progress: z
      .object({ debtors: z.int(), walked: z.int().describe('Debtors looked at, whether they got a letter or not') })
      .describe('Both 0 where there is no debtor'),
    failed: z.int().describe('Letters that could not be set or were not delivered'),
    repeatable: z.int().describe('Of them those that can be tried once more as they are'),
  })
  .meta({ id: 'DunningRunDetail' })

export type RunDetail = z.output<typeof runDetailSchema>

/** Throws Refused (404) where the principal may not see it. */
export async function loadRunDetail(context: Context, id: string): Promise<RunDetail> {
  const run = await loadRunAnswer(context, id)
  const { trx, tenantId } = context
  const totals = await sql<RunDetail['totals'][number] & { readonly failed: number }>`
    SELECT currency, count(*)::integer AS letters, sum(open)::bigint AS asked, sum(fee)::bigint AS fees,
      sum(interest)::bigint AS interest, (count(*) FILTER (WHERE state IN ('failed', 'bounced')))::integer AS failed
    FROM notices WHERE tenant_id = ${tenantId} AND run_id = ${id} GROUP BY currency ORDER BY count(*) DESC, currency`.execute(
    trx,
  )
  return {
    ...run,
    totals: totals.rows.map(({ failed: _failed, ...sums }) => sums),
    failed: totals.rows.reduce((all, { failed }) => all + failed, 0),
    progress: await progressOf(context, id, run.state === 'done'),
    repeatable: (await unset(context, id)).length + (await unsent(context, id)).length,
  }
}

// Portions follow the debtors' ids: what lies up to the last one that is done was looked at.
async function progressOf(context: Context, id: string, done: boolean): Promise<RunDetail['progress']> {
  const { trx, tenantId, principal } = context
  const practices = practiceFilter(principal)
  const { rows } = await sql<RunDetail['progress']>`
    WITH far AS (
      SELECT up_to FROM dunning_run_chunks WHERE tenant_id = ${tenantId} AND run_id = ${id} AND done
      ORDER BY position DESC LIMIT 1
    )
    SELECT count(*)::integer AS debtors, (count(*) FILTER (WHERE id <= (SELECT up_to FROM far)))::integer AS walked
    FROM debtors WHERE tenant_id = ${tenantId}
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  const progress = rows[0] ?? { debtors: 0, walked: 0 }
  return done ? { ...progress, walked: progress.debtors } : progress
}

/**
 * Tries once more what failed: letters that could not be set are set again, mails that no server took are sent again under the
 * same Message-ID. What came back needs another address first. Returns how many.
 */
export async function repeatFailed(context: Context, id: string): Promise<number> {
  await loadRunAnswer(context, id)
  const letters = await unset(context, id)
  await sql`
    UPDATE notices SET trouble = NULL, state = 'written'
    WHERE tenant_id = ${context.tenantId} AND id = ANY (${letters}::uuid[])`.execute(context.trx)
  const mails = await unsent(context, id)
  for (const mail of mails) await sendAgain(context, mail)
  return letters.length + mails.length
}

async function unset({ trx, tenantId }: Context, runId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM notices WHERE tenant_id = ${tenantId} AND run_id = ${runId} AND state = 'failed'
      AND document_id IS NULL AND trouble IS NOT NULL ORDER BY id`.execute(trx)
  return rows.map((row) => row.id)
}

async function unsent({ trx, tenantId }: Context, runId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM notices n JOIN mails m ON m.tenant_id = n.tenant_id AND m.notice_id = n.id
    WHERE n.tenant_id = ${tenantId} AND n.run_id = ${runId} AND n.state = 'failed' AND m.state = 'failed'
    ORDER BY m.id`.execute(trx)
  return rows.map((row) => row.id)
}
