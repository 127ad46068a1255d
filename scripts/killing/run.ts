// Plays so many moments on one house and counts. A moment passes when nothing was lost and nothing happened twice.

export type Outcome = { readonly passed: number; readonly failed: number }

/** What happened in a moment, in a few words, and what is wrong after it, in sentences. */
export type Played = { readonly what: string; readonly faults: readonly string[] }

export type KillTest<House extends { readonly close: () => Promise<void> }> = {
  readonly openHouse: () => Promise<House>
  readonly playMoment: (house: House, seed: string, index: number) => Promise<Played>
}

export type Moments = { readonly first?: number; readonly last: number; readonly seed: string }

export async function runMoments<House extends { readonly close: () => Promise<void> }>(
  { openHouse, playMoment }: KillTest<House>,
  { first = 1, last, seed }: Moments,
  say: (line: string) => void,
): Promise<Outcome> {
  const house = await openHouse()
  let passed = 0
  try {
    for (let index = first; index <= last; index += 1) {
      const started = Date.now()
      const { what, faults } = await playMoment(house, seed, index)
      say(`${faults.length === 0 ? 'passed' : 'FAILED'} moment ${index}: ${what}, ${Date.now() - started} ms`)
      for (const fault of faults) say(`  ${fault}`)
      if (faults.length === 0) passed += 1
    }
  } finally {
    await house.close()
  }
  return { passed, failed: last - first + 1 - passed }
}
