// What the panel shows of a claim on a day.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import type { ShownLine, ShownMark } from '../../law/index.ts'

export type StatementView = {
  readonly on: LocalDate
  /** What is owed; below zero where more was paid. */
  readonly total: Money
  readonly overpaid: Money
  /** What one more day adds. */
  readonly perDay: Money
  readonly marks: readonly ShownMark[]
  /** Principal, interest, costs: each with its story. */
  readonly parts: readonly ShownLine[]
  readonly late: { readonly late: boolean; readonly why: ShownLine }
  /** Nobody said these things, so they were assumed. */
  readonly assumptions: readonly ShownLine[]
  /** Where the books differ and why. */
  readonly besideBooks: readonly ShownLine[]
  /** In the books nothing is open; the law may still grant something, interest as a rule. */
  readonly settled: boolean
  /** What is owed on each of the days offered. */
  readonly days: readonly { readonly on: LocalDate; readonly total: Money }[]
  /** What is known of the invoice beyond what stands on it. */
  readonly facts: InvoiceFactsView
}

export type InvoiceFactsView = {
  /** Undefined: as the settings have it. */
  readonly dueAgreed: boolean | undefined
  readonly receivedOn: LocalDate | undefined
  readonly contractOn: LocalDate | undefined
  /** Percent a year as decimal text. */
  readonly agreedRate: string | undefined
}
