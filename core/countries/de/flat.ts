// The flat compensation of § 288 Abs. 5 BGB: 40 euros from a debtor in default who is not a consumer, for the price of a performance,
// once per claim and instalment, for contracts from 29 July 2014. It is credited on damages that consist of cost of legal pursuit
// (sentence 3). Not for wages (BAG 8 AZR 26/18), which this software does not claim.

import { type Series, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import { line } from '../../explanations/index.ts'
import type { ClaimFacts, FlatCompensation } from '../../late-payment/index.ts'
import { type Minor, ZERO, add, least, minor, subtract } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { lateFrom } from './late-payment.ts'
import { regimeDay } from './regime.ts'
import { bgb } from './sources.ts'

const FLAT = seriesOf<Minor>('de.flat', bgb('§ 288 Abs. 5'), [['2014-07-29', minor(4000)]])

export const FLAT_SERIES: readonly Series<unknown>[] = [FLAT]

export function flatCompensation(facts: ClaimFacts, settings: LawSettings): FlatCompensation {
  if (facts.debtor === 'consumer') return none('de.flat.consumer')
  if (!facts.forPerformance) return none('de.flat.no_price')
  const found = factOn(FLAT, regimeDay(facts), settings.trust)
  if (!found.ok) return none('de.flat.old_contract')
  if (!lateFrom(facts, settings).late) return none('de.flat.not_late')
  const { fact, marks } = found.value
  return { amount: fact.value, why: line('de.flat.due', { amount: fact.value, sources: [sourceOf(fact)], marks }) }
}

function none(key: string): FlatCompensation {
  return { amount: ZERO, why: line(key, { amount: ZERO, sources: [bgb('§ 288 Abs. 5')] }) }
}

/** What may be demanded beside the flat sum: legal cost beyond it. Together never less than either, never their sum. */
export function creditFlat(flat: Minor, legalCost: Minor): { readonly further: Minor; readonly total: Minor } {
  const further = subtract(legalCost, least(flat, legalCost))
  return { further, total: add(flat, further) }
}
