// A seeded generator (mulberry32), so that a demo repeats. For pretended data only.

export type Chance = {
  /** 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  readonly pick: <Value>(from: readonly Value[]) => Value
  readonly yes: (percent: number) => boolean
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: (from) => {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    yes: (percent) => below(100) < percent,
  }
}
