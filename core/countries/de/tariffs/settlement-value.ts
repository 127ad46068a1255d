// What an instalment agreement is worth when its fee is counted: a share of the claim, because only how it is paid is agreed
// and not whether (§ 31b RVG). Out of court the principal counts; in enforcement interest and costs count, too (§ 25 RVG).

import type { LocalDate } from '../../../calendar/index.ts'
import {
  type LawRefusal,
  type Mark,
  type Series,
  type Source,
  type Trust,
  factOn,
  seriesOf,
  sourceOf,
} from '../../../facts/index.ts'
import { type Millionths, type Minor, factor, percent, shareOf, sum } from '../../../money/index.ts'
import { type Result, accept } from '../../../refusals/index.ts'

export type PaymentPlanTerms = {
  /** The share of the claim that counts. */
  readonly share: Millionths
  /** The multiple of the 1.0 fee. */
  readonly rate: Millionths
  readonly vv: string
}

export const PAYMENT_PLAN: Series<PaymentPlanTerms> = seriesOf(
  'RVG § 31b',
  { citation: '§ 31b RVG', confidence: 'high' },
  [
    ['2021-10-01', { share: percent('50'), rate: factor('0.7'), vv: '1000 Nr. 2' }],
    ['2013-08-01', { share: percent('20'), rate: factor('1.5'), vv: '1000' }],
  ],
)

export type PaymentPlan = {
  readonly orderedOn: LocalDate
  readonly stage: 'out_of_court' | 'in_court' | 'enforcement'
  readonly principal: Minor
  readonly interest: Minor
  readonly costs: Minor
}

export type PaymentPlanValue = PaymentPlanTerms & {
  readonly value: Minor
  readonly source: Source
  readonly marks: readonly Mark[]
}

/** The value, half cents up. Refused before August 2013, when § 31b began. */
export function paymentPlanValue(plan: PaymentPlan, trust?: Trust): Result<PaymentPlanValue, LawRefusal> {
  const terms = factOn(PAYMENT_PLAN, plan.orderedOn, trust)
  if (!terms.ok) return terms
  const { fact, marks } = terms.value
  const claim = plan.stage === 'enforcement' ? sum([plan.principal, plan.interest, plan.costs]) : plan.principal
  return accept({ ...fact.value, value: shareOf(claim, fact.value.share), source: sourceOf(fact), marks })
}
