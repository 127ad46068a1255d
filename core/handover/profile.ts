// A partner's rules as data: who pays what, what a case costs, what may never happen by itself. Where partners differ,
// the profile decides; no code asks which partner it is.

import type { LocalDate } from '../calendar/index.ts'
import { type Currency, type Minor, ZERO } from '../money/index.ts'

export type PartnerProfile = {
  readonly code: string
  readonly name: string
  readonly countries: readonly string[]
  readonly currencies: readonly Currency[]
  /** The least principal the partner takes. */
  readonly principalMin: Minor
  readonly caseFee: {
    /** No fee until this day, counted from the counter-signature; absent where there is no free time. */
    readonly freeUntil?: LocalDate
    readonly min: Minor
    readonly max: Minor
  }
  /** Who bears the partner's costs in the end: the debtor, or the creditor by the agency's own price. */
  readonly costsBorneBy: 'debtor' | 'creditor'
  /** The creditor lays the costs out when the debtor pays only the principal directly after the partner's letter. */
  readonly creditorAdvancesCosts: boolean
  /** What taking a case back costs the creditor; absent where the contract says nothing about it. */
  readonly stop?: {
    /** Days after the handover in which it costs nothing. */
    readonly freeDays: number
    /** After them the creditor bears what the partner has charged so far. */
    readonly bearsCosts: boolean
    /** After them, in one sum. */
    readonly fee: Minor
  }
  /** Court only after both sides have said yes, on record. */
  readonly courtOnlyByDecision: boolean
  /** Working days until the partner usually accepts. */
  readonly acceptsWithinDays: number
  readonly registerEntry?: string
  readonly association?: string
}

/** The case fee's range for a handover on a day: zero to zero inside the free time. */
export function caseFeeOn(
  profile: PartnerProfile,
  on: LocalDate,
): { readonly min: Minor; readonly max: Minor; readonly free: boolean } {
  const { freeUntil, min, max } = profile.caseFee
  const free = freeUntil !== undefined && on <= freeUntil
  return free ? { min: ZERO, max: ZERO, free } : { min, max, free }
}
