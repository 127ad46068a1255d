// Where a payment goes: first where its payer says, then in the order of the law. The parts of a payment always sum to the
// payment; what nobody owes is surplus. Which order holds is a country's fact (§ 367 BGB, § 1416 ABGB, art. 6:44 BW).

import type { Source } from '../facts/index.ts'
import { type Minor, ZERO, add, least, minor, subtract } from '../money/index.ts'

/** What a debtor owes on a claim, apart. */
export const PARTS = ['court', 'costs', 'charges', 'flat', 'interest', 'principal'] as const

/**
 * principal: the invoice. interest: late interest. flat: the flat compensation between businesses. charges: the creditor's own
 * dunning fees and bank charges. costs: collection cost. court: court fees and the cost of the procedure.
 */
export type Part = (typeof PARTS)[number]

export type Balance = Readonly<Record<Part, Minor>>

export const NOTHING_OWED: Balance = {
  court: ZERO,
  costs: ZERO,
  charges: ZERO,
  flat: ZERO,
  interest: ZERO,
  principal: ZERO,
}

export type AllocationRule = {
  readonly name: string
  /** Every part once, the first served first. */
  readonly order: readonly Part[]
  readonly source: Source
}

export type Allocated = {
  readonly parts: Balance
  readonly rest: Balance
  /** Paid beyond what was owed. */
  readonly surplus: Minor
}

/** Serves the named parts first, then the others in the rule's order. The amount is not negative. */
export function allocate(owed: Balance, amount: Minor, rule: AllocationRule, named: readonly Part[] = []): Allocated {
  const parts: Record<Part, Minor> = { ...NOTHING_OWED }
  const rest: Record<Part, Minor> = { ...owed }
  let left = amount
  const serve = (part: Part): void => {
    const share = least(left, rest[part])
    if (share <= 0) return
    parts[part] = add(parts[part], share)
    rest[part] = subtract(rest[part], share)
    left = subtract(left, share)
  }
  named.forEach(serve)
  rule.order.forEach(serve)
  return { parts, rest, surplus: left }
}

/** What is owed altogether. */
export function totalOf(balance: Balance): Minor {
  const { court, costs, charges, flat, interest, principal } = balance
  return minor(court + costs + charges + flat + interest + principal)
}
