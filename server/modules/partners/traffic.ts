// How the road to a partner is used: what is on its way, what a person must look at, and when it was last heard from. Who sees
// some practices only is told of the messages about their claims alone.

import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import type { Context } from '../../http/index.ts'
import type { Connection } from './connections.ts'

type Contact = Pick<Connection, 'lastContactAt' | 'lastFailureAt' | 'lastFailure'>
export type Traffic = { readonly pending: number; readonly dead: number } & Partial<Contact>

type Row = {
  readonly id: string
  readonly pending: number
  readonly dead: number
  readonly at: string | null
  readonly error: string | null
}

/** By the connection's id. What is told of its contacts takes the place of what the connection itself keeps. */
export async function trafficOf({ trx, tenantId, principal }: Context): Promise<(connectionId: string) => Traffic> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<Row>`
    SELECT o.connection_id AS id, count(*) FILTER (WHERE o.state = 'pending') AS pending,
      count(*) FILTER (WHERE o.state = 'dead') AS dead, max(o.delivered_at) AS at,
      max(o.last_error) FILTER (WHERE o.state = 'pending') AS error
    FROM outbox o WHERE o.tenant_id = ${tenantId} AND (${practices}::uuid[] IS NULL AND o.state <> 'delivered'
      OR EXISTS (SELECT FROM cases c WHERE c.tenant_id = o.tenant_id AND c.id = o.lane AND c.practice_id = ANY (${practices}::uuid[])))
    GROUP BY o.connection_id`.execute(trx)
  return (connectionId) => {
    const row = rows.find(({ id }) => id === connectionId)
    const told = { pending: row?.pending ?? 0, dead: row?.dead ?? 0 }
    if (practices === null) return told
    return { ...told, lastContactAt: row?.at ?? null, lastFailureAt: null, lastFailure: row?.error ?? null }
  }
}
