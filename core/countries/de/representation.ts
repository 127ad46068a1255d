// What representation in court costs: the fees of the order for payment (VV 3305, 3306, 3308), of the suit (VV 3100, 3104) and
// of enforcement (VV 3309), with what is credited: half of the Geschäftsgebühr on the first procedure, the order's fee on the
// suit. Collectors charge as lawyers do; for orders before October 2021 they had a limit of their own, which nobody has proved.

import type { CourtQuestion } from '../../court/index.ts'
import {
  type LawRefusal,
  type Mark,
  type Series,
  type Source,
  type Trust,
  factOn,
  seriesOf,
} from '../../facts/index.ts'
import { type Minor, factor } from '../../money/index.ts'
import { type Result, accept, assertNever } from '../../refusals/index.ts'
import type { FeeCredit } from './tariffs/fee-credit.ts'
import type { FeeItem } from './tariffs/fee-item.ts'
import { euros } from './tariffs/value-fees.ts'

/** What a collector could recover at most for an order for payment, all in; null where nothing but the fees limits it. */
export const OLD_COLLECTOR_CAP: Series<Minor | null> = seriesOf<Minor | null>(
  'RDGEG § 4 Abs. 4',
  { citation: '§ 13e RDG', confidence: 'high' },
  [
    ['2021-10-01', null],
    ['2013-08-01', euros('25.00'), { citation: '§ 4 Abs. 4 RDGEG', confidence: 'low' }],
  ],
)

export type Representation = { readonly items: readonly FeeItem[]; readonly credits: readonly FeeCredit[] }

/** The fees of an act. The enforcement order's fee arises only where nobody objected in time. */
export function representation(question: CourtQuestion): Representation {
  const { act, value } = question
  const item = (vv: string, rate: string): FeeItem => ({ vv, rate: factor(rate), value })
  switch (act) {
    case 'order_for_payment': {
      if (question.endedEarly) return { items: [item('3306', '0.5')], credits: feeBefore(question) }
      const order = [item('3305', '1.0')]
      return { items: question.disputed ? order : [...order, item('3308', '0.5')], credits: feeBefore(question) }
    }
    case 'suit': {
      const suit = [item('3100', '1.3'), item('3104', '1.2')]
      if (!question.afterOrderForPayment) return { items: suit, credits: feeBefore(question) }
      return { items: suit, credits: [{ ...item('3305', '1.0'), share: 'whole' }] }
    }
    case 'enforcement':
      return { items: [item('3309', '0.3')], credits: [] }
    default:
      return assertNever(act)
  }
}

/** Half of what was charged out of court for the same claim (Vorbem. 3 Abs. 4 VV). */
function feeBefore({ feeBefore: rate, value }: CourtQuestion): readonly FeeCredit[] {
  return rate === undefined ? [] : [{ vv: '2300', rate: factor(rate), value, share: 'half' }]
}

export type Cap = { readonly most: Minor; readonly source: Source; readonly marks: readonly Mark[] }

/** The old limit of collectors, where it holds; refused unless its uncertain source is trusted. */
export function collectorCap(
  { act, representative }: CourtQuestion,
  orderedOn: CourtQuestion['filedOn'],
  trust: Trust,
): Result<Cap | undefined, LawRefusal> {
  if (act !== 'order_for_payment' || representative !== 'agency') return accept(undefined)
  const found = factOn(OLD_COLLECTOR_CAP, orderedOn, trust)
  if (!found.ok) return found
  const { fact, marks } = found.value
  if (fact.value === null) return accept(undefined)
  return accept({ most: fact.value, source: { citation: fact.citation, confidence: fact.confidence }, marks })
}
