// The maxima that a collection agency may charge (VO BGBl. 141/1996 idF BGBl. II 490/2001, 103/2005), as the text prints them
// since 2002: § 3 for the debtor, step by step and by the size of the claim. Net of VAT and before the index of § 4 (2).
// Amounts of travel (§ 3 Z 4) are not established; the schilling amounts until 2001 are left out.

import { type Series, type Source, seriesOf } from '../../facts/index.ts'
import { type Millionths, type Minor, minor, percent } from '../../money/index.ts'

/** further_step: second and later reminders, telephone, instalment, deferral and settlement agreements. */
export type TariffItem =
  | 'processing'
  | 'first_reminder'
  | 'further_step'
  | 'file_keeping'
  | 'address_search'
  | 'address_search_elsewhere'
  | 'address_search_abroad'
  | 'income_inquiry'

/** Amounts move with the index; percentages of the claim do not. */
export type Cap = { readonly amount: Minor } | { readonly percent: Millionths }

/** Up to and including this claim; the last band has no end. */
export type Band = { readonly upTo: Minor; readonly cap: Cap }

export type Tariff = Readonly<Record<TariffItem, readonly Band[]>>

const [TO_19, TO_73, TO_364, TO_727, ABOVE] = [1900, 7300, 36_400, 72_700, 1e15].map(minor) as [
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
] // five in, five out

const cents = (upTo: Minor, amount: number): Band => ({ upTo, cap: { amount: minor(amount) } })
const share = (upTo: Minor, rate: string): Band => ({ upTo, cap: { percent: percent(rate) } })

const DEBTOR_SIDE: Tariff = {
  processing: [cents(TO_73, 2035), share(TO_364, '22'), share(TO_727, '17'), share(ABOVE, '8')],
  first_reminder: [cents(TO_19, 436), cents(TO_73, 727), cents(TO_364, 1453), cents(TO_727, 2471), cents(ABOVE, 5087)],
  further_step: [cents(TO_19, 509), cents(TO_73, 945), cents(TO_364, 1744), cents(TO_727, 2762), cents(ABOVE, 5814)],
  file_keeping: [cents(TO_19, 291), cents(TO_73, 436), cents(TO_364, 1017), cents(ABOVE, 2035)],
  // In the same municipality; elsewhere in Austria; abroad. Seen in schillings, brought to euros as all other amounts were.
  address_search: [cents(ABOVE, 1744)],
  address_search_elsewhere: [cents(ABOVE, 3052)],
  address_search_abroad: [cents(ABOVE, 10_174)],
  income_inquiry: [cents(ABOVE, 5087)],
}

const SOURCE = { citation: 'VO BGBl. 141/1996 § 3 idF BGBl. II 490/2001, 103/2005', confidence: 'high' } as const

/** What the text says of an item; the euro amounts of address searches were not seen in it. */
export function sourceOfItem(source: Source, item: TariffItem): Source {
  return item.startsWith('address_search') ? { ...source, confidence: 'medium' } : source
}

export const TARIFF: Series<Tariff> = seriesOf('at.collection_costs', SOURCE, [['2002-01-01', DEBTOR_SIDE]])
