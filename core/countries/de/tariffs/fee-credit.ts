// What counts towards a note from an earlier stage of the same matter: half of the Geschäftsgebühr, at most 0.75 (Vorbem. 3 Abs.
// 4 VV RVG), or a fee that the statute credits in full.

import { type Line, line } from '../../../explanations/index.ts'
import type { Source } from '../../../facts/index.ts'
import { type Minor, ZERO, factor, least, shareOf, subtract } from '../../../money/index.ts'
import { type FeeItem, type Priced, product } from './fee-item.ts'
import { atLeast } from './value-fees.ts'

/** A fee that counts towards this note: half of it (Vorbem. 3 Abs. 4 VV, at most 0.75), or the whole multiple named. */
export type FeeCredit = FeeItem & { readonly share: 'whole' | 'half' }

const HALF = factor('0.5')
const CREDIT_RATE_MAX = factor('0.75')

/** Nothing is credited on these: the enforcement order's fee, hearings, settlements. */
const UNCREDITED = ['3308', '3104', '1000', '1000 Nr. 1', '1000 Nr. 2', '1003']

/** Whether earlier fees count towards this one. */
export function takesCredit({ vv }: FeeItem): boolean {
  return !UNCREDITED.includes(vv)
}

/** Lines with negative amounts that never exceed `most`, the fees that they count towards. */
export function creditLines(credits: readonly Priced<FeeCredit>[], most: Minor): readonly Line[] {
  let room = most
  return credits.map(({ item, unit: { unit, minimum, marks } }) => {
    const amount = least(credited(item, unit, minimum), room)
    room = subtract(room, amount)
    return line(item.share === 'half' ? 'de.costs.credit_half' : 'de.costs.credit', {
      amount: subtract(ZERO, amount),
      quantities: product(item, unit),
      sources: [CREDIT],
      marks,
    })
  })
}

const CREDIT: Source = { citation: 'Vorbem. 3 Abs. 4 VV RVG', confidence: 'high' }

function credited(credit: FeeCredit, unit: Minor, minimum: Minor): Minor {
  const plain = shareOf(unit, credit.rate)
  if (credit.share === 'whole') return plain
  return least(shareOf(atLeast(plain, minimum), HALF), shareOf(unit, CREDIT_RATE_MAX))
}
