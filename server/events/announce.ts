// Tells every process that something changed, at commit and only then (NOTIFY is transactional). The message names what
// changed, never its content: a listener asks again with its own rights.

import { sql } from 'kysely'
import { type Trx, beforeCommit } from '../db/database.ts'

export type Change = {
  readonly tenantId: string
  readonly topic:
    | 'invoice'
    | 'debtor'
    | 'case'
    | 'payment'
    | 'task'
    | 'import'
    | 'connection'
    | 'clock'
    | 'outbox'
    | 'mail'
    | 'run'
  readonly id: string
  /** The practice concerned; absent where it concerns the whole tenant. */
  readonly practiceId?: string
}

export const CHANGES_CHANNEL = 'mahnwerk_changes'

const waiting = new WeakMap<Trx, Set<string>>()

/** Changes of one transaction are told in one statement at its end, equal ones once. */
export async function announce(trx: Trx, change: Change): Promise<void> {
  const told = waiting.get(trx)
  const text = JSON.stringify(change)
  if (told !== undefined) return void told.add(text)
  waiting.set(trx, new Set([text]))
  beforeCommit(trx, () => tell(trx))
}

async function tell(trx: Trx): Promise<void> {
  await sql`
    SELECT pg_notify(${CHANGES_CHANNEL}, change) FROM unnest(${[...(waiting.get(trx) ?? [])]}::text[]) change`.execute(
    trx,
  )
}
