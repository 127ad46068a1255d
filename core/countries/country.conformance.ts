// What every country must hold, whatever its law: a country that is registered passes all of it, or is told the sentence, figure
// or fact that is missing. Cases are drawn by seed from the generator of core/fuzz, so that a failure names a case to look at.

import { describe } from 'vitest'
import type { Country } from './country.ts'
import { deadlinesHold } from './conformance/deadlines.conformance.ts'
import { factsHold } from './conformance/facts.conformance.ts'
import { figuresHold } from './conformance/figures.conformance.ts'
import { interestHolds } from './conformance/interest.conformance.ts'
import { keysHold } from './conformance/keys.conformance.ts'
import { textsHold } from './conformance/texts.conformance.ts'
import { trustHolds } from './conformance/trust.conformance.ts'

/** Registers the cases of one country with vitest. */
export function conformance(country: Country): void {
  describe(`the law of ${country.names.en}`, () => {
    factsHold(country)
    textsHold(country)
    keysHold(country)
    figuresHold(country)
    interestHolds(country)
    trustHolds(country)
    deadlinesHold(country)
  })
}
