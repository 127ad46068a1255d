// Which multiple of the 1.0 fee may be demanded for collecting out of court (VV 2300 RVG with its notes). Undisputed claims:
// half a fee within two weeks of the first letter, then 0.9, up to 1.3 where specially extensive, for orders since October 2021.
// Disputed claims and older orders: 1.3, more only where extensive, never above 2.5. Silence is no dispute.

import { type LocalDate, addDays, day } from '../../calendar/index.ts'
import type { CollectionQuestion } from '../../collection-costs/index.ts'
import { type Series, type Source, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import { type Millionths, factor } from '../../money/index.ts'

type Rates = { readonly usual: Millionths; readonly most: Millionths; readonly simple?: Millionths }

const RANGE = { usual: factor('1.3'), most: factor('2.5') }

export const CONTESTED_RATES: Series<Rates> = seriesOf<Rates>(
  'VV 2300 RVG',
  { citation: 'VV 2300 Anm. 1 RVG', confidence: 'high' },
  [['2004-07-01', RANGE]],
)

export const UNCONTESTED_RATES: Series<Rates> = seriesOf<Rates>(
  'VV 2300 Anm. 2 RVG',
  { citation: 'VV 2300 Anm. 2 RVG', confidence: 'high' },
  [
    ['2021-10-01', { simple: factor('0.5'), usual: factor('0.9'), most: factor('1.3') }],
    ['2004-07-01', RANGE, { citation: 'VV 2300 RVG in the wording until 2021-09-30' }],
  ],
)

/** Paid within this many days of the first letter, a case was a simple one. */
export const SIMPLE_CASE_DAYS = 14

export type CollectionRate = { readonly rate: Millionths; readonly key: string; readonly source: Source }

/** The highest multiple for the day asked about; a lower one where the question names it. */
export function collectionRate(question: CollectionQuestion): CollectionRate {
  const most = highestRate(question)
  const chosen = question.rate === undefined ? most.rate : factor(question.rate)
  return chosen < most.rate ? { ...most, rate: chosen, key: 'de.costs.fee' } : most
}

function highestRate(question: CollectionQuestion): CollectionRate {
  const found = factOn(question.disputed ? CONTESTED_RATES : UNCONTESTED_RATES, question.engagedOn)
  if (!found.ok) throw new TypeError('an order of this day has no fee table and was refused before')
  const { simple, usual, most } = found.value.fact.value
  const source = sourceOf(found.value.fact)
  if (question.extensive) return { rate: most, key: 'de.costs.fee_extensive', source }
  if (simple !== undefined && question.on <= simpleUntil(question)) {
    return { rate: simple, key: 'de.costs.fee_simple', source }
  }
  const key = question.disputed ? 'de.costs.fee_disputed' : simple === undefined ? 'de.costs.fee' : 'de.costs.fee_usual'
  return { rate: usual, key, source }
}

/** The last day of the simple case; without a first letter the case is still simple. */
function simpleUntil({ steps }: CollectionQuestion): LocalDate {
  const letters = steps.filter((step) => step.kind === 'first_letter').map((step) => step.on)
  const first = letters.toSorted().at(0)
  return first === undefined ? day('9999-12-31') : addDays(first, SIMPLE_CASE_DAYS)
}
