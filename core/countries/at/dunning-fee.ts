// What a creditor's own reminders may cost the debtor: the ordinance does not price them. Between businesses the forty euros
// cover them, more only against proof; a consumer owes what was necessary and proportionate, or a fee agreed and tied to the
// claim (§ 1333 (2), § 879 ABGB). No sum is named, and none is presumed.

import type { DunningFeeLimit } from '../../collection-costs/index.ts'
import { line } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'

const CONSUMER: Source = { citation: '§ 1333 Abs. 2, § 879 ABGB', confidence: 'medium' }
const BUSINESS: Source = { citation: '§ 458 UGB; § 1333 Abs. 2 ABGB', confidence: 'medium' }

export function dunningFeeLimit({ debtor }: Pick<ClaimFacts, 'debtor'>): DunningFeeLimit {
  const sources = [debtor === 'business' ? BUSINESS : CONSUMER]
  return { freeLetters: 0, why: line(`at.dunning.${debtor}`, { sources }) }
}
