// One fee of a note: a multiple of the 1.0 fee of its value, at least the minimum (§ 13 RVG), under the name of its number.

import { type Line, type Quantity, inMoney, inNumber, inWord, line } from '../../../explanations/index.ts'
import type { Source } from '../../../facts/index.ts'
import { type Millionths, type Minor, shareOf } from '../../../money/index.ts'
import type { FeeUnit } from './rvg.ts'
import { atLeast, rateText } from './value-fees.ts'

/** One fee: its number in the Vergütungsverzeichnis ("2300", "1000 Nr. 2"), the multiple of the 1.0 fee, and the value. */
export type FeeItem = {
  readonly vv: string
  readonly rate: Millionths
  readonly value: Minor
  /** The sentence that says why this rate; the plain one where absent. */
  readonly key?: string
  /** What the rate or the value rests on; the number alone where absent. */
  readonly sources?: readonly Source[]
}

/** An item with the 1.0 fee that holds for it. */
export type Priced<Item extends FeeItem = FeeItem> = { readonly item: Item; readonly unit: FeeUnit }

export function feeLine({ item, unit: { unit, minimum, sources, marks } }: Priced): Line {
  const plain = shareOf(unit, item.rate)
  return line(plain < minimum ? 'de.costs.fee_minimum' : (item.key ?? 'de.costs.fee'), {
    amount: atLeast(plain, minimum),
    quantities: { ...product(item, unit), minimum: inMoney(minimum) },
    sources: [...(item.sources ?? [numbered(item.vv)]), ...sources, ...(plain < minimum ? [MINIMUM] : [])],
    marks,
  })
}

/** A number of the Vergütungsverzeichnis as a source. */
export const numbered = (vv: string): Source => ({ citation: `VV ${vv} RVG`, confidence: 'high' })

const MINIMUM: Source = { citation: '§ 13 Abs. 3 RVG', confidence: 'high' }

/** What every fee is made from. */
export function product({ vv, rate, value }: FeeItem, unit: Minor): Readonly<Record<string, Quantity>> {
  return { fee: inWord(feeName(vv)), rate: inNumber(rateText(rate)), unit: inMoney(unit), value: inMoney(value) }
}

/** Numbers whose name the catalogue knows; others are just a fee. */
const NAMED = ['1000', '1003', '2300', '2301', '3100', '3104', '3305', '3306', '3307', '3308', '3309']

function feeName(vv: string): string {
  const number = /^\d{4}/.exec(vv)?.[0] ?? ''
  return NAMED.includes(number) ? `de.vv.${number}` : 'de.vv.other'
}
