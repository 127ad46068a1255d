import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Case, PaymentAxis, Stage } from '@mahnwerk/core/cases'
import type { Money } from '@mahnwerk/core/money'

/** A case as the list shows it. */
export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly debtorName: string
  readonly invoiceNumber: string
  readonly partner: string
  readonly partnerCaseNumber?: string | undefined
  readonly stage: Stage
  readonly processing: Case['processing']['kind']
  readonly payment: PaymentAxis
  readonly active: boolean
  readonly total: Money
  readonly open: Money
  readonly questionsOpen: number
  readonly nextStepOn?: LocalDate | undefined
  readonly openedOn: LocalDate
}

export const CASE_VIEWS = ['aktiv', 'fragen', 'beendet', 'alle'] as const
export type CaseView = (typeof CASE_VIEWS)[number]
