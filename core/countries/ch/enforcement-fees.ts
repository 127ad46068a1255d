// Fees of the enforcement offices (GebV SchKG) by the claim: payment order (art. 16), bankruptcy threat on the same scale (art. 39),
// seizure (art. 20), further copies at half the fee. Postage comes on top and differs by office, so it is given. Seizure above
// 100,000 francs is not established.

import { type Line, inMoney, line } from '../../explanations/index.ts'
import { type LawRefusal, type Series, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import type { LocalDate } from '../../calendar/index.ts'
import { type Minor, ZERO, minor, portion, sum } from '../../money/index.ts'
import { type Result, accept, refuse } from '../../refusals/index.ts'

export type EnforcementAct = 'payment_order' | 'bankruptcy_threat' | 'seizure' | 'further_copy'

type Band = { readonly upTo: Minor; readonly fee: Minor }

/** Whole francs: up to and including this claim, this fee. */
const bands = (...pairs: readonly (readonly [number, number])[]): readonly Band[] =>
  pairs.map(([upTo, fee]) => ({ upTo: minor(upTo * 100), fee: minor(fee * 100) }))

const ABOVE = 1e13

export const PAYMENT_ORDER_FEES: Series<readonly Band[]> = seriesOf(
  'ch.series.payment_order_fees',
  { citation: 'Art. 16 Abs. 1, Art. 39 GebV SchKG', confidence: 'high' },
  [['1997-01-01', bands([100, 7], [500, 20], [1000, 40], [10_000, 60], [100_000, 90], [1_000_000, 190], [ABOVE, 400])]],
)

export const SEIZURE_FEES: Series<readonly Band[]> = seriesOf(
  'ch.series.seizure_fees',
  { citation: 'Art. 20 GebV SchKG', confidence: 'medium' },
  [['1997-01-01', bands([100, 10], [500, 25], [1000, 45], [10_000, 65], [100_000, 90])]],
)

export type FeeNote = { readonly fees: Minor; readonly total: Minor; readonly why: Line }
export type FeeRefusal = LawRefusal | 'court_no_tariff'

/** Fees of acts on one claim, and with the postage that the office asks. */
export function enforcementFees(
  acts: readonly EnforcementAct[],
  claim: Minor,
  on: LocalDate,
  postage: Minor = ZERO,
): Result<FeeNote, FeeRefusal> {
  const lines: Line[] = []
  for (const act of acts) {
    const fee = feeLine(act, claim, on)
    if (!fee.ok) return fee
    lines.push(fee.value)
  }
  const fees = sum(lines.map(({ amount }) => amount ?? ZERO))
  const total = minor(fees + postage)
  const posted =
    postage === 0 ? line('ch.fees.without_postage', { amount: ZERO }) : line('ch.fees.postage', { amount: postage })
  return accept({ fees, total, why: line('ch.fees.total', { amount: total, lines: [...lines, posted] }) })
}

function feeLine(act: EnforcementAct, claim: Minor, on: LocalDate): Result<Line, FeeRefusal> {
  const found = factOn(act === 'seizure' ? SEIZURE_FEES : PAYMENT_ORDER_FEES, on)
  if (!found.ok) return found
  const { fact, marks } = found.value
  const band = fact.value.find(({ upTo }) => claim <= upTo)
  if (band === undefined) return refuse('court_no_tariff', { act, value: claim })
  const amount = act === 'further_copy' ? portion(band.fee, 1, 2, 'half_up') : band.fee
  return accept(
    line(`ch.fees.${act}`, { amount, quantities: { claim: inMoney(claim) }, sources: [sourceOf(fact)], marks }),
  )
}
