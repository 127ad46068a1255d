// A payment made straight to the creditor ("Zahlung empfangen"), at any time and also in part. The creditor books it on
// the invoice first: principal, then its own charges and interest, then the partner's costs (the debtor's determination,
// § 366 (1) BGB, taken as paying the invoice it names). What is beyond everything owed is kept as overpaid, never lost.

import type { LocalDate } from '../calendar/index.ts'
import { type Account, type Amounts, COMPONENTS, type Transfer, fromDebtor, transfer } from '../ledger/index.ts'
import { AMOUNT_MAX, type Currency, type Minor, ZERO, least, minor, subtract, sum } from '../money/index.ts'
import { type Result, accept, refuse } from '../refusals/index.ts'

export type DirectMethod = 'cash' | 'transfer' | 'card' | 'direct_debit' | 'other'

export type Payable = {
  readonly invoiceId: string
  readonly state: 'open' | 'collection' | 'paid' | 'written_off' | 'cancelled'
  /** A partner works on the claim: also when nothing is open any more, until it has closed its case. */
  readonly atPartner: boolean
  readonly currency: Currency
  readonly open: Amounts
  readonly invoiceDate: LocalDate
}

export type DirectPayment = { readonly amount: Minor; readonly on: LocalDate; readonly method: DirectMethod }

export type Allocation = Amounts & { readonly overpaid: Minor }

export type DirectEffect = {
  readonly allocation: Allocation
  readonly openAfter: Amounts
  readonly transfers: readonly Transfer[]
  /** A partner works on the claim: it must be told. */
  readonly toBeReported: boolean
  /** The principal is paid now while the partner's costs are still open. */
  readonly costsRemain: boolean
}

export type DirectRefusal =
  | 'amount_not_positive'
  | 'amount_too_large' // amount
  | 'payment_in_future'
  | 'payment_before_invoice'
  | 'payment_on_cancelled'
  | 'payment_on_written_off'

/** What a direct payment would do: shown before saving and done at saving by the same rule. */
export function decideDirectPayment(
  payable: Payable,
  payment: DirectPayment,
  today: LocalDate,
): Result<DirectEffect, DirectRefusal> {
  if (payment.amount <= 0) return refuse('amount_not_positive')
  if (payment.amount > AMOUNT_MAX) return refuse('amount_too_large', { amount: payment.amount })
  if (payment.on > today) return refuse('payment_in_future', { on: payment.on })
  if (payment.on < payable.invoiceDate) return refuse('payment_before_invoice', { invoiceDate: payable.invoiceDate })
  if (payable.state === 'cancelled') return refuse('payment_on_cancelled')
  if (payable.state === 'written_off') return refuse('payment_on_written_off')
  const allocation = allocate(payment.amount, payable.open)
  const openAfter = reduce(payable.open, allocation)
  const receiver = receivingAccount(payment.method)
  return accept({
    allocation,
    openAfter,
    transfers: [
      ...fromDebtor(payable.invoiceId, allocation, () => receiver, payable.currency, payment.on),
      ...transfer(
        receiver,
        { kind: 'overpaid', invoiceId: payable.invoiceId },
        allocation.overpaid,
        payable.currency,
        payment.on,
      ),
    ],
    toBeReported: payable.atPartner,
    costsRemain: payable.atPartner && openAfter.principal === 0 && openAfter.costs > 0,
  })
}

/** Spreads an amount over what is open, in the order principal, charges, interest, costs. The parts sum to the amount. */
export function allocate(amount: Minor, open: Amounts): Allocation {
  let rest = amount
  const parts: Record<keyof Amounts, Minor> = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
  for (const component of COMPONENTS) {
    parts[component] = least(rest, open[component])
    rest = subtract(rest, parts[component])
  }
  return { ...parts, overpaid: rest }
}

export function reduce(open: Amounts, by: Amounts): Amounts {
  const rest = (component: keyof Amounts): Minor => {
    const left = subtract(open[component], by[component])
    if (left < 0) throw new RangeError(`more paid than open: ${component}`)
    return left
  }
  return { principal: rest('principal'), charges: rest('charges'), interest: rest('interest'), costs: rest('costs') }
}

export function increase(open: Amounts, by: Amounts): Amounts {
  const more = (component: keyof Amounts): Minor => minor(open[component] + by[component])
  return { principal: more('principal'), charges: more('charges'), interest: more('interest'), costs: more('costs') }
}

export function totalOf(amounts: Amounts): Minor {
  return sum(COMPONENTS.map((component) => amounts[component]))
}

/** The account a direct payment arrives in; only cash is in the cash book. */
export function receivingAccount(method: DirectMethod): Account {
  switch (method) {
    case 'cash':
      return { kind: 'cash' }
    case 'card':
      return { kind: 'card' }
    case 'transfer':
    case 'direct_debit':
    case 'other':
      return { kind: 'bank' }
  }
}

/** The answer to a payment's transfers: the same amounts the other way round, dated today. */
export function answerTransfers(transfers: readonly Transfer[], on: LocalDate): Transfer[] {
  return transfers.map((one) => ({ ...one, debit: one.credit, credit: one.debit, on }))
}
