// How interest runs on a claim: the rates by day, how a year is counted, where cents are rounded, and whether interest bears
// interest. A country builds such a rule from its facts (core/countries); an agreed rate is a rule with one period.

import { type LocalDate, toEpochDay } from '../calendar/index.ts'
import type { Mark, Source } from '../facts/index.ts'
import type { Millionths } from '../money/index.ts'

/**
 * act/365: days by the calendar over 365, leap years too. act/act: over the days of the year they fall in (365 or 366).
 * act/360: days by the calendar over 360.
 */
export type YearBasis = 'act/365' | 'act/act' | 'act/360'

/**
 * once: the exact sum is rounded where the account is struck (a payment, a cost, the day asked for).
 * each_period: every stretch of one rate and one base is rounded by itself. Both half up.
 */
export type InterestRounding = 'once' | 'each_period'

export type RatePeriod = {
  /** The first day of this rate. */
  readonly from: LocalDate
  /** Percent per year. */
  readonly rate: Millionths
  /** Where the rate is a base rate with points on top. */
  readonly made?: {
    readonly base: Millionths
    readonly points: Millionths
    /** Key of the sentence, where the base has a name of its own; quantities as of `interest.stretch.over_base`. */
    readonly wording?: string
  }
  readonly source: Source
  readonly marks: readonly Mark[]
}

export type InterestRule = {
  /** Names the rule in explanations: the catalogue holds a sentence for it. */
  readonly name: string
  readonly source: Source
  /** Earliest first, without gaps. */
  readonly periods: readonly RatePeriod[]
  /** The days of `periods`' beginnings, counted from 1970-01-01. */
  readonly starts: readonly number[]
  /** The last day whose rate is published, as counted day; Infinity where the rate is fixed. */
  readonly knownUntil: number
  readonly yearBasis: YearBasis
  readonly rounding: InterestRounding
  /** yearly: on each anniversary of the first interest day, unpaid interest joins the base. */
  readonly compounding: 'never' | 'yearly'
  /** Each year from the first interest day is a period of its own for rounding, though unpaid interest never joins the base. */
  readonly yearsApart?: boolean
}

export type InterestWay = Pick<InterestRule, 'yearBasis' | 'rounding' | 'compounding' | 'yearsApart'>

/** Puts a rule together. Throws where the periods are not in order: a fault in the data, never in the asking. */
export function interestRule(
  name: string,
  source: Source,
  periods: readonly RatePeriod[],
  way: InterestWay,
  knownUntil?: LocalDate,
): InterestRule {
  const starts = periods.map((period) => toEpochDay(period.from))
  if (starts.length === 0 || starts.some((start, index) => index > 0 && start <= (starts[index - 1] ?? start))) {
    throw new TypeError(`${name}: periods stand earliest first, at least one`)
  }
  return {
    name,
    source,
    periods,
    starts,
    knownUntil: knownUntil === undefined ? Infinity : toEpochDay(knownUntil),
    ...way,
  }
}

/** A rate agreed in the contract: the same on every day. */
export function agreedRule(rate: Millionths, source: Source, way: InterestWay): InterestRule {
  const from = '1900-01-01' as LocalDate // written out here as a day, and before any claim
  return interestRule('interest.agreed', source, [{ from, rate, source, marks: [] }], way)
}

/** The place of the period that holds on a day; -1 before the first. */
export function periodAt(rule: InterestRule, epochDay: number): number {
  let low = 0
  let high = rule.starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rule.starts[middle] ?? 0) <= epochDay) low = middle + 1
    else high = middle
  }
  return low - 1
}
