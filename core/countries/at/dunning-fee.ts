// What a creditor's own reminders may cost the debtor: the ordinance does not price them. Between businesses the forty euros
// cover them, more only against proof; a consumer owes what was necessary and proportionate, or a fee agreed and tied to the
// claim (§ 1333 (2), § 879 ABGB). Nothing is owed for letters before default, nor by a debtor who is not at fault.

import type { DunningFeeLimit } from '../../collection-costs/index.ts'
import { line } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { ZERO } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { lateFrom } from './late-payment.ts'

const FAULT: Source = { citation: '§ 1333 Abs. 2 ABGB', confidence: 'high' }
const CONSUMER: Source = { citation: '§ 1333 Abs. 2, § 879 ABGB', confidence: 'medium' }
const BUSINESS: Source = { citation: '§ 458 UGB; § 1333 Abs. 2 ABGB', confidence: 'medium' }

export function dunningFeeLimit(facts: ClaimFacts, settings: LawSettings): DunningFeeLimit {
  if (!facts.debtorAtFault) {
    return { perLetter: ZERO, freeLetters: 0, why: line('at.dunning.no_fault', { amount: ZERO, sources: [FAULT] }) }
  }
  const sources = [facts.debtor === 'business' ? BUSINESS : CONSUMER]
  const late = lateFrom(facts, settings)
  const chargeable = late.late ? { chargeableFrom: late.from } : {}
  return { freeLetters: 0, ...chargeable, why: line(`at.dunning.${facts.debtor}`, { sources }) }
}
