// Checks what an agency billed for taking a case up against the text's amount: whether the index of the year would have to be
// higher than it is (VO BGBl. 141/1996 §§ 3, 4).

import { MILLION, type Millionths, type Minor, portion } from '../../money/index.ts'
import { capOf } from './caps.ts'
import { TEXT_AMOUNTS, ratio } from './index-factor.ts'
import type { Tariff, TariffItem } from './tariff.ts'

export type BilledCheck = {
  readonly net: Minor
  /** The maximum before the index. */
  readonly capInText: Minor
  /** The index factor from which the bill would be allowed. */
  readonly factorNeeded: Millionths
}

/** Net is taken out of the gross sum, half up. */
export function checkBilled(
  tariff: Tariff,
  item: TariffItem,
  claim: Minor,
  gross: Minor,
  vat: Millionths,
): BilledCheck {
  const net = portion(gross, MILLION, MILLION + vat, 'half_up')
  const reading = { claim, percentageBase: claim, index: TEXT_AMOUNTS.factor, bandsIndexed: false }
  const capInText = capOf(tariff, item, reading).amount
  return { net, capInText, factorNeeded: ratio(net, capInText, 'half_up') }
}
