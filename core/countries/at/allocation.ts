// Where a payment goes (§§ 1415, 1416 ABGB): by agreement, by the payer's dedication unless the creditor objects, else interest
// before principal. The statute names no costs; that practice serves them first was only recalled. Several debts are served
// from the oldest due one, its interest before its principal (RS0105482). Time-barred interest is left out.

import type { AllocationRule, Part, SeveralRule } from '../../allocation/index.ts'
import { type LawRefusal, type Series, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { INTEREST_KNOWN_UNTIL } from './interest.ts'
import { choice } from './settings.ts'

const COSTS: readonly Part[] = ['court', 'costs', 'charges', 'flat']
const COSTS_FIRST: readonly Part[] = [...COSTS, 'interest', 'principal']

/** The practice that costs come first: usable only where facts of low confidence are trusted. */
export const COSTS_BEFORE_INTEREST: Series<readonly Part[]> = seriesOf(
  'at.allocation.costs_first',
  { citation: '§ 1416 ABGB analog', confidence: 'low' },
  [['1900-01-01', COSTS_FIRST]],
)

const STATUTE: AllocationRule = {
  name: 'at.allocation.statute',
  order: ['interest', 'principal', ...COSTS],
  source: { citation: '§ 1416 ABGB', confidence: 'high' },
}

const AGREED: AllocationRule = {
  name: 'at.allocation.agreed',
  order: COSTS_FIRST,
  source: { citation: '§ 1415 ABGB', confidence: 'high' },
}

/** Refused where costs are to come first by practice alone and nobody trusts what is not established. */
export function allocation(settings: LawSettings): Result<AllocationRule, LawRefusal> {
  const position = choice(settings, 'costs_position')
  if (position === 'after_principal') return accept(STATUTE)
  if (position === 'agreed_before_interest') return accept(AGREED)
  const found = factOn(COSTS_BEFORE_INTEREST, INTEREST_KNOWN_UNTIL, settings.trust)
  if (!found.ok) return found
  const { fact } = found.value
  return accept({ name: 'at.allocation.costs_first', order: fact.value, source: sourceOf(fact) })
}

export const SEVERAL_DEBTS: SeveralRule = { criteria: ['due', 'older', 'more_burdensome'], otherwise: 'in_order' }
