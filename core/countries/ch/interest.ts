// Late interest: 5 percent a year (art. 104 (1) OR), or what was agreed. It bears no interest itself (art. 105 (3) OR). The higher
// discount rate among merchants (art. 104 (3) OR) was only recalled and is left out.

import { type LawRefusal, type Series, type Source, seriesOf, sourceOf } from '../../facts/index.ts'
import { type InterestRule, type YearBasis, agreedRule, interestRule } from '../../interest/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { type Millionths, percent } from '../../money/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'

const SOURCE: Source = { citation: 'Art. 104 Abs. 1 OR; Art. 105 Abs. 3 OR', confidence: 'high' }
const WAY = { rounding: 'each_period', compounding: 'never' } as const

export const LATE_RATE: Series<Millionths> = seriesOf('ch.interest', SOURCE, [['1912-01-01', percent('5')]])

const RULES: Readonly<Record<YearBasis, InterestRule>> = {
  'act/365': statutory('act/365'),
  'act/360': statutory('act/360'),
  'act/act': statutory('act/act'),
}

/** Never refused: the rate has been the same since 1912. */
export function interest({ agreedRate }: ClaimFacts, { yearBasis }: LawSettings): Result<InterestRule, LawRefusal> {
  return accept(agreedRate === undefined ? RULES[yearBasis] : agreed(agreedRate, yearBasis))
}

export function agreed(rate: Millionths, yearBasis: YearBasis): InterestRule {
  return agreedRule(rate, SOURCE, { yearBasis, ...WAY })
}

function statutory(yearBasis: YearBasis): InterestRule {
  const periods = LATE_RATE.facts.map((fact) => ({
    from: fact.from,
    rate: fact.value,
    source: sourceOf(fact),
    marks: [],
  }))
  return interestRule('ch.interest', SOURCE, periods, { yearBasis, ...WAY })
}
