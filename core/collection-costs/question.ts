// What may be demanded from a debtor for collecting: the question put to a country and the shape of its answer, a cost note
// whose every sum carries its rule. The same question gives what is demanded and what is allowed at most.

import type { LocalDate } from '../calendar/index.ts'
import type { LawRefusal } from '../facts/index.ts'
import type { Line } from '../explanations/index.ts'
import type { DebtorKind } from '../late-payment/index.ts'
import type { Minor } from '../money/index.ts'

/** Steps that a collector took; some countries price each, others the whole. */
export type CollectionStep = {
  readonly kind:
    | 'first_letter'
    | 'reminder'
    | 'phone_call'
    | 'instalment_plan'
    | 'settlement'
    | 'file_keeping'
    | 'address_search'
    | 'income_inquiry'
    | 'visit'
  readonly on: LocalDate
}

/** The last warning that some countries ask for before costs are due (NL: veertiendagenbrief). */
export type WarningLetter = {
  readonly receivedOn: LocalDate
  /** Whether its wording gives the full term; a faulty letter makes no costs due. */
  readonly valid: boolean
  /** Paid within its term: only the rest bears costs. */
  readonly paidInTerm: Minor
}

export type CollectionQuestion = {
  /** Principals still owed when collection began; several where one demand covers several invoices. */
  readonly principals: readonly Minor[]
  readonly debtor: DebtorKind
  /** The day on which the collector was instructed: decides the tariff. */
  readonly engagedOn: LocalDate
  /** The day for which the question is put. */
  readonly on: LocalDate
  readonly collector: 'agency' | 'lawyer'
  /** The creditor deducts input tax, so VAT on the costs is no loss. */
  readonly creditorDeductsVat: boolean
  /** The debtor had disputed the claim before the collector was instructed. */
  readonly disputed: boolean
  /** Specially extensive or difficult. */
  readonly extensive: boolean
  /** Where rates are counted as multiples of a fee: a lower multiple than the law allows, in decimal text. Never raises it. */
  readonly rate?: string
  readonly steps: readonly CollectionStep[]
  readonly warning?: WarningLetter
  /** Flat compensation that is demanded beside; some countries credit it. */
  readonly flat: Minor
  /** What the creditor spent itself and demands (reminders, bank charges), where a country takes a share of it, too. */
  readonly creditorCosts?: Minor
}

export type CostNote = {
  readonly net: Minor
  readonly vat: Minor
  readonly gross: Minor
  readonly why: Line
}

export type CostRefusal = LawRefusal | 'costs_step_unknown' | 'costs_no_tariff'

/** The most that a creditor's own dunning may cost the debtor, per letter. */
export type DunningFeeLimit = {
  /** Absent where the law names no sum and only actual cost counts. */
  readonly perLetter?: Minor
  /** Letters, counted from the first after the due day, that may cost nothing. */
  readonly freeLetters: number
  /** The first day on which a letter may cost the debtor anything; absent where that cannot be told yet. */
  readonly chargeableFrom?: LocalDate
  readonly why: Line
}
