// When the debtor was reminded, for the law: each of our own notices with its day and its term, or, where none was written here,
// what came in with the invoice. Friendly reminders count for nothing, nor does what could not be delivered.

import { sql } from 'kysely'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { assumed } from '@mahnwerk/core/calculations'
import type { Line } from '@mahnwerk/core/explanations'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import type { Context } from '../../http/index.ts'
import type { Invoice } from '../invoices/index.ts'
import type { LawOfTenant } from '../settings/index.ts'

export type Reminders = {
  readonly facts: Required<Pick<ClaimFacts, 'remindersReceivedOn' | 'remindersWithTerm'>>
  readonly assumptions: readonly Line[]
}

type Notice = { readonly day: LocalDate; readonly payBy: LocalDate }

export async function remindersOf(context: Context, invoice: Invoice, law: LawOfTenant): Promise<Reminders> {
  const notices = await noticesOf(context, invoice.id)
  return notices.length > 0 ? fromNotices(notices, law) : fromInvoice(invoice, law)
}

async function noticesOf({ trx, tenantId }: Context, invoiceId: string): Promise<readonly Notice[]> {
  const { rows } = await sql<Notice>`
    SELECT n.day, n.pay_by AS "payBy"
    FROM notice_items o JOIN notices n ON n.tenant_id = o.tenant_id AND n.id = o.notice_id
    WHERE o.tenant_id = ${tenantId} AND o.invoice_id = ${invoiceId} AND o.level > 0 AND n.state NOT IN ('failed', 'bounced')
    ORDER BY n.day, n.number`.execute(trx)
  return rows
}

function fromNotices(notices: readonly Notice[], { postalDays: days }: LawOfTenant): Reminders {
  return {
    facts: {
      remindersReceivedOn: [],
      remindersWithTerm: notices.map(({ day, payBy }) => ({ receivedOn: addDays(day, days), payBy })),
    },
    assumptions: notices.map(({ day }) => assumed('reminder_post', { day, days })),
  }
}

// Of the notices only the number and the last day are on record: the last day is the latest on which a reminder was sent.
function fromInvoice({ dunningLevel, lastNoticeOn }: Invoice, { postalDays }: LawOfTenant): Reminders {
  if (dunningLevel === 0 || lastNoticeOn === undefined) return { facts: NONE, assumptions: [] }
  return {
    facts: { ...NONE, remindersReceivedOn: [addDays(lastNoticeOn, postalDays)] },
    assumptions: [
      ...(dunningLevel > 1 ? [assumed('reminder_last_only', { day: lastNoticeOn })] : []),
      assumed('reminder_post', { day: lastNoticeOn, days: postalDays }),
    ],
  }
}

const NONE = { remindersReceivedOn: [], remindersWithTerm: [] }
