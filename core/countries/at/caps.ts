// The maximum of one step (VO BGBl. 141/1996 §§ 3, 4): the band of the claim, its amount times the index, or its percentage of
// the whole claim, so that the maximum falls where a band begins. Whether the bands move with the index is a setting.

import { MILLION, type Millionths, type Minor, portion, shareOf } from '../../money/index.ts'
import type { Cap, Tariff, TariffItem } from './tariff.ts'

export type CapQuestion = {
  readonly claim: Minor
  /** What percentages are taken of: the claim, or the claim with the creditor's own costs. */
  readonly percentageBase: Minor
  readonly index: Millionths
  readonly bandsIndexed: boolean
}

export type CapFound = { readonly amount: Minor; readonly cap: Cap }

/** Net cents, half up. */
export function capOf(tariff: Tariff, item: TariffItem, question: CapQuestion): CapFound {
  const { claim, percentageBase, index, bandsIndexed } = question
  const scale = bandsIndexed ? index : MILLION
  const band = tariff[item].find(
    ({ upTo }, at, all) => at === all.length - 1 || claim <= portion(upTo, scale, MILLION, 'half_up'),
  )
  if (band === undefined) throw new TypeError(`no band for ${item}`)
  const { cap } = band
  return { cap, amount: 'percent' in cap ? shareOf(percentageBase, cap.percent) : shareOf(cap.amount, index) }
}
