// What a row of the list is made of: the invoice, what its debtor lacks for a handover, and what its case waits for.

import type { LocalDate } from '@mahnwerk/core/calendar'
import {
  type Ahead,
  type ConnectionFacts,
  type Hold,
  type NextStep,
  type Readiness,
  type Status,
  daysOverdue,
  lastLevelOf,
  nextStepOf,
  readinessForHandover,
  statusOf,
  totalOpen,
} from '@mahnwerk/core/claims'
import type { PartyName } from '@mahnwerk/core/parties'
import { sql } from 'kysely'
import type { Ladders } from '../ladders.ts'
import { INVOICE_COLUMNS, type Invoice, type InvoiceRow, invoiceOf } from '../row.ts'

export type ListRow = InvoiceRow & {
  readonly debtor_kind: PartyName['kind']
  readonly street: string
  readonly post_code: string
  readonly city: string
  readonly country: string
  readonly questions_open: number | null
  readonly next_step_on: LocalDate | null
  readonly dunning_policy_id: string | null
  readonly dunning_level_max: number | null
  readonly hold_reason: string | null
  readonly hold_until: LocalDate | null
}

export const LIST_COLUMNS = sql`${INVOICE_COLUMNS}, d.kind AS debtor_kind, d.street, d.post_code, d.city, d.country,
  c.questions_open, c.next_step_on, d.dunning_policy_id, d.dunning_level_max, h.reason AS hold_reason, h.until AS hold_until`

export const LIST_JOINS = sql`
  LEFT JOIN debtors d ON d.tenant_id = i.tenant_id AND d.id = i.debtor_id
  LEFT JOIN cases c ON c.tenant_id = i.tenant_id AND c.id = i.case_id AND c.active
  LEFT JOIN debtor_holds h ON h.tenant_id = i.tenant_id AND h.debtor_id = i.debtor_id AND h.lifted_at IS NULL`

export type ListedInvoice = {
  readonly invoice: Invoice
  readonly open: number
  readonly status: Status
  readonly nextStep: NextStep
  readonly readiness: Readiness
  readonly daysOverdue?: number
  /** The stop on its debtor that holds today. */
  readonly hold?: Hold
}

/** What rows are judged by beside themselves. */
export type Around = {
  readonly today: LocalDate
  readonly ladders: Ladders
  readonly connection: ConnectionFacts | undefined
}

export function listed(row: ListRow, { today, ladders, connection }: Around): ListedInvoice {
  const invoice = invoiceOf(row)
  const ladder = ladders({ kind: row.debtor_kind, policyId: row.dunning_policy_id })
  const lastLevel = lastLevelOf(ladder)
  const hold = holdOf(row, today)
  const days = daysOverdue(invoice, today)
  return {
    invoice,
    open: totalOpen(invoice),
    status: statusOf(invoice, today, lastLevel),
    nextStep: nextStepOf(invoice, today, { ladder, ...aheadOf(row), ...(hold === undefined ? {} : { hold }) }),
    readiness: readinessForHandover(invoice, debtorFacts(row), today, lastLevel, connection, hold),
    ...(days === undefined ? {} : { daysOverdue: days }),
    ...(hold === undefined ? {} : { hold }),
  }
}

function aheadOf(row: ListRow): Omit<Ahead, 'ladder' | 'hold'> {
  const { questions_open: questionsOpen, next_step_on: on, dunning_level_max: levelMax } = row
  return {
    ...(levelMax === null ? {} : { levelMax }),
    ...(questionsOpen === null
      ? {}
      : { atPartner: on === null ? { questionsOpen } : { questionsOpen, nextStepOn: on } }),
  }
}

function holdOf({ hold_reason: reason, hold_until: until }: ListRow, today: LocalDate): Hold | undefined {
  if (reason === null || (until !== null && until < today)) return undefined
  return until === null ? { reason } : { reason, until }
}

// The name in the list is the debtor's name as one text; only whether it is empty matters here.
function debtorFacts({ debtor_name: name, debtor_kind: kind, street, post_code: postCode, city, country }: ListRow) {
  const party: PartyName = kind === 'business' ? { kind, company: name } : { kind: 'consumer', first: '', last: name }
  return { name: party, address: { street, postCode, city, country } }
}
