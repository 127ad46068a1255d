// Fees of one kind at different rates for parts of a matter come together to no more than the highest of the rates on all
// parts (§ 15 Abs. 3 RVG): an order for payment that is filed for one part and ends early for another.

import type { LocalDate } from '../../../calendar/index.ts'
import { type Line, inMoney } from '../../../explanations/index.ts'
import type { LawRefusal, Trust } from '../../../facts/index.ts'
import { type Millionths, type Minor, ZERO, add, factor, shareOf, subtract, sum } from '../../../money/index.ts'
import { type Result, accept } from '../../../refusals/index.ts'
import { rvgUnit } from './rvg.ts'

type Part = { readonly vv: string; readonly rate: Millionths; readonly value: Minor }

/** Numbers of the same activity, apart only in their rate. */
const KINDS = [
  ['3305', '3306'],
  ['3100', '3101'],
  ['1000', '1003'],
]

/** The fees as they are, the last of a kind lowered where together they are above the highest rate on the whole. */
export function cappedByWhole(
  parts: readonly Part[],
  fees: readonly Line[],
  orderedOn: LocalDate,
  trust?: Trust,
): Result<readonly Line[], LawRefusal> {
  const capped = [...fees]
  for (const kind of KINDS) {
    const places = parts.flatMap((part, place) => (kind.includes(part.vv) ? [place] : []))
    const last = places.at(-1)
    if (places.length < 2 || last === undefined) continue
    const ofKind = parts.filter((part) => kind.includes(part.vv))
    const highest = ofKind.reduce((rate, part) => (part.rate > rate ? part.rate : rate), factor('0'))
    const unit = rvgUnit(sum(ofKind.map((part) => part.value)), orderedOn, trust)
    if (!unit.ok) return unit
    const most = shareOf(unit.value.unit, highest)
    const before = sum(places.slice(0, -1).map((place) => fees[place]?.amount ?? ZERO))
    const fee = fees[last]
    if (fee?.amount === undefined || add(before, fee.amount) <= most) continue
    capped[last] = lowered(fee, subtract(most, before), most)
  }
  return accept(capped)
}

function lowered(fee: Line, amount: Minor, most: Minor): Line {
  return {
    ...fee,
    key: 'de.costs.fee_parts',
    amount,
    quantities: { ...fee.quantities, most: inMoney(most) },
    sources: [...fee.sources, { citation: '§ 15 Abs. 3 RVG', confidence: 'high' }],
  }
}
