// The steps of the policy that holds for a claim, as far as its status and its next step ask for them. Which policy that is, is
// known to who reads the claim; core/dunning has the whole policy.

export type LadderStep = {
  /** 0 is the friendly reminder, which raises no level. */
  readonly level: number
  /** Days that the letter gives to pay. */
  readonly periodDays: number
}

/** In the order of the levels. */
export type Ladder = readonly LadderStep[]

/** The level after whose letter nothing is left but collection; 0 where no step raises a level. */
export function lastLevelOf(ladder: Ladder): number {
  return ladder.at(-1)?.level ?? 0
}
