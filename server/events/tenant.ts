// The history of the tenant itself: its settings, users and keys. No row keeps its version; the lock on the tenant's row
// lets one writer at a time read the last one. (NO KEY: rows that refer to the tenant can still be written meanwhile.)

import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { type NewEvent, type Recording, appendEvents } from './append.ts'

export async function lockTenant(trx: Trx, tenantId: string): Promise<void> {
  await sql`SELECT 1 FROM tenants WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(trx)
}

export async function recordForTenant(
  context: Recording & { readonly trx: Trx },
  ...events: readonly NewEvent[]
): Promise<void> {
  const { trx, tenantId } = context
  await lockTenant(trx, tenantId)
  const { rows } = await sql<{ version: number | null }>`
    SELECT max(version) AS version FROM events
    WHERE tenant_id = ${tenantId} AND stream = 'tenant' AND stream_id = ${tenantId}`.execute(trx)
  await appendEvents(trx, context, 'tenant', tenantId, rows[0]?.version ?? 0, events)
}
