// Where a payment goes: official costs that the creditor advanced may be taken first (art. 68 SchKG); then, as recalled, costs
// and interest before the principal (art. 85 OR). What was recalled is refused unless trusted; the same order may be agreed.

import type { AllocationRule, Part, SeveralRule } from '../../allocation/index.ts'
import { day } from '../../calendar/index.ts'
import { type LawRefusal, type Series, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { choice } from './settings.ts'

const ORDER: readonly Part[] = ['court', 'costs', 'charges', 'flat', 'interest', 'principal']

export const PAYMENT_ORDER: Series<readonly Part[]> = seriesOf(
  'ch.allocation.statute',
  { citation: 'Art. 68 SchKG; Art. 85 Abs. 1 OR', confidence: 'low' },
  [['1997-01-01', ORDER]],
)

const AGREED: AllocationRule = {
  name: 'ch.allocation.agreed',
  order: ORDER,
  source: { citation: 'Vereinbarung der Parteien; Art. 68 SchKG', confidence: 'high' },
}

/** Refused unless facts of low confidence are trusted, or the order was agreed. */
export function allocation(settings: LawSettings): Result<AllocationRule, LawRefusal> {
  if (choice(settings, 'payment_order') === 'agreed') return accept(AGREED)
  const found = factOn(PAYMENT_ORDER, day('2026-01-01'), settings.trust)
  if (!found.ok) return found
  const { fact } = found.value
  return accept({ name: 'ch.allocation.statute', order: fact.value, source: sourceOf(fact) })
}

/** Which debt comes first is not in our sources: the payer names it, else the one due earliest. */
export const SEVERAL_DEBTS: SeveralRule = { criteria: ['due', 'older'], otherwise: 'in_proportion' }
