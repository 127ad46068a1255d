// Forty euros for each late claim between businesses (§ 458 UGB), without proof of loss or fault, for contracts from 16 March
// 2013. They count towards collection costs: only what goes beyond them needs § 1333 (2) ABGB. Never against consumers.

import { type Minor, ZERO, add, least, minor, subtract } from '../../money/index.ts'
import { inMoney, line } from '../../explanations/index.ts'
import { type Series, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import type { ClaimFacts, FlatCompensation } from '../../late-payment/index.ts'

const SOURCE = { citation: '§ 458 UGB idF BGBl. I 50/2013', confidence: 'high' } as const

export const FLAT_SUM: Series<Minor> = seriesOf('at.flat', SOURCE, [['2013-03-16', minor(4000)]])

/** The sum in one, or zero: for consumers, contracts before the law, and claims that are no price of a performance. */
export function flatCompensation(facts: ClaimFacts): FlatCompensation {
  if (facts.debtor === 'consumer') return none('at.flat.consumer')
  if (!facts.forPerformance) return none('at.flat.no_price')
  const found = factOn(FLAT_SUM, facts.contractOn)
  if (!found.ok) return none('at.flat.old_contract')
  const amount = found.value.fact.value
  const quantities = { amount: inMoney(amount) }
  return { amount, why: line('at.flat.due', { amount, quantities, sources: [sourceOf(found.value.fact)] }) }
}

export type FlatAndCosts = { readonly total: Minor; readonly flat: Minor; readonly above: Minor }

/** What a debtor owes for collection altogether: the flat sum is credited on the costs, never added to them. */
export function flatAndCosts(costs: Minor, flat: Minor): FlatAndCosts {
  const above = subtract(costs, least(costs, flat))
  return { total: add(flat, above), flat, above }
}

function none(key: string): FlatCompensation {
  return { amount: ZERO, why: line(key, { amount: ZERO, sources: [SOURCE] }) }
}
