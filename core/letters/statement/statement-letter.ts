// The debtor's cost sheet ("Forderungsaufstellung"): everything that is demanded on one day, what each part rests
// on, what was paid and on what it was credited. What a debtor needs to check every cent (in Germany also what
// § 13a RDG and § 367 BGB make him ask for).

import type { LocalDate } from '../../calendar/index.ts'
import type { Language } from '../../explanations/index.ts'
import type { Currency, Minor } from '../../money/index.ts'
import type { Address, PartyName } from '../../parties/index.ts'
import type { Sender } from '../sender.ts'

export type StatementLetter = {
  readonly language: Language
  /** The day of the letter, and the day for which the sum is stated. */
  readonly day: LocalDate
  readonly asOf: LocalDate
  readonly currency: Currency
  readonly creditor: Sender
  readonly debtor: { readonly name: PartyName; readonly address: Address; readonly number?: string }
  /** The creditor's or partner's file number. */
  readonly file?: string
  readonly invoices: readonly StatementInvoice[]
  /** What is owed and why. Rows of depth 0 sum to what the components claim, rows below them to their own. */
  readonly rows: readonly StatementRow[]
  /** Why anything beyond the principal is owed: since when the debtor is late. */
  readonly reasons: readonly StatementReason[]
  readonly payments: readonly StatementPayment[]
  /** In which order payments are credited, and by which rule. */
  readonly allocation?: string
  readonly components: readonly StatementComponent[]
  /** Open on `asOf`: the sum of what is open of the components. */
  readonly total: Minor
  /** Paid beyond what was owed; to be given back. */
  readonly overpaid?: Minor
  readonly payBy?: StatementPayBy
  /** What is added by each day after the one that is asked for, at the last day's rate. */
  readonly perDay?: Minor
  /** What the debtor writes into the transfer. */
  readonly reference: string
  /** Whole sentences below the figures: information duties, a mark that figures are provisional. */
  readonly notes: readonly string[]
}

export type StatementInvoice = {
  readonly number: string
  readonly day: LocalDate
  readonly due: LocalDate
  readonly amount: Minor
  readonly subject?: string
}

export type StatementRow = {
  readonly text: string
  /** "120 Tage × 6,27 % auf 450,00 €" */
  readonly basis?: string
  /** "§ 288 (1) BGB" */
  readonly source?: string
  /** Absent where the row only shows a step of the working. */
  readonly amount?: Minor
  readonly depth: number
}

export type StatementPayment = {
  readonly day: LocalDate
  /** How it came: "Überweisung". */
  readonly text?: string
  readonly amount: Minor
  /** How it was allocated; sums to the amount, less what was beyond all that was owed. */
  readonly parts: readonly { readonly text: string; readonly amount: Minor }[]
  readonly surplus?: Minor
  /** The debtor determined what it was for. */
  readonly determined?: boolean
}

export type StatementReason = { readonly text: string; readonly source?: string }

export type StatementComponent = {
  readonly text: string
  readonly claimed: Minor
  readonly paid: Minor
  readonly open: Minor
}

/** What is asked for where the debtor may take until a later day to pay. */
export type StatementPayBy = { readonly day: LocalDate; readonly amount: Minor }
