// When a debtor is late, and from which day interest runs: the facts that the law asks about and the answer's shape. Each
// country answers from its own facts (§ 286 BGB, § 1334 ABGB, art. 6:81 ff. BW).

import type { LocalDate } from '../calendar/index.ts'
import type { Line } from '../explanations/index.ts'
import type { Millionths, Minor } from '../money/index.ts'

export type DebtorKind = 'consumer' | 'business'

/** What is known about a claim. What nobody knows is absent or false: never preset in the creditor's favour. */
export type ClaimFacts = {
  readonly debtor: DebtorKind
  readonly principal: Minor
  /** The day of the contract; decides which regime holds. */
  readonly contractOn: LocalDate
  /** Of a continuing contract: the day on which what is charged was performed. Some reforms took in old contracts from a day on. */
  readonly continuingPerformedOn?: LocalDate
  readonly dueOn: LocalDate
  /** The due day was agreed in the contract (or counts from an agreed event), not only printed on the invoice. */
  readonly dueAgreed: boolean
  readonly invoiceReceivedOn?: LocalDate
  /** Goods or services were received on this day; counts in some countries where nobody knows when the invoice came. */
  readonly performanceReceivedOn?: LocalDate
  /** The invoice told a consumer what happens after thirty days. */
  readonly invoiceNotice: boolean
  /** Days on which reminders reached the debtor; only those after the due day count. */
  readonly remindersReceivedOn: readonly LocalDate[]
  /** Reminders that gave time to pay: where the law says so, default waits for its end. Not repeated among the others. */
  readonly remindersWithTerm?: readonly { readonly receivedOn: LocalDate; readonly payBy: LocalDate }[]
  /** The debtor refused for good on this day. */
  readonly refusedOn?: LocalDate
  /** The price of goods or services, not damages or a loan. */
  readonly forPerformance: boolean
  /** The delay is the debtor's fault; where it is not, some countries grant less. */
  readonly debtorAtFault: boolean
  /** Percent per year agreed in the contract, instead of the statutory rate. */
  readonly agreedRate?: Millionths
  /** Part of the country whose holidays hold where payment is due: a Land, a canton. */
  readonly region?: string
}

export type LateStart =
  | {
      readonly late: true
      /** The first day of default. */
      readonly from: LocalDate
      /** The first day that bears interest. */
      readonly interestFrom: LocalDate
      readonly why: Line
    }
  /** Not late, and no day is fixed on which it would become late by itself. */
  | { readonly late: false; readonly why: Line }

/** Compensation in one sum for late payment between businesses; zero where none is due. */
export type FlatCompensation = { readonly amount: Minor; readonly why: Line }
