// How much of what a creditor charged for its own letters may be demanded: all of it, less what single letters cost beyond the law.
// For claims whose fees were charged already, as before a handover.

import type { Country, LawSettings } from '../countries/country.ts'
import type { ClaimFacts } from '../late-payment/index.ts'
import { type Minor, ZERO, least, minor, sum } from '../money/index.ts'
import { type ChargedLetter, type Finding, amountIn } from './demand.ts'
import { letterFindings } from './letters.ts'

export type AllowedCharges = {
  /** The most that may be demanded for all letters together, in minor units. */
  readonly allowed: Minor
  /** The first letter that costs too much; absent where none does. */
  readonly finding?: Finding
}

/** Letters in the order in which they went out, the free ones too: which may cost something depends on its place. */
export function allowedCharges(
  claim: ClaimFacts,
  letters: readonly ChargedLetter[],
  country: Country,
  settings: LawSettings = country.settings,
): AllowedCharges {
  const findings = letterFindings({ claim, letters }, country, settings)
  const excess = sum(findings.map((each) => minor(amountIn(each, 'demanded') - amountIn(each, 'allowed'))))
  const charged = sum(letters.map(({ fee }) => fee))
  const allowed = minor(Math.max(ZERO, charged - least(excess, charged)))
  const [finding] = findings
  return finding === undefined ? { allowed } : { allowed, finding }
}
