// An invoice as the table keeps it and as the rules of core see it.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Claim, ClaimState, Marker } from '@mahnwerk/core/claims'
import { currency, minor } from '@mahnwerk/core/money'
import { type RawBuilder, sql } from 'kysely'

/** The claim with what stands around it. */
export type Invoice = Claim & {
  readonly practiceId: string
  readonly debtorId: string
  readonly debtorName: string
  readonly number: string
  readonly invoiceDate: LocalDate
  readonly serviceDate?: LocalDate
  readonly subject: string
  readonly caseId?: string
  readonly partnerCaseNumber?: string
  readonly source: InvoiceSource
  readonly version: number
}

export type InvoiceSource = 'file' | 'table' | 'manual' | 'api' | 'demo'

export type InvoiceRow = {
  readonly id: string
  readonly practice_id: string
  readonly debtor_id: string
  readonly debtor_name: string
  readonly number: string
  readonly invoice_date: LocalDate
  readonly due_date: LocalDate
  readonly service_date: LocalDate | null
  readonly currency: string
  readonly amount: number
  readonly principal_open: number
  readonly charges_open: number
  readonly interest_open: number
  readonly costs_open: number
  readonly overpaid: number
  readonly written_off: number
  readonly subject: string
  readonly state: ClaimState
  readonly marker: Marker['kind']
  readonly marker_until: LocalDate | null
  readonly marker_note: string | null
  readonly dunning_level: number
  readonly last_notice_on: LocalDate | null
  readonly case_id: string | null
  readonly partner_name: string | null
  readonly partner_case_number: string | null
  readonly source: InvoiceSource
  readonly version: number
}

/** The columns of InvoiceRow, of the table under the name `i`. */
export const INVOICE_COLUMNS: RawBuilder<unknown> = sql`
  i.id, i.practice_id, i.debtor_id, i.debtor_name, i.number, i.invoice_date, i.due_date, i.service_date, i.currency,
  i.amount, i.principal_open, i.charges_open, i.interest_open, i.costs_open, i.overpaid, i.written_off, i.subject, i.state, i.marker,
  i.marker_until, i.marker_note, i.dunning_level, i.last_notice_on, i.case_id, i.partner_name, i.partner_case_number,
  i.source, i.version`

export function invoiceOf(row: InvoiceRow): Invoice {
  return {
    id: row.id,
    practiceId: row.practice_id,
    debtorId: row.debtor_id,
    debtorName: row.debtor_name,
    number: row.number,
    invoiceDate: row.invoice_date,
    dueDate: row.due_date,
    currency: currency(row.currency),
    amount: minor(row.amount),
    open: {
      principal: minor(row.principal_open),
      charges: minor(row.charges_open),
      interest: minor(row.interest_open),
      costs: minor(row.costs_open),
    },
    overpaid: minor(row.overpaid),
    writtenOff: minor(row.written_off),
    subject: row.subject,
    state: row.state,
    marker: markerOf(row),
    dunningLevel: row.dunning_level,
    source: row.source,
    version: row.version,
    ...(row.service_date === null ? {} : { serviceDate: row.service_date }),
    ...(row.last_notice_on === null ? {} : { lastNoticeOn: row.last_notice_on }),
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    ...(row.partner_name === null ? {} : { partner: row.partner_name }),
    ...(row.partner_case_number === null ? {} : { partnerCaseNumber: row.partner_case_number }),
  }
}

function markerOf({ id, marker: kind, marker_until: until, marker_note }: InvoiceRow): Marker {
  const note = marker_note ?? ''
  if (kind === 'none') return { kind }
  if (kind === 'disputed' || kind === 'clarification') return { kind, note }
  if (until === null) throw new Error(`invoice ${id}: marker ${kind} without its day`)
  return kind === 'hold' ? { kind, until, note } : { kind, by: until, note }
}
