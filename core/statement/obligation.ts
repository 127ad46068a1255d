// What a statement of claim is struck from: the principal and its due course, what was paid, added and given back, and the
// rules that hold for it. Everything is given; nothing here asks for the day or the country.

import type { AllocationRule, Balance, Part } from '../allocation/index.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { Source, Trust } from '../facts/index.ts'
import type { InterestRule } from '../interest/index.ts'
import type { Currency, Minor } from '../money/index.ts'

export type Entry =
  /** The debtor paid; `named` are the parts that the payer wanted served first. */
  | {
      readonly kind: 'payment'
      readonly on: LocalDate
      readonly amount: Minor
      readonly named?: readonly Part[]
      /** The books hold already where it went: that stands, and what no part takes is surplus. */
      readonly booked?: Partial<Balance>
      readonly ref?: string
    }
  /** Something was added to what is owed: a fee, a cost. */
  | {
      readonly kind: 'charge'
      readonly on: LocalDate
      readonly amount: Minor
      readonly part: Exclude<Part, 'principal'>
      readonly ref?: string
      readonly source?: Source
    }
  /** The creditor took something back: a credit note, a waiver. */
  | {
      readonly kind: 'credit'
      readonly on: LocalDate
      readonly amount: Minor
      readonly part: Part
      readonly ref?: string
    }

export type Obligation = {
  readonly currency: Currency
  readonly principal: Minor
  /** The first day that bears interest; absent while the debtor is not in default. */
  readonly interestFrom?: LocalDate
  readonly interest: InterestRule
  readonly allocation: AllocationRule
  /** Whether the day of a payment, and the day asked for, still bears interest. */
  readonly paymentDayCounts: boolean
  readonly entries: readonly Entry[]
  readonly trust: Trust
}
