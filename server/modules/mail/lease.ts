// Takes mails to send. A lease only keeps two workers from preparing the same mail; what keeps it from being sent twice is
// the mark „sending“, which one of them can set, before a byte of the content leaves.

import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { addSeconds } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import type { Context } from '../../http/index.ts'
import { isStopped } from '../debtors/index.ts'
import { MAIL_COLUMNS, type Mail } from './mail.ts'

/** A worker that is gone gives its mails back after so long. */
const LEASE_SECONDS = 300
/** A mail that is being sent for longer than any server may take to answer: the one who sent it is gone. */
const ANSWER_SECONDS = 600

/** Tenants with something due. Asked with the worker's role, which may look across tenants for this alone. */
export async function tenantsDue(worker: Database, now: Instant): Promise<string[]> {
  const { rows } = await sql<{ tenantId: string }>`
    SELECT DISTINCT tenant_id AS "tenantId" FROM mails
    WHERE state IN ('queued', 'sending') AND next_attempt_at <= ${now}`.execute(worker)
  return rows.map((row) => row.tenantId)
}

/** What waits for a later try may be tried at once. */
export async function hurry({ trx, tenantId, recordedAt }: Context): Promise<void> {
  await sql`
    UPDATE mails SET next_attempt_at = ${recordedAt}
    WHERE tenant_id = ${tenantId} AND state = 'queued' AND next_attempt_at > ${recordedAt}`.execute(trx)
}

// A reminder waits while its debtor, or an invoice in it, is stopped; any other mail does not.
function mayLeave(context: Context, mail: 'd' | 'm'): RawBuilder<boolean> {
  const [noticeId, debtorId] = [sql.ref(`${mail}.notice_id`), sql.ref(`${mail}.debtor_id`)]
  return sql<boolean>`(${noticeId} IS NULL OR NOT ${isStopped(context, noticeId, debtorId)})`
}

/**
 * Leases mails that are due, the oldest first. Asked once and for all: as a condition of the update, the limit would hold for each time
 * that the condition is looked at, and more would be taken.
 */
export async function lease(context: Context, most: number): Promise<Mail[]> {
  const { trx, tenantId, recordedAt } = context
  const until = addSeconds(recordedAt, LEASE_SECONDS)
  const { rows } = await sql<Mail>`
    WITH due AS MATERIALIZED (
      SELECT d.id FROM mails d
      WHERE d.tenant_id = ${tenantId} AND d.state = 'queued' AND d.next_attempt_at <= ${recordedAt}
      ORDER BY d.next_attempt_at, d.id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    UPDATE mails m SET attempts = attempts + 1, next_attempt_at = ${until} FROM due
    WHERE m.tenant_id = ${tenantId} AND m.id = due.id
    RETURNING ${MAIL_COLUMNS}`.execute(trx)
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

export type Leaving = { readonly from: string; readonly rawSha256?: Buffer }

/** False where another worker has taken the mail meanwhile, a person took it back, or a stop came: then it must not leave here. */
export async function markSending(context: Context, mail: Mail, { from, rawSha256 }: Leaving): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE mails m SET state = 'sending', next_attempt_at = ${addSeconds(context.recordedAt, ANSWER_SECONDS)},
      sent_from = ${from}, raw_sha256 = ${rawSha256 ?? null}
    WHERE m.tenant_id = ${context.tenantId} AND m.id = ${mail.id} AND m.state = 'queued' AND m.attempts = ${mail.attempts}
      AND ${mayLeave(context, 'm')}`.execute(context.trx)
  return numAffectedRows === 1n
}

/** Mails whose sender died between the content and its answer. */
export async function lostMails({ trx, tenantId, recordedAt }: Context): Promise<Mail[]> {
  const { rows } = await sql<Mail>`
    SELECT ${MAIL_COLUMNS} FROM mails m
    WHERE m.tenant_id = ${tenantId} AND m.state = 'sending' AND m.next_attempt_at <= ${recordedAt}
    ORDER BY m.id LIMIT 100 FOR UPDATE SKIP LOCKED`.execute(trx)
  return rows
}
