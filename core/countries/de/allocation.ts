// Where a payment goes: costs, interest, principal by § 367 Abs. 1 BGB; with consumer credit costs, principal, interest by
// § 497 Abs. 3 (not with credit secured by land, Abs. 4). A payer may name another order, which the creditor may refuse (§ 367
// Abs. 2). Dunning fees and the flat compensation count as costs. Several debts are served by § 366.

import type { AllocationRule, Part, SeveralRule } from '../../allocation/index.ts'
import type { LawRefusal } from '../../facts/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { choice } from './settings.ts'
import { bgb } from './sources.ts'

const COSTS: readonly Part[] = ['court', 'costs', 'charges', 'flat']

const COSTS_INTEREST_PRINCIPAL: AllocationRule = {
  name: 'de.allocation.general',
  order: [...COSTS, 'interest', 'principal'],
  source: bgb('§ 367 Abs. 1'),
}

const COSTS_PRINCIPAL_INTEREST: AllocationRule = {
  name: 'de.allocation.consumer_loan',
  order: [...COSTS, 'principal', 'interest'],
  source: bgb('§ 497 Abs. 3', 'high', 'Fassung von April 2026; die Änderung zum 20.11.2026 wurde nicht gesehen'),
}

export function allocation(
  { debtor }: Pick<ClaimFacts, 'debtor'>,
  settings: LawSettings,
): Result<AllocationRule, LawRefusal> {
  const loan = debtor === 'consumer' && choice(settings, 'loan') === 'consumer'
  return accept(loan ? COSTS_PRINCIPAL_INTEREST : COSTS_INTEREST_PRINCIPAL)
}

/** § 366 Abs. 2 BGB; the debtor's own choice goes before. */
export const SEVERAL_DEBTS: SeveralRule = {
  criteria: ['due', 'less_secured', 'more_burdensome', 'older'],
  otherwise: 'in_proportion',
}
