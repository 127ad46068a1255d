// A dunning policy held against the law before it is used: what its letters would cost a debtor who pays nothing, and whether
// the invoice says what the law asks for. The policy is tried on an invoice due on a given day, with no due day agreed in the
// contract, so that the first letter must bring about default.

import { type LocalDate, addDays } from '../calendar/index.ts'
import type { Country, LawSettings } from '../countries/country.ts'
import type { Letter } from '../duties/index.ts'
import type { DebtorKind } from '../late-payment/index.ts'
import type { Millionths, Minor } from '../money/index.ts'
import { findingsIn } from './check.ts'
import type { Demand, Finding } from './demand.ts'

export type PolicyLetter = {
  readonly daysAfterDue: number
  readonly fee: Minor
  /** Keys of the statements that its text makes. */
  readonly statements: readonly string[]
}

export type DunningPolicy = {
  readonly debtor: DebtorKind
  /** An example of what is owed. */
  readonly principal: Minor
  /** The due day on which the policy is tried: its law is asked. */
  readonly dueOn: LocalDate
  readonly letters: readonly PolicyLetter[]
  /** Statements of the invoice. */
  readonly invoiceStatements: readonly string[]
  /** Whether the invoice carries the notice that puts a consumer in default by time alone. */
  readonly invoiceNotice: boolean
  readonly interestRate?: Millionths
  readonly flat?: Minor
}

/** Everything in a policy that the country's law does not allow; empty where it may be used. */
export function policyFindings(
  policy: DunningPolicy,
  country: Country,
  settings: LawSettings = country.settings,
): readonly Finding[] {
  return findingsIn(triedOn(policy, country, settings), country, settings)
}

function triedOn(policy: DunningPolicy, country: Country, settings: LawSettings): Demand {
  const claim = claimOf(policy)
  const late = country.lateFrom(claim, settings)
  const last = claim.remindersReceivedOn.at(-1) ?? policy.dueOn
  const { interestRate: rate, flat } = policy
  return {
    claim,
    letters: policy.letters.map(({ daysAfterDue, fee }) => ({ on: addDays(policy.dueOn, daysAfterDue), fee })),
    ...(flat === undefined ? {} : { flat }),
    ...(rate === undefined || !late.late ? {} : { interest: { rate, from: late.interestFrom, until: last } }),
    writings: [writing(policy, 'invoice', policy.dueOn, policy.invoiceStatements), ...lettersOf(policy)],
  }
}

function claimOf({ debtor, principal, dueOn, invoiceNotice, letters }: DunningPolicy): Demand['claim'] {
  return {
    debtor,
    principal,
    contractOn: dueOn,
    dueOn,
    dueAgreed: false,
    invoiceNotice,
    remindersReceivedOn: letters.map(({ daysAfterDue }) => addDays(dueOn, daysAfterDue)),
    forPerformance: true,
    debtorAtFault: true,
  }
}

function lettersOf(policy: DunningPolicy): readonly Letter[] {
  return policy.letters.map(({ daysAfterDue, statements }) =>
    writing(policy, 'dunning_letter', addDays(policy.dueOn, daysAfterDue), statements),
  )
}

function writing(
  { debtor, interestRate }: DunningPolicy,
  occasion: Letter['occasion'],
  on: LocalDate,
  statements: readonly string[],
): Letter {
  const conditions = interestRate === undefined ? [] : (['interest_demanded'] as const)
  return { sender: 'creditor', occasion, debtor, on, conditions, statements }
}
