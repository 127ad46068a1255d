// Tells every process that something changed, at commit and only then (NOTIFY is transactional). The message names what
// changed, never its content: a listener asks again with its own rights.

import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'

export type Change = {
  readonly tenantId: string
  readonly topic: 'invoice' | 'debtor' | 'case' | 'payment' | 'task' | 'import' | 'connection' | 'clock' | 'outbox'
  readonly id: string
  /** The practice concerned; absent where it concerns the whole tenant. */
  readonly practiceId?: string
}

export const CHANGES_CHANNEL = 'mahnwerk_changes'

export async function announce(trx: Trx, change: Change): Promise<void> {
  await sql`SELECT pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(change)})`.execute(trx)
}
