// How far a mailbox is read, and how its last check went.

import { sql } from 'kysely'
import type { InboxFailure, MailTrouble } from '@mahnwerk/connectors/channels/email'
import { addSeconds } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import type { Context } from '../../http/index.ts'
import { retryAfter } from '../../outbox/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import { announce } from '../../events/index.ts'

export type Place = {
  /** Null: nothing was read yet, or it is read from the beginning. */
  readonly validity: string | null
  readonly lastUid: number
  readonly checkedAt: string | null
  readonly failures: number
  readonly trouble: MailTrouble | null
  readonly answer: string | null
}

const NOWHERE: Place = { validity: null, lastUid: 0, checkedAt: null, failures: 0, trouble: null, answer: null }

export async function placeIn({ trx, tenantId }: Context, lock = false): Promise<Place> {
  const { rows } = await sql<Place>`
    SELECT uid_validity AS validity, last_uid::float8 AS "lastUid", checked_at AS "checkedAt", failures, trouble, answer
    FROM mail_intake_places WHERE tenant_id = ${tenantId} ${lock ? sql`FOR UPDATE` : sql``}`.execute(trx)
  return rows[0] ?? NOWHERE
}

/** The uid behind which is read on. */
export function after(place: Place, validity: string): number {
  return place.validity === validity ? place.lastUid : 0
}

/** A mail that came in ends what was counted against those before it. */
export async function moveOn({ trx, tenantId, recordedAt }: Context, validity: string, uid: number): Promise<void> {
  await sql`
    INSERT INTO mail_intake_places (tenant_id, uid_validity, last_uid, next_check_at)
    VALUES (${tenantId}, ${validity}, ${uid}, ${recordedAt})
    ON CONFLICT (tenant_id) DO UPDATE SET uid_validity = ${validity}, last_uid = ${uid}, failures = 0`.execute(trx)
}

const CHECK_SECONDS = 120

/** Tenants whose mailbox is to be looked at. Asked with the worker's role, which may look across tenants for this alone. */
export async function intakesDue(worker: Database, now: string): Promise<string[]> {
  const { rows } = await sql<{ tenantId: string }>`
    SELECT i.tenant_id AS "tenantId" FROM mail_intake i
    JOIN mail_intake_places p ON p.tenant_id = i.tenant_id
    WHERE i.active AND p.next_check_at <= ${now}`.execute(worker)
  return rows.map(({ tenantId }) => tenantId)
}

const CAUSE = 'mail_intake'

/** Notes how a check went. Who knocks with a wrong key knocks less and less often. */
export async function noteCheck(context: Context, failure: InboxFailure | undefined): Promise<void> {
  const { trx, tenantId, recordedAt } = context
  const before = await placeIn(context, true)
  const failures = failure === undefined ? 0 : before.failures + 1
  const seconds = failure === undefined ? CHECK_SECONDS : Math.max(CHECK_SECONDS, retryAfter(failures, Math.random()))
  await sql`
    INSERT INTO mail_intake_places (tenant_id, next_check_at) VALUES (${tenantId}, ${recordedAt})
    ON CONFLICT (tenant_id) DO NOTHING`.execute(trx)
  await sql`
    UPDATE mail_intake_places SET checked_at = ${context.now}, next_check_at = ${addSeconds(recordedAt, seconds)},
      failures = ${failures}, trouble = ${failure?.trouble ?? null}, answer = ${failure?.answer ?? null}
    WHERE tenant_id = ${tenantId}`.execute(trx)
  if (failure === undefined) await settleTask(context, CAUSE)
  // Once is a hiccup of the line; a wrong password is none.
  else if (failures > 2 || failure.trouble === 'login' || failure.trouble === 'folder')
    await raiseTask(context, {
      kind: CAUSE,
      cause: CAUSE,
      facts: { trouble: failure.trouble },
      link: '/einstellungen/e-mail',
    })
  await announce(trx, { tenantId, topic: 'mail', id: 'intake' })
}
