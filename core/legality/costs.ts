// Whether the flat compensation and the costs of collectors, lawyers and courts stay within what the country's tariff allows. A
// country without a tariff answers with its refusal: nothing can be called lawful there without proof.

import type { Country, LawSettings } from '../countries/country.ts'
import { type Demand, type Finding, above } from './demand.ts'

export function flatFindings({ claim, flat }: Demand, country: Country, settings: LawSettings): Finding[] {
  if (flat === undefined || flat <= 0) return []
  const allowed = country.flatCompensation(claim, settings)
  return flat <= allowed.amount ? [] : [above('flat_above_law', flat, allowed.amount, allowed.why)]
}

export function collectionFindings({ collection }: Demand, country: Country, settings: LawSettings): Finding[] {
  if (collection === undefined || collection.demanded <= 0) return []
  const allowed = country.collectionCosts(collection.question, settings)
  if (!allowed.ok) return [allowed.refusal]
  const { gross, why } = allowed.value
  return collection.demanded <= gross ? [] : [above('costs_above_law', collection.demanded, gross, why)]
}

export function courtFindings({ court }: Demand, country: Country, settings: LawSettings): Finding[] {
  if (court === undefined || court.demanded <= 0) return []
  const allowed = country.courtCosts(court.question, settings)
  if (!allowed.ok) return [allowed.refusal]
  const { total, why } = allowed.value
  return court.demanded <= total ? [] : [above('court_costs_above_law', court.demanded, total, why)]
}
