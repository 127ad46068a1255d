// What partner news makes of the invoice: its open amounts, and whether it is still in collection.

import type { Claim, ClaimState } from '@mahnwerk/core/claims'
import { type Case, type CaseMoney, isActive } from '@mahnwerk/core/cases'

export function invoiceAfter(claim: Claim, state: Case, money: CaseMoney): Pick<Claim, 'open' | 'overpaid' | 'state'> {
  const rest = money.open.principal + money.open.charges + money.open.interest + money.open.costs
  return { open: money.open, overpaid: money.overpaid, state: stateAfter(claim.state, rest, isActive(state.processing)) }
}

// Paid is paid, whoever got the money; what is open goes back to the creditor once the partner is done with it.
function stateAfter(before: ClaimState, rest: number, active: boolean): ClaimState {
  if (before === 'written_off' || before === 'cancelled') return before
  if (rest === 0) return 'paid'
  return active ? 'collection' : 'open'
}
