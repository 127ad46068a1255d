// Default interest by § 288 BGB: points over the base rate by who owes and since when, without interest on interest (§ 289). An
// agreed rate replaces it (§ 288 Abs. 3). Interest while a suit is pending is the same (§ 291). Left out: the 5 percent between
// merchants from the due day (§§ 352, 353 HGB), and creditors who are consumers themselves (5 points, whoever owes).

import { type LawRefusal, type Series, type Source, factOn, seriesOf } from '../../facts/index.ts'
import { type InterestRule, type RatePeriod, type YearBasis, agreedRule, interestRule } from '../../interest/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { type Millionths, percent } from '../../money/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { BASE_RATE, BASE_RATE_KNOWN_UNTIL } from './base-rate.ts'
import { day } from '../../calendar/index.ts'
import { regimeDay } from './regime.ts'
import { choice } from './settings.ts'
import { bgb, cited } from './sources.ts'

const EIGHT_POINTS = percent('8')

/** Points over the base rate, by the day whose wording of the law holds (regime.ts). */
const POINTS = {
  consumer: seriesOf('de.points.consumer', bgb('§ 288 Abs. 1'), [['2002-01-01', percent('5')]]),
  /** Businesses, for what is not the price of a performance. */
  other: seriesOf('de.points.other', bgb('§ 288 Abs. 1'), [['2002-01-01', percent('5')]]),
  business: seriesOf('de.points.business', bgb('§ 288 Abs. 2'), [
    ['2014-07-29', percent('9')],
    ['2002-01-01', EIGHT_POINTS, cited('§ 288 Abs. 2 BGB a. F., Art. 229 § 34 EGBGB')],
  ]),
  mortgage: seriesOf('de.points.mortgage', bgb('§ 497 Abs. 4', 'high', 'der Tag des Inkrafttretens ist nicht belegt'), [
    ['2002-01-01', percent('2.5')],
  ]),
} as const satisfies Readonly<Record<string, Series<Millionths>>>

export const INTEREST_SERIES: readonly Series<unknown>[] = [BASE_RATE, ...Object.values(POINTS)]

/** The rule of a claim. Refused for contracts of before 2002. */
export function interest(facts: ClaimFacts, settings: LawSettings): Result<InterestRule, LawRefusal> {
  if (facts.agreedRate !== undefined) {
    return accept(agreedRule(facts.agreedRate, bgb('§ 288 Abs. 3'), wayOf(settings.yearBasis)))
  }
  const kind = kindOf(facts, settings)
  const found = factOn(POINTS[kind], regimeDay(facts), settings.trust)
  if (!found.ok) return found
  const { fact } = found.value
  const old = kind === 'business' && fact.value === EIGHT_POINTS
  const name = old ? 'de.interest.business_old' : `de.interest.${kind}`
  return accept(overBaseRate(fact.value, settings.yearBasis, name, fact))
}

function kindOf(facts: ClaimFacts, settings: LawSettings): keyof typeof POINTS {
  if (facts.debtor === 'consumer') return choice(settings, 'loan') === 'mortgage' ? 'mortgage' : 'consumer'
  return facts.forPerformance ? 'business' : 'other'
}

// A rule is asked for millions of times and differs only by these three.
const kept = new Map<string, InterestRule>()

/** Interest at so many points over the base rate, by a rule that the catalogue has a sentence for. */
export function overBaseRate(points: Millionths, yearBasis: YearBasis, name: string, source: Source): InterestRule {
  const key = `${name}:${points}:${yearBasis}`
  const found = kept.get(key)
  if (found) return found
  const { citation, confidence } = source
  const made = interestRule(
    name,
    { citation, confidence },
    periodsOver(points),
    wayOf(yearBasis),
    day(BASE_RATE_KNOWN_UNTIL),
  )
  kept.set(key, made)
  return made
}

// Half-years of an unchanged base rate are one period: what does not change needs no cut and no line.
function periodsOver(points: Millionths): readonly RatePeriod[] {
  const oldestFirst = BASE_RATE.facts.toReversed()
  const changes = oldestFirst.filter((fact, index) => fact.value !== oldestFirst[index - 1]?.value)
  return changes.map(({ from, value, citation, confidence, note }) => ({
    from,
    rate: (value + points) as Millionths, // a sum of whole millionths is whole
    made: { base: value, points },
    source: cited(citation, confidence, note),
    marks: [],
  }))
}

// § 289 BGB forbids interest on interest; no statute says where cents are rounded: once, where the account is struck.
function wayOf(yearBasis: YearBasis): Pick<InterestRule, 'yearBasis' | 'rounding' | 'compounding'> {
  return { yearBasis, rounding: 'once', compounding: 'never' }
}
