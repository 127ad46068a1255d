// The guard before anything reaches a debtor: a demand above what the country allows is refused, with the rule, what was
// demanded and what is allowed. Shared code: it asks every country through the same questions.

import type { Country, LawSettings } from '../countries/country.ts'
import { missingIn } from '../duties/index.ts'
import { type Result, accept } from '../refusals/index.ts'
import { collectionFindings, courtFindings, flatFindings } from './costs.ts'
import type { Demand, DemandRefusal, Finding } from './demand.ts'
import { interestFindings } from './interest.ts'
import { letterFindings } from './letters.ts'

const CHECKS = [letterFindings, flatFindings, interestFindings, collectionFindings, courtFindings, statementFindings]

/** Everything in a demand that the law does not allow, and what cannot be told. Empty where all of it may be demanded. */
export function findingsIn(
  demand: Demand,
  country: Country,
  settings: LawSettings = country.settings,
): readonly Finding[] {
  return CHECKS.flatMap((check) => check(demand, country, settings))
}

/** Refuses with the first finding. */
export function checkDemand(
  demand: Demand,
  country: Country,
  settings: LawSettings = country.settings,
): Result<undefined, DemandRefusal> {
  const [refusal] = findingsIn(demand, country, settings)
  return refusal === undefined ? accept(undefined) : { ok: false, refusal }
}

/** Statements that the law asks of a writing and that it does not make; the fact `statement` is the catalogue's key. */
function statementFindings({ writings = [] }: Demand, country: Country): Finding[] {
  return writings.flatMap((writing) =>
    missingIn(writing, country.duties).map(({ statement, source }): Finding => ({
      code: 'statement_missing',
      facts: { rule: source.citation, statement, occasion: writing.occasion },
    })),
  )
}
