// A worker that died holds its mails for five minutes, and one that died with the content on its way says so after ten. Nobody waits for
// that here: for mails that were in a dead worker's hands the time has passed.
import { sql } from 'kysely'
import { inTenant } from '../../server/db/database.ts'
import type { House } from './house.ts'

const LEASE_MS = 300_000
const ANSWER_MS = 600_000

export async function mailTimePasses({ ground, creditors }: House, killedAt: number): Promise<void> {
  const latest = (ms: number): string => new Date(killedAt + ms).toISOString()
  for (const { tenantId } of creditors)
    await inTenant(ground().db, tenantId, (trx) =>
      sql`
        UPDATE mails SET next_attempt_at = ${new Date(killedAt).toISOString()}
        WHERE tenant_id = ${tenantId} AND ((state = 'queued' AND next_attempt_at <= ${latest(LEASE_MS)})
          OR (state = 'sending' AND next_attempt_at <= ${latest(ANSWER_MS)}))`.execute(trx),
    )
}
