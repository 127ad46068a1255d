// What a check is and how it fails: the first expectation that does not hold ends it, and says what was seen.

export type ConformanceResult = { readonly name: string; readonly passed: boolean; readonly detail: string }

export class Unmet extends Error {}

export function expect(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Unmet(seen)
}

/** Runs one check; any error is a failure, never an exception of the suite. */
export async function judge(name: string, check: () => Promise<void>): Promise<ConformanceResult> {
  try {
    await check()
    return { name, passed: true, detail: '' }
  } catch (error) {
    return { name, passed: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
