// What a row of the list is made of: the invoice, what its debtor lacks for a handover, and what its case waits for.

import type { LocalDate } from '@mahnwerk/core/calendar'
import {
  type ConnectionFacts,
  type NextStep,
  type Readiness,
  type Status,
  daysOverdue,
  nextStepOf,
  readinessForHandover,
  statusOf,
  totalOpen,
} from '@mahnwerk/core/claims'
import type { PartyName } from '@mahnwerk/core/parties'
import { sql } from 'kysely'
import { INVOICE_COLUMNS, type Invoice, type InvoiceRow, invoiceOf } from '../row.ts'

export type ListRow = InvoiceRow & {
  readonly debtor_kind: PartyName['kind']
  readonly street: string
  readonly post_code: string
  readonly city: string
  readonly country: string
  readonly questions_open: number | null
  readonly next_step_on: LocalDate | null
}

export const LIST_COLUMNS = sql`${INVOICE_COLUMNS}, d.kind AS debtor_kind, d.street, d.post_code, d.city, d.country,
  c.questions_open, c.next_step_on`

export const LIST_JOINS = sql`
  LEFT JOIN debtors d ON d.tenant_id = i.tenant_id AND d.id = i.debtor_id
  LEFT JOIN cases c ON c.tenant_id = i.tenant_id AND c.id = i.case_id AND c.active`

export type ListedInvoice = {
  readonly invoice: Invoice
  readonly open: number
  readonly status: Status
  readonly nextStep: NextStep
  readonly readiness: Readiness
  readonly daysOverdue?: number
}

export function listed(row: ListRow, today: LocalDate, connection: ConnectionFacts | undefined): ListedInvoice {
  const invoice = invoiceOf(row)
  const days = daysOverdue(invoice, today)
  return {
    invoice,
    open: totalOpen(invoice),
    status: statusOf(invoice, today),
    nextStep: nextStepOf(invoice, today, aheadOf(row)),
    readiness: readinessForHandover(invoice, debtorFacts(row), today, connection),
    ...(days === undefined ? {} : { daysOverdue: days }),
  }
}

function aheadOf({ questions_open: questionsOpen, next_step_on: on }: ListRow) {
  if (questionsOpen === null) return undefined
  return on === null ? { questionsOpen } : { questionsOpen, nextStepOn: on }
}

// The name in the list is the debtor's name as one text; only whether it is empty matters here.
function debtorFacts({ debtor_name: name, debtor_kind: kind, street, post_code: postCode, city, country }: ListRow) {
  const party: PartyName = kind === 'business' ? { kind, company: name } : { kind: 'consumer', first: '', last: name }
  return { name: party, address: { street, postCode, city, country } }
}
