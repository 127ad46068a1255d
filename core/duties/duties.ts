// What a letter must tell its reader. A duty names the statement, who owes it, on which occasion and by which law; a letter is
// a list of the statements it makes, and is checked against the duties that hold for it.

import type { LocalDate } from '../calendar/index.ts'
import type { Source } from '../facts/index.ts'
import type { DebtorKind } from '../late-payment/index.ts'

export type Sender = 'creditor' | 'agency' | 'lawyer'

export type Occasion =
  | 'invoice'
  | 'dunning_letter'
  /** The last letter before costs are due, where a country asks for one. */
  | 'warning_letter'
  /** A collector's first letter to this debtor on this claim. */
  | 'first_collection_letter'
  | 'collection_letter'
  | 'plan_offer'
  | 'acknowledgement_request'
  | 'on_request'

/** What must be true of a letter for a duty to hold. */
export type DutyCondition =
  | 'always'
  | 'vat_demanded'
  | 'rate_above_statutory'
  | 'address_from_elsewhere'
  | 'interest_demanded'
  | 'costs_demanded'

export type Duty = {
  /** Key of the statement; the catalogue holds its sentence. */
  readonly statement: string
  readonly senders: readonly Sender[]
  readonly occasions: readonly Occasion[]
  readonly debtors: readonly DebtorKind[]
  readonly when: DutyCondition
  readonly from: LocalDate
  readonly until?: LocalDate
  readonly source: Source
}

export type Letter = {
  readonly sender: Sender
  readonly occasion: Occasion
  readonly debtor: DebtorKind
  readonly on: LocalDate
  readonly conditions: readonly DutyCondition[]
  /** Statements that the letter makes. */
  readonly statements: readonly string[]
}

/** The duties that hold for a letter, whether it keeps them or not. */
export function dutiesOf(letter: Letter, duties: readonly Duty[]): readonly Duty[] {
  return duties.filter(
    (duty) =>
      duty.senders.includes(letter.sender) &&
      duty.occasions.includes(letter.occasion) &&
      duty.debtors.includes(letter.debtor) &&
      (duty.when === 'always' || letter.conditions.includes(duty.when)) &&
      duty.from <= letter.on &&
      (duty.until === undefined || letter.on <= duty.until),
  )
}

/** The duties that a letter misses. Empty where it says all it must. */
export function missingIn(letter: Letter, duties: readonly Duty[]): readonly Duty[] {
  return dutiesOf(letter, duties).filter((duty) => !letter.statements.includes(duty.statement))
}
