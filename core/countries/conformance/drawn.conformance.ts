// Cases of one country, drawn by fast-check's seed: what the generator of core/fuzz makes, for properties.

import fc from 'fast-check'
import { claimStatement } from '../../calculations/index.ts'
import type { LocalDate } from '../../calendar/index.ts'
import { type FuzzCase, caseOf } from '../../fuzz/index.ts'
import type { Statement } from '../../statement/index.ts'
import type { Country } from '../country.ts'

const SEED = fc.noShrink(fc.integer({ min: 0, max: 0x7fff_ffff }))

/** Any case of the country, with everything trusted, so that few are refused. */
export function anyCase(country: Country): fc.Arbitrary<FuzzCase> {
  return SEED.map((seed) => shown(trusting(caseOf(seed, 0, [country]))))
}

/** As drawn, with the trust that the generator chose. */
export function anyTrust(country: Country): fc.Arbitrary<FuzzCase> {
  return SEED.map((seed) => shown(caseOf(seed, 0, [country])))
}

// In a report of a failure, the country stands by its code.
function shown(of: FuzzCase): FuzzCase {
  const written = JSON.stringify({ ...of, country: of.country.code })
  return Object.assign(of, { [fc.toStringMethod]: () => written })
}

function trusting(of: FuzzCase): FuzzCase {
  return { ...of, settings: { ...of.settings, trust: { lowConfidence: true, provisional: true } } }
}

/** The statement of a case on a day; undefined where the law of that day is not known. */
export function statementOn(of: FuzzCase, on: LocalDate = of.claim.on): Statement | undefined {
  const answer = claimStatement(of.country, { ...of.claim, on }, of.settings)
  return answer.ok ? answer.value.statement : undefined
}

/** Interest that has run, paid or not. */
export function accruedIn(statement: Statement): number {
  return statement.steps.reduce((all, { accrued }) => all + accrued, 0)
}
