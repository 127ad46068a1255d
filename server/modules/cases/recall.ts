// The creditor ends an attempt. It binds nobody: the partner is told, waives what it has not got of its costs, and closes the
// case, after which the claim is written off as before. Until it says so the case goes on.

import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { isActive } from '@mahnwerk/core/cases'
import { type PartnerProfile, caseFeeOn } from '@mahnwerk/core/handover'
import type { Minor } from '@mahnwerk/core/money'
import { mayTouchPractice } from '../../auth/principal.ts'
import { dayOf } from '../../clock.ts'
import { announce, appendEvents } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import { enqueue } from '../../outbox/index.ts'
import { lockCase } from './store.ts'

/** What the attempt has cost the creditor: nothing where it was handed over in the free time. */
export type Recalled = { readonly feeMin: Minor; readonly feeMax: Minor }

export async function recallAttempt(context: Context, caseId: string, reason: string | undefined): Promise<Recalled> {
  const row = await lockCase(context, caseId)
  if (!row || !mayTouchPractice(context.principal, row.practiceId)) throw notFound('case')
  if (row.kind !== 'attempt') throw refused('recall_only_attempts')
  if (!isActive(row.state.processing)) throw refused('case_already_over', {}, { status: 409 })
  if (await isUnderWay(context, caseId)) throw refused('recall_already_sent', {}, { status: 409 })
  const fee = await feeOf(context, caseId)
  const said = reason === undefined ? {} : { reason }
  await appendEvents(context.trx, context, 'case', caseId, row.version, [
    { type: 'case.recalled', data: { ...said, ...fee } },
  ])
  await sql`
    UPDATE cases SET version = version + 1 WHERE tenant_id = ${context.tenantId} AND id = ${caseId}`.execute(
    context.trx,
  )
  await enqueue(context, row.state.connectionId, caseId, {
    kind: 'case.recall',
    payload: { recall: { recallId: context.newId(), ...said } },
  })
  await announce(context.trx, { tenantId: context.tenantId, topic: 'case', id: caseId, practiceId: row.practiceId })
  return fee
}

// One that the partner finally refused can be sent again.
async function isUnderWay({ trx, tenantId }: Context, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM outbox WHERE tenant_id = ${tenantId} AND lane = ${caseId} AND kind = 'case.recall' AND state <> 'dead'`.execute(
    trx,
  )
  return rows.length > 0
}

async function feeOf({ trx, tenantId }: Context, caseId: string): Promise<Recalled> {
  const { rows } = await sql<{ openedAt: Instant; profile: PartnerProfile }>`
    SELECT c.opened_at AS "openedAt", k.profile
    FROM cases c JOIN connections k ON k.tenant_id = c.tenant_id AND k.id = c.connection_id
    WHERE c.tenant_id = ${tenantId} AND c.id = ${caseId}`.execute(trx)
  if (!rows[0]) throw new Error(`case ${caseId} without a connection`)
  const { min: feeMin, max: feeMax } = caseFeeOn(rows[0].profile, dayOf(rows[0].openedAt))
  return { feeMin, feeMax }
}
