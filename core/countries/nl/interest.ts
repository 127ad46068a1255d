// By which rule late interest runs: the general rate or the trade rate, compounded on each anniversary of the first interest day
// (art. 6:119 lid 2, 6:119a lid 3 BW); an agreed rate stays simple. Each period is rounded by itself, as practice does. A rate
// agreed below the statutory one is taken as agreed; the interest that a judgement may grant in addition is left out.

import type { LocalDate } from '../../calendar/index.ts'
import { type LawRefusal, factOn, sourceOf } from '../../facts/index.ts'
import { type InterestRule, type RatePeriod, type YearBasis, agreedRule, interestRule } from '../../interest/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import type { Millionths } from '../../money/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { GENERAL_RATES, OLD_CONTRACT_POINTS, TRADE_POINTS, TRADE_RATES } from './rates.ts'

/** The base is the ECB's rate for main refinancing operations. */
const OVER_ECB = 'nl.interest.over_ecb'

type Kind = 'general' | 'trade' | 'trade_old'

/** Contracts from this day on bear eight points over the ECB's rate. */
const EIGHT_POINTS_SINCE = '2013-03-16'

/** The rule of a claim. Refused for a trade contract from before 2013-03-16, unless facts of low confidence are trusted. */
export function interest(facts: ClaimFacts, settings: LawSettings): Result<InterestRule, LawRefusal> {
  if (facts.agreedRate !== undefined) return accept(agreed(facts.agreedRate, settings.yearBasis))
  if (!isTrade(facts)) return accept(statutory('general', settings.yearBasis))
  if (facts.contractOn >= EIGHT_POINTS_SINCE) return accept(statutory('trade', settings.yearBasis))
  const points = factOn(OLD_CONTRACT_POINTS, EIGHT_POINTS_SINCE as LocalDate, settings.trust) // a day, as written above
  return points.ok ? accept(statutory('trade_old', settings.yearBasis)) : points
}

/** A trade contract (art. 6:119a lid 1 BW): a price between businesses. */
export function isTrade(facts: Pick<ClaimFacts, 'debtor' | 'forPerformance'>): boolean {
  return facts.debtor === 'business' && facts.forPerformance
}

const kept = new Map<string, InterestRule>()

function agreed(rate: Millionths, yearBasis: YearBasis): InterestRule {
  return keptUnder(`agreed:${rate}:${yearBasis}`, () =>
    agreedRule(
      rate,
      { citation: 'art. 6:119 lid 3 BW', confidence: 'medium' },
      { yearBasis, rounding: 'each_period', compounding: 'never', yearsApart: true },
    ),
  )
}

/** A statutory rule; also what a calculator asks that knows only the kind of rate. */
export function statutory(kind: Kind, yearBasis: YearBasis): InterestRule {
  return keptUnder(`${kind}:${yearBasis}`, () => {
    const series = kind === 'general' ? GENERAL_RATES : TRADE_RATES
    const source = { citation: kind === 'general' ? 'art. 6:119 BW' : 'art. 6:119a BW', confidence: 'high' } as const
    const way = { yearBasis, rounding: 'each_period', compounding: 'yearly' } as const
    return interestRule(`nl.interest.${kind}`, source, periodsOf(kind), way, series.knownUntil)
  })
}

function keptUnder(name: string, make: () => InterestRule): InterestRule {
  const found = kept.get(name)
  if (found) return found
  const made = make()
  kept.set(name, made)
  return made
}

function periodsOf(kind: Kind): RatePeriod[] {
  if (kind === 'general') {
    return GENERAL_RATES.facts.map((fact) => period(fact.from, fact.value, sourceOf(fact))).toReversed()
  }
  return TRADE_RATES.facts
    .map((fact): RatePeriod => {
      const published = TRADE_POINTS.facts.find((points) => points.from <= fact.from)?.value
      if (published === undefined) return period(fact.from, fact.value, sourceOf(fact))
      const base = minus(fact.value, published)
      if (kind === 'trade' || fact.from < EIGHT_POINTS_SINCE) {
        return {
          ...period(fact.from, fact.value, sourceOf(fact)),
          made: { base, points: published, wording: OVER_ECB },
        }
      }
      return oldContract(fact.from, base)
    })
    .toReversed()
}

// As the period of newer contracts, with the points that older ones keep.
function oldContract(from: LocalDate, base: Millionths): RatePeriod {
  const [points] = OLD_CONTRACT_POINTS.facts
  if (points === undefined) throw new TypeError('the points of older contracts are missing')
  const rate = (base + points.value) as Millionths // whole millionths added
  return {
    ...period(from, rate, sourceOf(points)),
    made: { base, points: points.value, wording: OVER_ECB },
    marks: ['low_confidence'],
  }
}

function period(from: LocalDate, rate: Millionths, source: RatePeriod['source']): RatePeriod {
  return { from, rate, source, marks: [] }
}

function minus(rate: Millionths, points: Millionths): Millionths {
  return (rate - points) as Millionths // whole millionths subtracted
}
