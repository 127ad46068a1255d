// When the debtor was reminded, for the law: what came in with the invoice, and each of our own notices with its day and its term.
// Friendly reminders count for nothing, nor does what could not be delivered.

import { sql } from 'kysely'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { assumed } from '@mahnwerk/core/calculations'
import type { Line } from '@mahnwerk/core/explanations'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import type { Context } from '../../http/index.ts'
import type { LawOfTenant } from '../settings/index.ts'

export type Reminders = {
  readonly facts: Required<Pick<ClaimFacts, 'remindersReceivedOn' | 'remindersWithTerm'>>
  readonly assumptions: readonly Line[]
}

type Notice = { readonly invoiceId: string; readonly day: LocalDate; readonly payBy: LocalDate }

/** Of each invoice, by its id; two statements whatever their number. */
export async function remindersOf(
  context: Context,
  invoiceIds: readonly string[],
  law: LawOfTenant,
): Promise<(invoiceId: string) => Reminders> {
  const outside = await remindedFrom(context, invoiceIds)
  const notices = Map.groupBy(await noticesOf(context, invoiceIds), (notice) => notice.invoiceId)
  return (invoiceId) => {
    const before = fromOutside(outside.get(invoiceId), law)
    const own = fromNotices(notices.get(invoiceId) ?? [], law)
    return {
      facts: { ...own.facts, ...before.facts },
      assumptions: [...before.assumptions, ...own.assumptions],
    }
  }
}

/** Notices sent before the invoice came here: only their number and the last day are on record. */
export type RemindedOutside = { readonly level: number; readonly lastNoticeOn: LocalDate }

export async function remindedOutside(context: Context, invoiceId: string): Promise<RemindedOutside | undefined> {
  return (await remindedFrom(context, [invoiceId])).get(invoiceId)
}

async function remindedFrom(
  { trx, tenantId }: Context,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, RemindedOutside>> {
  const { rows } = await sql<{ invoiceId: string; data: string }>`
    SELECT stream_id AS "invoiceId", data FROM events
    WHERE tenant_id = ${tenantId} AND stream = 'invoice' AND stream_id = ANY (${invoiceIds}::uuid[])
      AND type = 'invoice.recorded'`.execute(trx)
  return new Map(
    rows.flatMap(({ invoiceId, data }) => {
      const { dunned } = JSON.parse(data) as { readonly dunned?: Partial<RemindedOutside> } // of recordInvoice
      const { level = 0, lastNoticeOn } = dunned ?? {}
      return level > 0 && lastNoticeOn !== undefined ? [[invoiceId, { level, lastNoticeOn }] as const] : []
    }),
  )
}

async function noticesOf({ trx, tenantId }: Context, invoiceIds: readonly string[]): Promise<readonly Notice[]> {
  const { rows } = await sql<Notice>`
    SELECT o.invoice_id AS "invoiceId", n.day, n.pay_by AS "payBy"
    FROM notice_items o JOIN notices n ON n.tenant_id = o.tenant_id AND n.id = o.notice_id
    WHERE o.tenant_id = ${tenantId} AND o.invoice_id = ANY (${invoiceIds}::uuid[]) AND o.level > 0
      AND n.state NOT IN ('failed', 'bounced')
    ORDER BY n.day, n.number`.execute(trx)
  return rows
}

function fromNotices(notices: readonly Notice[], { postalDays: days }: LawOfTenant) {
  return {
    facts: { remindersWithTerm: notices.map(({ day, payBy }) => ({ receivedOn: addDays(day, days), payBy })) },
    assumptions: notices.map(({ day }) => assumed('reminder_post', { day, days })),
  }
}

// The last day is the latest on which a reminder was sent.
function fromOutside(reminded: RemindedOutside | undefined, { postalDays }: LawOfTenant) {
  if (reminded === undefined) return { facts: { remindersReceivedOn: [] }, assumptions: [] }
  const { level, lastNoticeOn: day } = reminded
  return {
    facts: { remindersReceivedOn: [addDays(day, postalDays)] },
    assumptions: [
      ...(level > 1 ? [assumed('reminder_last_only', { day })] : []),
      assumed('reminder_post', { day, days: postalDays }),
    ],
  }
}
