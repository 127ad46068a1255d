// What interest comes to between two days on an unchanged base. The stretch is cut where the rate changes (and, by act/act, at
// the turn of the year); numerators are whole and exact, and cents are rounded where the rule says, half up.

import { day, fromEpochDay, toEpochDay } from '../calendar/index.ts'
import { MILLION, type Minor, ZERO, divide, divideBig, minor } from '../money/index.ts'
import { type InterestRule, type RatePeriod, periodAt } from './rule.ts'

/** Days at one rate on one base. */
export type Stretch = {
  /** First day, counted from 1970-01-01. */
  readonly from: number
  /** The day after the last. */
  readonly until: number
  readonly base: Minor
  readonly period: RatePeriod
  readonly yearDays: number
  /** Rounded by itself where the rule rounds each period. */
  readonly interest?: Minor
}

/** Cuts days into stretches of one rate. `until` is the day after the last; empty where no day is left. */
export function stretchesOf(rule: InterestRule, base: Minor, from: number, until: number): Stretch[] {
  const stretches: Stretch[] = []
  let index = Math.max(periodAt(rule, from), 0)
  let start = from
  while (start < until) {
    const period = rule.periods[index]
    if (period === undefined) break
    const nextRate = rule.starts[index + 1] ?? Infinity
    const end = Math.min(until, nextRate, rule.yearBasis === 'act/act' ? nextNewYear(start) : Infinity)
    stretches.push(stretch(rule, base, start, end, period))
    start = end
    if (end === nextRate) index += 1
  }
  return stretches
}

/** Cents of interest that the stretches come to together: rounded once, or the sum of what was rounded each by itself. */
export function interestOf(rule: InterestRule, stretches: readonly Stretch[]): Minor {
  if (stretches.length === 0) return ZERO
  if (rule.rounding === 'each_period') {
    let total = 0
    for (const { interest } of stretches) {
      if (interest === undefined) throw new TypeError(`${rule.name}: a stretch that was not rounded by itself`)
      total += interest
    }
    return minor(total)
  }
  return rule.yearBasis === 'act/act' ? overTwoYears(stretches) : overOneYear(stretches, yearDaysOf(rule, 0))
}

/** The exact interest of one stretch as a fraction, for those who show their working: numerator ÷ denominator cents. */
export function exactOf(each: Stretch): { readonly numerator: bigint; readonly denominator: bigint } {
  return {
    numerator: BigInt(each.base) * BigInt(each.period.rate) * BigInt(each.until - each.from),
    denominator: BigInt(each.yearDays) * BigInt(MILLION),
  }
}

function stretch(rule: InterestRule, base: Minor, from: number, until: number, period: RatePeriod): Stretch {
  const yearDays = yearDaysOf(rule, from)
  if (rule.rounding === 'once') return { from, until, base, period, yearDays }
  const alone = { from, until, base, period, yearDays }
  return { ...alone, interest: overOneYear([alone], yearDays) }
}

function yearDaysOf(rule: InterestRule, on: number): number {
  if (rule.yearBasis === 'act/act') return nextNewYear(on) - newYear(on)
  return rule.yearBasis === 'act/360' ? 360 : 365
}

function overOneYear(stretches: readonly Stretch[], yearDays: number): Minor {
  let total = 0
  for (const { base, period, from, until } of stretches) total += base * period.rate * (until - from)
  const denominator = yearDays * MILLION
  if (total < Number.MAX_SAFE_INTEGER) return minor(divide(total, denominator, 'half_up'))
  return minor(divideBig(numeratorSum(stretches), BigInt(denominator), 'half_up'))
}

// Days of leap years count over 366, others over 365; brought to one denominator, rounded once.
function overTwoYears(stretches: readonly Stretch[]): Minor {
  const common = numeratorSum(stretches.filter(({ yearDays }) => yearDays === 365)) * 366n
  const leap = numeratorSum(stretches.filter(({ yearDays }) => yearDays === 366)) * 365n
  return minor(divideBig(common + leap, BigInt(365 * 366) * BigInt(MILLION), 'half_up'))
}

function numeratorSum(stretches: readonly Stretch[]): bigint {
  return stretches.reduce((total, each) => total + exactOf(each).numerator, 0n)
}

function newYear(on: number): number {
  return toEpochDay(day(`${fromEpochDay(on).slice(0, 4)}-01-01`))
}

function nextNewYear(on: number): number {
  const year = Number(fromEpochDay(on).slice(0, 4))
  return toEpochDay(day(`${String(year + 1).padStart(4, '0')}-01-01`))
}
