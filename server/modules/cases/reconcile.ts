// The slow look behind the webhooks: each active connection is compared with the partner's books every few minutes; what
// was lost is fetched, and what then still differs becomes a task for a person.

import { sql } from 'kysely'
import { z } from 'zod'
import { systemPrincipal } from '../../auth/system.ts'
import { addSeconds } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { inContext } from '../../http/index.ts'
import type { JobDefinition } from '../../jobs/index.ts'
import type { Roads } from '../partners/index.ts'
import { raiseTask } from '../tasks/index.ts'
import { type Difference, reconcileConnection } from './receive.ts'

export const RECONCILE: JobDefinition<Record<string, never>> = {
  name: 'partners.reconcile',
  payload: z.object({}).strict(),
  cron: '*/5 * * * *',
}

const EVERY_SECONDS = 240

/** Compares every active connection that was not compared for some minutes. */
export async function reconcileDue(roads: Roads, workerDb: Database): Promise<void> {
  const before = addSeconds(roads.ground.clock.now(), -EVERY_SECONDS)
  const { rows } = await sql<{ tenantId: string; id: string }>`
    SELECT tenant_id AS "tenantId", id FROM connections
    WHERE state = 'active' AND (last_polled_at IS NULL OR last_polled_at < ${before})`.execute(workerDb)
  for (const { tenantId, id } of rows) await reconcileAndTell(roads, tenantId, id)
}

/** Compares one connection now. Returns the differences that stay; undefined where the partner did not answer. */
export async function reconcileAndTell(
  roads: Roads,
  tenantId: string,
  connectionId: string,
): Promise<readonly Difference[] | undefined> {
  const differences = await reconcileConnection(roads, tenantId, connectionId)
  await inContext(roads.ground, systemPrincipal(tenantId), async (context) => {
    await sql`
      UPDATE connections SET last_polled_at = ${context.recordedAt}
      WHERE tenant_id = ${tenantId} AND id = ${connectionId}`.execute(context.trx)
    for (const { caseId, what, here, there } of differences ?? []) {
      await raiseTask(context, {
        kind: 'books_differ',
        cause: `books_differ:${caseId}:${what}`,
        facts: { what, here, there },
        link: `/faelle/${caseId}`,
      })
    }
  })
  return differences
}
