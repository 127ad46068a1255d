// An attempt on a claim that was written off: a partner tries once more, and nobody has to go on with it. The loss stays
// booked. What is tried is owed again against `attempted`; what comes in of it moves on to `recovered`, income of the day on
// which it came; what does not is given up again. Costs of an earlier case are not tried: they were that partner's.

import type { LocalDate } from '../calendar/index.ts'
import { type Account, type Amounts, COMPONENTS, type Transfer, fromDebtor, transfer } from '../ledger/index.ts'
import { type Minor, ZERO, add, least, subtract, sum } from '../money/index.ts'
import type { Claim } from './claim.ts'

export type AttemptChange = {
  readonly claim: Pick<Claim, 'state' | 'open' | 'writtenOff'>
  readonly transfers: readonly Transfer[]
}

const NOTHING: Amounts = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }

/** What of a written-off claim can be handed over; `writtenOff`: what the ledger holds as given up, by component. */
export function attemptable({ principal, charges }: Amounts): Amounts {
  return { ...NOTHING, principal, charges }
}

/** Makes amounts of a written-off claim owed again. */
export function beginAttempt(claim: Claim, amounts: Amounts, today: LocalDate): AttemptChange {
  const { id: invoiceId, currency } = claim
  return {
    claim: {
      state: 'collection',
      open: amounts,
      writtenOff: subtract(claim.writtenOff, sum(Object.values(amounts))),
    },
    transfers: COMPONENTS.flatMap((component) =>
      transfer({ kind: 'debtor', component, invoiceId }, against(component), amounts[component], currency, today),
    ),
  }
}

/** Gives up what is still open. */
export function endAttempt(claim: Claim, today: LocalDate): AttemptChange {
  return {
    claim: {
      state: 'written_off',
      open: NOTHING,
      writtenOff: add(claim.writtenOff, sum(Object.values(claim.open))),
    },
    transfers: fromDebtor(claim.id, claim.open, against, claim.currency, today),
  }
}

// The partner's costs were never part of what was tried: given up, they are written off like any others.
function against(component: keyof Amounts): Account {
  return component === 'costs' ? { kind: 'write_off' } : { kind: 'attempted' }
}

/** `attempted`: what is being tried on the invoice; `recovered`: what the payment has recovered of it so far. */
export type Tried = { readonly attempted: Minor; readonly recovered: Minor }

const MONEY: ReadonlySet<Account['kind']> = new Set(['bank', 'cash', 'card', 'held_by_partner', 'overpaid'])

/** What a transfer of a payment means for what is tried: recovered by money that comes, and no longer by money that goes back. */
export function recoveryOf({ debit, credit, amount, currency, on }: Transfer, tried: Tried): Transfer[] {
  const [attempted, recovered] = [{ kind: 'attempted' }, { kind: 'recovered' }] as const
  if (isClaim(credit) && MONEY.has(debit.kind))
    return transfer(attempted, recovered, least(amount, tried.attempted), currency, on)
  if (isClaim(debit) && MONEY.has(credit.kind))
    return transfer(recovered, attempted, least(amount, tried.recovered), currency, on)
  return []
}

function isClaim(account: Account): boolean {
  return account.kind === 'debtor' && account.component !== 'costs'
}
