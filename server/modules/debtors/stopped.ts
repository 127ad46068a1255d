// What stops a letter that is written and has not left: a stop on its debtor, or one noted on an invoice in it. Asked by whoever
// sends, in the statement that takes letters up, so that none slips through between looking and taking. A stop ends by its day.

import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../http/index.ts'

/** Whether the notice of that id, to that debtor, has to wait. */
export function isStopped(
  { tenantId, today }: Pick<Context, 'tenantId' | 'today'>,
  noticeId: RawBuilder<unknown>,
  debtorId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(EXISTS (
      SELECT FROM debtor_holds stop WHERE stop.tenant_id = ${tenantId} AND stop.debtor_id = ${debtorId}
        AND stop.lifted_at IS NULL AND (stop.until IS NULL OR stop.until >= ${today}))
    OR EXISTS (
      SELECT FROM notice_items item
      JOIN invoices asked ON asked.tenant_id = item.tenant_id AND asked.id = item.invoice_id
      WHERE item.tenant_id = ${tenantId} AND item.notice_id = ${noticeId} AND (asked.marker IN ('disputed', 'clarification')
        OR (asked.marker IN ('hold', 'promised') AND asked.marker_until >= ${today}))))`
}
