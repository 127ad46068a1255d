// Notices as they were written: what stood on their day, of any number of them in two statements.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { currency, minor, sum } from '@mahnwerk/core/money'
import type { DunningItem, DunningParts } from '@mahnwerk/core/letters'
import type { Address, PartyName } from '@mahnwerk/core/parties'
import type { Context } from '../../http/index.ts'
import { type Original, originalsOfNotices } from './originals.ts'

export type StoredNotice = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly practiceId: string
  readonly debtorId: string
  readonly policyId?: string
  readonly level: number
  readonly day: LocalDate
  readonly payBy: LocalDate
  readonly currency: ReturnType<typeof currency>
  readonly channel: string
  readonly debtor: { readonly name: PartyName; readonly address: Address; readonly number?: string }
  readonly email?: string
  readonly items: readonly DunningItem[]
  readonly invoiceIds: readonly string[]
  /** The invoices themselves as they were handed in. */
  readonly originals: readonly Original[]
  readonly parts: DunningParts
  /** Where its step demanded interest: the day up to which. */
  readonly interestUntil?: LocalDate
}

type NoticeRow = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly practice_id: string
  readonly debtor_id: string
  readonly dunning_policy_id: string | null
  readonly level: number
  readonly day: LocalDate
  readonly pay_by: LocalDate
  readonly currency: string
  readonly channel: string
  readonly fee: number
  readonly interest: number
  readonly kind: PartyName['kind']
  readonly first_name: string
  readonly last_name: string
  readonly company: string
  readonly contact_person: string | null
  readonly street: string
  readonly extra: string | null
  readonly post_code: string
  readonly city: string
  readonly country: string
  readonly debtor_number: string | null
  readonly email: string | null
}

type ItemRow = {
  readonly notice_id: string
  readonly invoice_id: string
  readonly number: string
  readonly invoice_date: LocalDate
  readonly due_date: LocalDate
  readonly amount: number
  readonly subject: string
  readonly open: number
  readonly principal: number
  readonly charges: number
  readonly costs: number
}

/** In the order of the ids. */
export async function loadStored(context: Context, ids: readonly string[]): Promise<StoredNotice[]> {
  const { trx, tenantId } = context
  const { rows } = await sql<NoticeRow>`
    SELECT n.id, n.year, n.number, n.practice_id, n.debtor_id, d.dunning_policy_id, n.level, n.day, n.pay_by, n.currency,
      n.channel, n.fee, n.interest, d.kind, d.first_name, d.last_name, d.company, d.contact_person, d.street, d.extra,
      d.post_code, d.city, d.country, d.number AS debtor_number, d.email
    FROM notices n JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id
    WHERE n.tenant_id = ${tenantId} AND n.id = ANY (${ids}::uuid[]) ORDER BY n.id`.execute(trx)
  const { rows: items } = await sql<ItemRow>`
    SELECT o.notice_id, o.invoice_id, i.number, i.invoice_date, i.due_date, i.amount, i.subject, o.open, o.principal,
      o.charges, o.costs
    FROM notice_items o JOIN invoices i ON i.tenant_id = o.tenant_id AND i.id = o.invoice_id
    WHERE o.tenant_id = ${tenantId} AND o.notice_id = ANY (${ids}::uuid[]) ORDER BY i.due_date, i.id`.execute(trx)
  const byNotice = Map.groupBy(items, ({ notice_id: id }) => id)
  const originals = await originalsOfNotices(context, ids)
  return rows.map((row) => noticeOf(row, byNotice.get(row.id) ?? [], originals.get(row.id) ?? []))
}

function noticeOf(row: NoticeRow, items: readonly ItemRow[], originals: readonly Original[]): StoredNotice {
  return {
    id: row.id,
    year: row.year,
    number: row.number,
    practiceId: row.practice_id,
    debtorId: row.debtor_id,
    ...(row.dunning_policy_id === null ? {} : { policyId: row.dunning_policy_id }),
    level: row.level,
    day: row.day,
    payBy: row.pay_by,
    currency: currency(row.currency),
    channel: row.channel,
    debtor: {
      name: nameOf(row),
      address: {
        street: row.street,
        ...(row.extra === null ? {} : { extra: row.extra }),
        postCode: row.post_code,
        city: row.city,
        country: row.country,
      },
      ...(row.debtor_number === null ? {} : { number: row.debtor_number }),
    },
    ...(row.email === null || row.email === '' ? {} : { email: row.email }),
    items: items.map(itemOf),
    invoiceIds: items.map(({ invoice_id: id }) => id),
    originals,
    parts: partsOf(row, items),
    ...(row.interest > 0 ? { interestUntil: row.day } : {}),
  }
}

function nameOf(row: NoticeRow): PartyName {
  if (row.kind === 'consumer') return { kind: 'consumer', first: row.first_name, last: row.last_name }
  const { company, contact_person: contactPerson } = row
  return contactPerson === null ? { kind: 'business', company } : { kind: 'business', company, contactPerson }
}

function itemOf(row: ItemRow): DunningItem {
  return {
    number: row.number,
    day: row.invoice_date,
    due: row.due_date,
    amount: minor(row.amount),
    open: minor(row.principal),
    ...(row.subject === '' ? {} : { subject: row.subject }),
  }
}

/** Interest that was booked is what is left of an item's sum, and what the notice itself adds stands on it. */
function partsOf(row: Pick<NoticeRow, 'fee' | 'interest'>, items: readonly ItemRow[]): DunningParts {
  const booked = items.map(({ open, principal, charges, costs }) => minor(open - principal - charges - costs))
  return {
    interest: sum([...booked, minor(row.interest)]),
    charges: sum(items.map(({ charges }) => minor(charges))),
    costs: sum(items.map(({ costs }) => minor(costs))),
    fee: minor(row.fee),
  }
}
