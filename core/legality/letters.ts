// What the creditor's own letters may cost the debtor: the letter that brings about default is free in some countries, no letter
// may cost anything before default, and each has its limit where the law or the courts name one. Where only actual cost counts,
// no sum can be called too high here.

import type { Country, LawSettings } from '../countries/country.ts'
import { ZERO } from '../money/index.ts'
import { type Demand, type Finding, above } from './demand.ts'

export function letterFindings({ claim, letters = [] }: Demand, country: Country, settings: LawSettings): Finding[] {
  if (letters.every(({ fee }) => fee <= 0)) return []
  const { perLetter, freeLetters, chargeableFrom, why } = country.dunningFeeLimit(claim, settings)
  return letters.flatMap(({ on, fee }, index) => {
    if (fee <= 0) return []
    const letter = { letter: index + 1 }
    const free = index < freeLetters || (chargeableFrom !== undefined && on < chargeableFrom)
    if (free) return [above('letter_must_be_free', fee, ZERO, why, letter)]
    if (perLetter === undefined || fee <= perLetter) return []
    return [above('dunning_fee_above_law', fee, perLetter, why, letter)]
  })
}
