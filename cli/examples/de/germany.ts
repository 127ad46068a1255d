// What the German examples of several topics share: the country, the account of one sum, and segments as the examples print them.

import { type LocalDate, addDays, fromEpochDay, toEpochDay } from '@mahnwerk/core/calendar'
import { type Country, type LawSettings, countryOf } from '@mahnwerk/core/countries'
import { overBaseRate } from '@mahnwerk/core/countries/de'
import type { Source } from '@mahnwerk/core/facts'
import { type InterestRule, type Stretch, type YearBasis, exactOf, stretchesOf } from '@mahnwerk/core/interest'
import { type Millionths, type Minor, ZERO, divideBig, percentText } from '@mahnwerk/core/money'
import { type Entry, type Statement, strike } from '@mahnwerk/core/statement'
import { z } from 'zod'
import { granted } from './inputs.ts'

export function germany(): Country {
  const country = countryOf('DE')
  if (country === undefined) throw new TypeError('Germany is a country of this house')
  return country
}

const SOURCE: Source = { citation: '§ 288 BGB', confidence: 'high' }

/** The example names the points; the base rate is the country's. */
export function rulePlus(points: Millionths, yearBasis: YearBasis): InterestRule {
  return overBaseRate(points, yearBasis, 'de.interest.example', SOURCE)
}

export const yearBasis = z
  .enum(['act_365', 'act_act', 'act_360'])
  .transform((text): YearBasis => text.replace('_', '/') as YearBasis) // the same three, written with a slash
  .default('act/365')

/** § 367 or § 497 Abs. 3 BGB, as the country's setting that stands for it. */
export const allocationRule = z
  .union([z.enum(['367', '497']), z.literal(367).transform(() => '367'), z.literal(497).transform(() => '497')])
  .default('367')

export function settingsFor(rule: string): LawSettings {
  const { settings } = germany()
  return { ...settings, choices: { ...settings.choices, loan: rule === '497' ? 'consumer' : 'none' } }
}

/** A Land by its code, as BE or DE-BE. */
export const land = z
  .string()
  .nullish()
  .transform((text) => text?.toUpperCase().replace(/^DE-/, ''))

type Account = {
  readonly principal: Minor
  readonly interestFrom: LocalDate
  readonly interest: InterestRule
  readonly paymentDayCounts: boolean
  readonly entries?: readonly Entry[]
  readonly rule?: string
}

export function accountOn(account: Account, on: LocalDate): Statement {
  const { currency, allocation } = germany()
  const settings = settingsFor(account.rule ?? '367')
  const obligation = {
    ...account,
    currency,
    allocation: granted(allocation({ debtor: 'consumer' }, settings)),
    entries: account.entries ?? [],
    trust: settings.trust,
  }
  return granted(strike(obligation, on))
}

/** The days that bore interest up to the day of the statement. */
export function interestDays(statement: Statement): {
  readonly days: number
  readonly stretches: readonly Stretch[]
  readonly last?: LocalDate
} {
  const stretches = statement.steps.flatMap((step) => step.stretches)
  const days = stretches.reduce((total, { from, until }) => total + until - from, 0)
  const last = stretches.at(-1)
  return { days, stretches, ...(last === undefined ? {} : { last: fromEpochDay(last.until - 1) }) }
}

/** The examples cut at each new year, too. */
export function segmentsOf(statement: Statement) {
  const { interest } = statement.obligation
  return interestDays(statement)
    .stretches.flatMap((each) => byYear(each, interest))
    .map(segmentOf)
}

function byYear({ from, until, base }: Stretch, rule: InterestRule): readonly Stretch[] {
  const newYear = toEpochDay(`${Number(fromEpochDay(from).slice(0, 4)) + 1}-01-01` as LocalDate) // a first of January exists
  if (until <= newYear) return stretchesOf(rule, base, from, until)
  return [...stretchesOf(rule, base, from, newYear), ...byYear({ from: newYear, until, base } as Stretch, rule)]
}

function segmentOf(each: Stretch) {
  const { made, rate } = each.period
  return {
    from: fromEpochDay(each.from),
    to: fromEpochDay(each.until - 1),
    days: each.until - each.from,
    ...(made === undefined ? {} : { base_rate_percent: percentText(made.base) }),
    rate_percent: percentText(rate),
    year_days: each.yearDays,
    interest_cents_exact: fourDecimals(each),
  }
}

function fourDecimals(each: Stretch): string {
  const { numerator, denominator } = exactOf(each)
  const digits = divideBig(numerator * 10_000n, denominator, 'half_up')
    .toString()
    .padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`
}

/** A due day as the example gives it is the last on which payment is in time, unless it names a Land whose holidays move it. */
export function firstInterestDay(due: LocalDate, land: string | undefined): LocalDate {
  if (land === undefined) return addDays(due, 1)
  const { lateFrom, settings } = germany()
  const late = lateFrom({ ...CLAIM, contractOn: due, dueOn: due, dueAgreed: true, region: land }, settings)
  if (!late.late) throw new TypeError('an agreed due day brings default')
  return late.interestFrom
}

/** A claim of which nothing is known but that it is the price of a performance. */
export const CLAIM = {
  debtor: 'consumer',
  principal: ZERO,
  invoiceNotice: false,
  remindersReceivedOn: [],
  forPerformance: true,
  debtorAtFault: true,
} as const
