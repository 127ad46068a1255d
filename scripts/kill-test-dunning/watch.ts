// How far the runs of a moment are, as the database tells from outside.
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { inTenant } from '../../server/db/database.ts'
import type { Creditor } from './creditors.ts'
import type { House } from './house.ts'

export type Progress = {
  readonly runs: number
  readonly running: number
  readonly paused: number
  readonly notices: number
  readonly set: number
  readonly sent: number
  readonly unset: number
  readonly unsent: number
}

/** Of runs of today that were not there before. */
export async function progressOf(house: House, { tenantId }: Creditor, before: readonly string[]): Promise<Progress> {
  return inTenant(house.ground().db, tenantId, async (trx) => {
    const { rows } = await sql<Progress>`
      WITH r AS (SELECT id, state FROM dunning_runs WHERE tenant_id = ${tenantId} AND id <> ALL (${before}::uuid[])),
        n AS (SELECT n.id, n.document_id, n.trouble FROM notices n WHERE n.tenant_id = ${tenantId} AND n.run_id IN (SELECT id FROM r)),
        m AS (SELECT m.state FROM mails m WHERE m.tenant_id = ${tenantId} AND m.notice_id IN (SELECT id FROM n))
      SELECT (SELECT count(*)::int FROM r) AS runs,
        (SELECT count(*)::int FROM r WHERE state = 'running') AS running,
        (SELECT count(*)::int FROM r WHERE state = 'paused') AS paused,
        (SELECT count(*)::int FROM n) AS notices,
        (SELECT count(*)::int FROM n WHERE document_id IS NOT NULL) AS set,
        (SELECT count(*)::int FROM n WHERE document_id IS NULL AND trouble IS NULL) AS unset,
        (SELECT count(*)::int FROM m WHERE state = 'accepted') AS sent,
        (SELECT count(*)::int FROM m WHERE state IN ('queued', 'sending')) AS unsent`.execute(trx)
    const [row] = rows
    if (row === undefined) throw new Error('counts are always told')
    return row
  })
}

export async function runsOf(house: House, { tenantId }: Creditor): Promise<readonly string[]> {
  return inTenant(house.ground().db, tenantId, async (trx) => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM dunning_runs WHERE tenant_id = ${tenantId}`.execute(trx)
    return rows.map(({ id }) => id)
  })
}

/** Whether a transaction of the server has begun to change claims or to write notices and is still open: a chunk, while only runs write. */
export async function isWriting(house: House): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM pg_locks WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
      AND relation IN ('invoices'::regclass, 'notices'::regclass)`.execute(house.onlooker())
  return rows.length > 0
}

/** Looks until it is so; false where it was not within the time. */
export async function until(so: () => Promise<boolean>, patienceMs: number, pauseMs = 2): Promise<boolean> {
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    if (await so()) return true
    await sleep(pauseMs)
  }
  return false
}
