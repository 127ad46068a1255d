// Worked examples about the end of periods.

import { type PeriodUnit, countedEnd, periodEnd } from '@mahnwerk/core/countries/de'
import { z } from 'zod'
import { type Category, category } from '../example.ts'
import { land } from './germany.ts'
import { isoDay } from './inputs.ts'

const UNITS: Readonly<Record<string, PeriodUnit>> = {
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
}

const end = category(
  z.object({
    event_date: isoDay,
    length: z.int().positive(),
    unit: z.string().transform((text, context) => {
      const unit = UNITS[text]
      if (unit !== undefined) return unit
      context.addIssue({ code: 'custom', message: 'not a unit of time' })
      return z.NEVER
    }),
    land,
    shift_weekend_holiday: z.boolean().default(true),
  }),
  ({ event_date, length, unit, land: region, shift_weekend_holiday }) => {
    const period = { event: event_date, length, unit }
    const counted = countedEnd(period)
    return { raw_end: counted, end: shift_weekend_holiday ? periodEnd(period, region) : counted }
  },
)

export const PERIOD_CATEGORIES: Readonly<Record<string, Category>> = { period_end: end }
