// There is no scale of what a collector may charge to the debtor: damage beyond interest must be proved, and exceeds it only
// with fault (art. 106 OR). So the question is refused. The creditor's own reminders cost only what was agreed in clear figures.

import type { CollectionQuestion, CostNote, CostRefusal, DunningFeeLimit } from '../../collection-costs/index.ts'
import { line } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { ZERO } from '../../money/index.ts'
import { type Result, refuse } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { lateFrom } from './late-payment.ts'
import { choice } from './settings.ts'

const BY_CONTRACT: Source = { citation: 'Art. 104, 106 OR', confidence: 'medium' }

/** Always refused. */
export function collectionCosts({ collector }: CollectionQuestion): Result<CostNote, CostRefusal> {
  return refuse('costs_no_tariff', { law: 'Art. 106 OR', collector })
}

/** Nothing for a reminder, unless a fee was agreed: then the contract's figure holds, from default on, and the law names none. */
export function dunningFeeLimit(facts: ClaimFacts, settings: LawSettings): DunningFeeLimit {
  const sources = [BY_CONTRACT]
  if (choice(settings, 'reminder_fee') === 'not_agreed') {
    return { perLetter: ZERO, freeLetters: 0, why: line('ch.dunning.not_agreed', { amount: ZERO, sources }) }
  }
  const late = lateFrom(facts, settings)
  const chargeable = late.late ? { chargeableFrom: late.from } : {}
  return { freeLetters: 0, ...chargeable, why: line('ch.dunning.agreed', { sources }) }
}
