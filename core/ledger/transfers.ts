// Transfers as values: what a decision wants posted. Amounts of zero are left out, negative ones are a broken assumption.

import type { LocalDate } from '../calendar/index.ts'
import type { Currency, Minor } from '../money/index.ts'
import { type Account, COMPONENTS, type Component } from './accounts.ts'

export type Transfer = {
  /** Receives. */
  readonly debit: Account
  /** Gives. */
  readonly credit: Account
  readonly amount: Minor
  readonly currency: Currency
  readonly on: LocalDate
}

/** What is owed, or what a payment covers, by component. */
export type Amounts = Readonly<Record<Component, Minor>>

export function transfer(
  debit: Account,
  credit: Account,
  amount: Minor,
  currency: Currency,
  on: LocalDate,
): Transfer[] {
  if (amount < 0) throw new RangeError(`a transfer of ${amount}`)
  return amount === 0 ? [] : [{ debit, credit, amount, currency, on }]
}

/** One transfer per component with an amount, from the debtor's account of it to the account that `receiver` names. */
export function fromDebtor(
  invoiceId: string,
  amounts: Amounts,
  receiver: (component: Component) => Account,
  currency: Currency,
  on: LocalDate,
): Transfer[] {
  return COMPONENTS.flatMap((component) =>
    transfer(receiver(component), { kind: 'debtor', component, invoiceId }, amounts[component], currency, on),
  )
}
