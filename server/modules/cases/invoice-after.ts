// What partner news makes of the invoice: its open amounts, and whether it is still in collection.

import type { Claim, ClaimState } from '@mahnwerk/core/claims'
import { type Case, type CaseMoney, isActive } from '@mahnwerk/core/cases'

/** `otherActive`: another case of the invoice is with a partner, such as a second handover while the first case still gets news. */
export function invoiceAfter(
  claim: Claim,
  state: Case,
  money: CaseMoney,
  otherActive: boolean,
): Pick<Claim, 'open' | 'overpaid' | 'state'> {
  const rest = money.open.principal + money.open.charges + money.open.interest + money.open.costs
  const active = otherActive || isActive(state.processing)
  return { open: money.open, overpaid: money.overpaid, state: stateAfter(claim.state, rest, active) }
}

// Paid is paid, whoever got the money; what is open goes back to the creditor once the partner is done with it. Where a
// payment on a closed invoice went back, it is open again.
function stateAfter(before: ClaimState, rest: number, active: boolean): ClaimState {
  if (rest === 0) return before === 'written_off' || before === 'cancelled' ? before : 'paid'
  return active ? 'collection' : 'open'
}
