// Worked examples about interest: by a fixed rate, by points over the base rate, between a due day and a payment.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { type YearBasis, agreedRule, interestOf } from '@mahnwerk/core/interest'
import { ZERO, add, minor, percent } from '@mahnwerk/core/money'
import { z } from 'zod'
import { type Category, category } from '../example.ts'
import { accountOn, firstInterestDay, germany, interestDays, land, rulePlus, segmentsOf, yearBasis } from './germany.ts'
import { cents, isoDay, percentage } from './inputs.ts'

const BASES: Readonly<Record<number, YearBasis>> = { 360: 'act/360', 365: 'act/365', 366: 'act/act' }

const fixed = category(
  z.object({
    principal_cents: cents,
    rate_percent: percentage,
    days: z.int().nonnegative(),
    year_days: z.union([z.literal(360), z.literal(365), z.literal(366)]).default(365),
    flat_cents: cents.default(ZERO),
  }),
  ({ principal_cents, rate_percent, days, year_days, flat_cents }) => {
    const way = { yearBasis: BASES[year_days] ?? 'act/365', rounding: 'once', compounding: 'never' } as const
    const rule = agreedRule(rate_percent, { citation: '§ 288 Abs. 3 BGB', confidence: 'high' }, way)
    const [period] = rule.periods
    if (period === undefined) throw new TypeError('an agreed rate is a rule of one period')
    const interest = interestOf(rule, [{ from: 0, until: days, base: principal_cents, period, yearDays: year_days }])
    return { interest_cents: interest, interest_plus_flat_cents: add(interest, flat_cents) }
  },
)

const byDays = category(
  z.object({
    principal_cents: cents,
    first_day: isoDay,
    last_day: isoDay,
    points_over_base: percentage,
    year_basis: yearBasis,
  }),
  (inputs) => {
    const statement = accountOn(
      {
        principal: inputs.principal_cents,
        interestFrom: inputs.first_day,
        interest: rulePlus(inputs.points_over_base, inputs.year_basis),
        paymentDayCounts: true,
      },
      inputs.last_day,
    )
    return {
      days: interestDays(statement).days,
      segments: segmentsOf(statement),
      interest_cents: statement.balance.interest,
    }
  },
)

const dates = {
  due_date: isoDay,
  paid_on: isoDay,
  count_payment_day: z.boolean().default(() => germany().settings.paymentDayCounts),
  land,
}

const byDates = category(
  z.object({ ...dates, principal_cents: cents, points_over_base: percentage, year_basis: yearBasis }),
  (inputs) => {
    const interestFrom = firstInterestDay(inputs.due_date, inputs.land)
    const statement = accountOn(
      {
        principal: inputs.principal_cents,
        interestFrom,
        interest: rulePlus(inputs.points_over_base, inputs.year_basis),
        paymentDayCounts: inputs.count_payment_day,
      },
      inputs.paid_on,
    )
    const { days, last } = interestDays(statement)
    return {
      first_day: interestFrom,
      last_day: last ?? null,
      days,
      segments: segmentsOf(statement),
      interest_cents: statement.balance.interest,
    }
  },
)

const dayCount = category(z.object(dates), (inputs) => {
  const first = firstInterestDay(inputs.due_date, inputs.land)
  return { first_interest_day: first, days: daysOfInterest(first, inputs.paid_on, inputs.count_payment_day) }
})

// Counted on an account of a hundred euros at a fixed rate: the days are the same for every sum and rate.
function daysOfInterest(interestFrom: LocalDate, paidOn: LocalDate, paymentDayCounts: boolean): number {
  const way = { yearBasis: 'act/365', rounding: 'once', compounding: 'never' } as const
  const interest = agreedRule(percent('5'), { citation: '§ 288 Abs. 3 BGB', confidence: 'high' }, way)
  return interestDays(accountOn({ principal: minor(10_000), interestFrom, interest, paymentDayCounts }, paidOn)).days
}

export const INTEREST_CATEGORIES: Readonly<Record<string, Category>> = {
  interest_fixed: fixed,
  default_interest: byDays,
  default_interest_by_dates: byDates,
  day_count: dayCount,
}
