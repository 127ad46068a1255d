// Late interest: 4 percent in general (§§ 1333, 1000 ABGB), also between businesses where the debtor is not at fault; else 9.2
// points over the base rate of the half-year's first day (§ 456 UGB), for contracts before 16 March 2013 8 points over that of
// the day before (§ 352 UGB old). Each half-year is rounded by itself. Claims that are no price bear 4 percent: the safe side.

import { type LocalDate, addDays, addMonths, day } from '../../calendar/index.ts'
import { type LawRefusal, type Series, type Source, type Trust, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import { type InterestRule, type RatePeriod, type YearBasis, agreedRule, interestRule } from '../../interest/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { type Millionths, percent } from '../../money/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { BASE_RATE } from './base-rate.ts'

/** general: 4 percent. business: § 456 UGB. business_old: contracts before it. */
export type Regime = 'general' | 'business' | 'business_old'

/** The last day whose half-year's base rate is known. */
export const INTEREST_KNOWN_UNTIL = day('2026-12-31')

const NEW_CONTRACTS = day('2013-03-16')
const AGREED: Source = { citation: '§ 1333 Abs. 1, § 1000 Abs. 1 ABGB', confidence: 'high' }

export const GENERAL_RATE: Series<Millionths> = seriesOf('at.interest.general', AGREED, [['2002-08-01', percent('4')]])

const OVER_BASE = {
  business: {
    source: { citation: '§ 456 UGB idF BGBl. I 50/2013', confidence: 'high' },
    points: percent('9.2'),
    from: NEW_CONTRACTS,
    firstHalfYear: day('2013-01-01'),
    /** Days from the half-year's first to the day whose base rate counts. */
    baseRateDay: 0,
  },
  business_old: {
    source: { citation: '§ 352 UGB alt, § 1333 Abs. 2 ABGB alt, § 906 Abs. 25 UGB', confidence: 'high' },
    points: percent('8'),
    from: day('2002-08-01'),
    firstHalfYear: day('2002-07-01'),
    baseRateDay: -1,
  },
} as const

/** The rule for a claim: one of those made once, below, as this is asked for each claim of a run. */
export function interest(facts: ClaimFacts, settings: LawSettings): Result<InterestRule, LawRefusal> {
  if (facts.agreedRate !== undefined) return accept(agreed(facts.agreedRate, settings.yearBasis))
  return accept(statutoryRule(regimeOf(facts), settings.yearBasis, settings.trust))
}

export function regimeOf(
  facts: Pick<ClaimFacts, 'debtor' | 'debtorAtFault' | 'forPerformance' | 'contractOn'>,
): Regime {
  if (facts.debtor === 'consumer' || !facts.debtorAtFault || !facts.forPerformance) return 'general'
  return facts.contractOn < NEW_CONTRACTS ? 'business_old' : 'business'
}

/** A rate in the contract, rounded wherever the account is struck. */
export function agreed(rate: Millionths, yearBasis: YearBasis): InterestRule {
  return agreedRule(rate, AGREED, { yearBasis, rounding: 'each_period', compounding: 'never' })
}

export function statutoryRule(regime: Regime, yearBasis: YearBasis, trust: Trust): InterestRule {
  return RULES[regime][yearBasis][trust.provisional && trust.lowConfidence ? 'beyond' : 'sure']
}

/** A base rate with the law's points on top. */
export function overBase(regime: 'business' | 'business_old', base: Millionths): Millionths {
  return (base + OVER_BASE[regime].points) as Millionths // whole plus whole
}

function generalPeriod(): RatePeriod {
  const [fact] = GENERAL_RATE.facts
  if (fact === undefined) throw new TypeError('the general rate is missing')
  return { from: fact.from, rate: fact.value, source: sourceOf(fact), marks: [] }
}

// Every half-year is a period of its own, although the rate may stay: cents are rounded at its end.
function halfYears(regime: 'business' | 'business_old', beyond: boolean): RatePeriod[] {
  const { points, from, firstHalfYear, baseRateDay } = OVER_BASE[regime]
  const last = beyond ? addDays(INTEREST_KNOWN_UNTIL, 1) : INTEREST_KNOWN_UNTIL
  const periods: RatePeriod[] = []
  for (let start: LocalDate = firstHalfYear; start <= last; start = addMonths(start, 6)) {
    const found = factOn(BASE_RATE, addDays(start, baseRateDay), { lowConfidence: true, provisional: true })
    if (!found.ok) throw new TypeError(`no base rate for the half-year of ${start}`)
    const { fact, marks } = found.value
    const rate = overBase(regime, fact.value)
    const [first, source] = [start < from ? from : start, sourceOf(fact)]
    periods.push({ from: first, rate, made: { base: fact.value, points }, source, marks })
  }
  return periods
}

function made(regime: Regime, yearBasis: YearBasis, beyond: boolean): InterestRule {
  const way = { yearBasis, rounding: 'each_period', compounding: 'never' } as const
  if (regime === 'general') return interestRule('at.interest.general', AGREED, [generalPeriod()], way)
  const { source } = OVER_BASE[regime]
  return interestRule(`at.interest.${regime}`, source, halfYears(regime, beyond), way, INTEREST_KNOWN_UNTIL)
}

type Kept = Readonly<Record<YearBasis, { readonly sure: InterestRule; readonly beyond: InterestRule }>>

function everyWay(regime: Regime): Kept {
  const both = (yearBasis: YearBasis): Kept[YearBasis] => ({
    sure: made(regime, yearBasis, false),
    beyond: made(regime, yearBasis, true),
  })
  return { 'act/365': both('act/365'), 'act/act': both('act/act'), 'act/360': both('act/360') }
}

const RULES: Readonly<Record<Regime, Kept>> = {
  general: everyWay('general'),
  business: everyWay('business'),
  business_old: everyWay('business_old'),
}
