// Seeded chance, so that a run can be repeated: the same seed kills at the same moments and does the same things.
import { createHash } from 'node:crypto'

export type Chance = {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
}

export function chanceOf(seed: string): Chance {
  let drawn = 0
  return {
    below(below) {
      drawn += 1
      return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE() % below
    },
  }
}
