// Which wording of the law of default holds for a claim: the day of the contract decides, not the day of default (Art. 229 § 34
// EGBGB for the reform of 29 July 2014, Art. 229 § 5 for that of 2002). A continuing contract of before comes under the newer
// wording so far as it is performed after a named day.

import { type LocalDate, day } from '../../calendar/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'

const REFORMS = [
  { from: day('2014-07-29'), continuingFrom: day('2016-07-01') },
  { from: day('2002-01-01'), continuingFrom: day('2003-01-01') },
] as const

/** The day whose wording holds: that of the contract, or the first of the newer wording that a continuing contract came under. */
export function regimeDay({
  contractOn,
  continuingPerformedOn,
}: Pick<ClaimFacts, 'contractOn' | 'continuingPerformedOn'>): LocalDate {
  if (continuingPerformedOn === undefined) return contractOn
  const reform = REFORMS.find(({ continuingFrom }) => continuingPerformedOn >= continuingFrom)
  return reform === undefined || reform.from < contractOn ? contractOn : reform.from
}
