import type { Instant } from '@mahnwerk/core/calendar'
import { sql } from 'kysely'
import type { Actor } from '../../auth/principal.ts'
import type { Context } from '../../http/index.ts'

export type HistoryEntry = {
  readonly id: string
  readonly version: number
  readonly type: string
  readonly data: Record<string, unknown>
  readonly actor: Actor
  readonly occurredAt: Instant
}

/** The events of an invoice that the principal was seen to be allowed, the latest first. */
export async function readHistory({ trx, tenantId }: Context, invoiceId: string): Promise<HistoryEntry[]> {
  const { rows } = await sql<Omit<HistoryEntry, 'data' | 'actor'> & { data: string; actor: string }>`
    SELECT id, version, type, data, actor, occurred_at AS "occurredAt" FROM events
    WHERE tenant_id = ${tenantId} AND stream = 'invoice' AND stream_id = ${invoiceId}
    ORDER BY version DESC`.execute(trx)
  return rows.map((row) => ({
    ...row,
    data: JSON.parse(row.data) as Record<string, unknown>, // appendEvents writes objects only
    actor: JSON.parse(row.actor) as Actor, // appendEvents writes the actor of a principal
  }))
}
