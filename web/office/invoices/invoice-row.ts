import type { LocalDate } from '@mahnwerk/core/calendar'
import type { NextStep, Readiness, Status } from '@mahnwerk/core/claims'
import type { Money } from '@mahnwerk/core/money'

/** An invoice as the list shows it. */
export type InvoiceRow = {
  readonly id: string
  readonly debtorId: string
  readonly debtorName: string
  readonly number: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly daysOverdue?: number | undefined
  readonly amount: Money
  readonly open: Money
  readonly status: Status
  readonly nextStep: NextStep
  readonly dunningLevel: number
  readonly readiness: Readiness
  readonly caseId?: string | undefined
  readonly partner?: string | undefined
  readonly version: number
}
