// Costs that a partner demands of the debtor for itself, and those it lets go.

import type { LocalDate } from '../calendar/index.ts'
import { type Account, type Amounts, type Component, transfer } from '../ledger/index.ts'
import { type Minor, ZERO, least } from '../money/index.ts'
import { increase, reduce } from '../payments/index.ts'
import { type Before, type NewsOutcome, changed, task } from './outcome.ts'

const only = (component: Component, amount: Minor): Amounts => ({
  principal: ZERO,
  charges: ZERO,
  interest: ZERO,
  costs: ZERO,
  [component]: amount,
})

// What the partner demands for itself becomes owed by the debtor and claimed by the partner; it is no income of the creditor.
export function costAdded(before: Before, amount: Minor, on: LocalDate): NewsOutcome {
  const known = before.knownCost
  // Told again in another message: it is one cost.
  if (known !== undefined)
    return changed(before, {}, known === amount ? [] : [task('amounts_differ', { told: amount, open: known })])
  const { invoiceId, connectionId, currency, total } = before.case
  const costs: Account = { kind: 'debtor', component: 'costs', invoiceId }
  return {
    case: { ...before.case, total: increase(total, only('costs', amount)) },
    money: { ...before.money, open: increase(before.money.open, only('costs', amount)) },
    transfers: transfer(costs, { kind: 'partner_costs', connectionId }, amount, currency, on),
    effects: [],
  }
}

export function costWaived(before: Before, amount: Minor): NewsOutcome {
  const { invoiceId, connectionId, currency, total } = before.case
  const waived = least(least(amount, before.money.open.costs), total.costs)
  return {
    case: { ...before.case, total: reduce(total, only('costs', waived)) },
    money: { ...before.money, open: reduce(before.money.open, only('costs', waived)) },
    transfers: transfer(
      { kind: 'partner_costs', connectionId },
      { kind: 'debtor', component: 'costs', invoiceId },
      waived,
      currency,
      before.today,
    ),
    effects: waived === amount ? [] : [task('amounts_differ', { told: amount, open: waived })],
  }
}
