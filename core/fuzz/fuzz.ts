// Runs any number of cases and counts. The same seed gives the same cases, so that a failure can be had again.

import type { Country } from '../countries/index.ts'
import { type FuzzCase, caseOf } from './cases.ts'
import { verdictOn } from './faults.ts'

export type FuzzReport = {
  readonly passed: number
  /** Of the passed: those whose law is not known or not trusted. */
  readonly refused: Readonly<Record<string, number>>
  readonly failed: number
  readonly firstFailure?: { readonly index: number; readonly fault: string; readonly case: object }
}

/** Asks about so many cases of the countries; a refusal counts as passed. */
export function fuzz(seed: number, count: number, countries: readonly Country[]): FuzzReport {
  const refused: Record<string, number> = {}
  let [passed, failed] = [0, 0]
  let firstFailure: FuzzReport['firstFailure']
  for (let index = 0; index < count; index++) {
    const one = caseOf(seed, index, countries)
    const verdict = verdictOn(one)
    if (verdict.kind === 'failed') {
      failed += 1
      firstFailure ??= { index, fault: verdict.fault, case: writable(one) }
    } else passed += 1
    if (verdict.kind === 'refused') refused[verdict.code] = (refused[verdict.code] ?? 0) + 1
  }
  return { passed, refused, failed, ...(firstFailure === undefined ? {} : { firstFailure }) }
}

// A case as it can be written down: the country by its code.
function writable({ country, ...rest }: FuzzCase): object {
  return { country: country.code, ...rest }
}
