// Takes messages to deliver: the first pending one of each lane, for the time of one try. A worker that dies leaves its
// lease to run out; another then sends the same message again under the same id.

import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { addSeconds } from '../clock.ts'
import { type Database, inTenant } from '../db/database.ts'
import type { OutboxMessage } from './message.ts'

export type Lease = { readonly now: Instant; readonly seconds: number; readonly most: number }

/** Tenants with something due. Asked with the worker's role, which may look across tenants for this alone. */
export async function tenantsDue(worker: Database, now: Instant): Promise<string[]> {
  const { rows } = await sql<{ tenantId: string }>`
    SELECT DISTINCT tenant_id AS "tenantId" FROM outbox WHERE state = 'pending' AND next_attempt_at <= ${now}`.execute(
    worker,
  )
  return rows.map((row) => row.tenantId)
}

/** Leases due heads of lanes; with `evenIfWaiting`, also those whose next try is later. */
export async function lease(
  db: Database,
  tenantId: string,
  terms: Lease,
  evenIfWaiting: readonly string[] = [],
): Promise<OutboxMessage[]> {
  return inTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<OutboxMessage>`
      UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ${addSeconds(terms.now, terms.seconds)}
      WHERE tenant_id = ${tenantId} AND id IN (
        SELECT o.id FROM outbox o
        WHERE o.tenant_id = ${tenantId} AND o.state = 'pending'
          AND (o.next_attempt_at <= ${terms.now} OR o.id = ANY (${evenIfWaiting}::uuid[]))
          AND NOT EXISTS (
            SELECT FROM outbox earlier
            WHERE earlier.tenant_id = ${tenantId} AND earlier.lane = o.lane AND earlier.state = 'pending'
              AND earlier.position < o.position)
        ORDER BY o.position LIMIT ${terms.most} FOR UPDATE SKIP LOCKED)
      RETURNING tenant_id AS "tenantId", id, connection_id AS "connectionId", lane, kind, payload, attempts`.execute(
      trx,
    )
    return rows
  })
}

/** Pending messages whose next try lies in the future: what a moved clock or a person may try at once. */
export async function waitingIn(db: Database, tenantId: string): Promise<string[]> {
  return inTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM outbox WHERE tenant_id = ${tenantId} AND state = 'pending'`.execute(trx)
    return rows.map((row) => row.id)
  })
}
