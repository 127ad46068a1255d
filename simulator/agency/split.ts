// How a payment is spread over what is open. § 367 BGB: costs, then interest, then principal, unless the payer says
// otherwise. The parts always sum to the payment; what is too much is `overpaid`.

import type { PaymentSplit } from '@mahnwerk/core/cases'
import { type Minor, ZERO, add, least, minor, subtract } from '@mahnwerk/core/money'

export type Part = 'principal' | 'charges' | 'interest' | 'costs'
export type Open = Readonly<Record<Part, Minor>>

export const NOTHING: PaymentSplit = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO, overpaid: ZERO }

export function totalOf(open: Open): Minor {
  return minor(open.principal + open.charges + open.interest + open.costs)
}

/** Spreads an amount over the open parts in the order given. */
export function splitPayment(amount: Minor, open: Open, order: readonly Part[]): PaymentSplit {
  const split = { ...NOTHING }
  let rest = amount
  for (const part of order) {
    split[part] = least(rest, open[part])
    rest = subtract(rest, split[part])
  }
  return { ...split, overpaid: rest }
}

export function lowered(open: Open, by: PaymentSplit): Open {
  return {
    principal: subtract(open.principal, by.principal),
    charges: subtract(open.charges, by.charges),
    interest: subtract(open.interest, by.interest),
    costs: subtract(open.costs, by.costs),
  }
}

/** Takes a split back. */
export function raised(open: Open, by: PaymentSplit): Open {
  return {
    principal: add(open.principal, by.principal),
    charges: add(open.charges, by.charges),
    interest: add(open.interest, by.interest),
    costs: add(open.costs, by.costs),
  }
}
