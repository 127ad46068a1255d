// Worked examples about late interest: single segments, whole periods with compounding and part payments, published rates, and
// how rates are set.

import { z } from 'zod'
import { daysBetween, fromEpochDay } from '@mahnwerk/core/calendar'
import {
  GENERAL_RATES,
  NETHERLANDS,
  TRADE_RATES,
  generalRateByPolicy,
  statutory,
  tradeRate,
} from '@mahnwerk/core/countries/nl'
import { factOn } from '@mahnwerk/core/facts'
import { type InterestRule, type YearBasis, agreedRule } from '@mahnwerk/core/interest'
import { EUR, type Millionths, percentText } from '@mahnwerk/core/money'
import { type Statement, type Step, strike } from '@mahnwerk/core/statement'
import { type Answer, type Category, anyOf, category } from '../example.ts'
import { NOTHING, type RateKind, TRUSTING, cents, isoDay, kindOfRate, rate, writtenRate } from './values.ts'

const payment = z.object({ date: isoDay, amount_cents: cents })

const period = z
  .object({
    principal_cents: cents.optional(),
    base_cents: cents.optional(),
    rate: rate.optional(),
    kind: kindOfRate.optional(),
    interest_from: isoDay,
    to_exclusive: isoDay,
    compound_yearly: z.boolean().optional(),
    day_count: z.enum(['actual/365', 'act/365', 'actual/actual', 'act/act', 'actual/360', 'act/360']).optional(),
    rounding: z.string().optional(),
    payments: z.array(payment).optional(),
  })
  .refine((of) => of.principal_cents !== undefined || of.base_cents !== undefined)

type Period = z.infer<typeof period>

/** Interest over a period; the kind of rate where the example names none. */
export function interestOver(usual: RateKind): Category {
  return category(period, (asked) => {
    const kind = asked.kind ?? usual
    const allocation = NETHERLANDS.allocation({ debtor: 'consumer' }, TRUSTING)
    if (!allocation.ok) return { refused: allocation.refusal.code }
    const struck = strike(
      {
        currency: EUR,
        principal: asked.principal_cents ?? asked.base_cents ?? NOTHING,
        interestFrom: asked.interest_from,
        interest: ruleFor(asked, kind),
        allocation: allocation.value,
        paymentDayCounts: false,
        entries: (asked.payments ?? []).map(({ date, amount_cents }) => ({
          kind: 'payment',
          on: date,
          amount: amount_cents,
        })),
        trust: TRUSTING.trust,
      },
      asked.to_exclusive,
    )
    if (!struck.ok) return { refused: struck.refusal.code }
    return answerOf(struck.value, asked, kind)
  })
}

function ruleFor(asked: Period, kind: RateKind): InterestRule {
  const yearBasis = yearBasisOf(asked.day_count)
  if (asked.rate === undefined) {
    const rule = statutory(kind, yearBasis)
    return asked.compound_yearly === false ? { ...rule, compounding: 'never', yearsApart: true } : rule
  }
  const compounding = asked.compound_yearly === true ? 'yearly' : 'never'
  const source = { citation: 'art. 6:119 BW', confidence: 'high' } as const
  return agreedRule(asked.rate, source, { yearBasis, rounding: 'each_period', compounding, yearsApart: true })
}

function yearBasisOf(written: Period['day_count']): YearBasis {
  if (written?.endsWith('/actual') || written?.endsWith('/act')) return 'act/act'
  return written?.endsWith('/360') ? 'act/360' : 'act/365'
}

function answerOf(statement: Statement, asked: Period, kind: RateKind): Answer {
  const write = (of: Millionths): string => writtenRate(of, kind)
  const accrued = statement.steps.reduce((total, step) => total + step.accrued, 0)
  return {
    days: daysBetween(asked.interest_from, asked.to_exclusive),
    segments: statement.steps.flatMap((step, index) => segmentsOf(step, statement.steps[index + 1], write)),
    interest_cents: accrued,
    interest_open_cents: statement.balance.interest,
    principal_left_cents: statement.balance.principal,
    total_cents: statement.total,
  }
}

// A step without an entry before the last is an anniversary: what joined the base stands on its last segment.
function segmentsOf(step: Step, next: Step | undefined, write: (of: Millionths) => string): Answer[] {
  const joined = step.entry === undefined ? next?.stretches[0]?.base : undefined
  return step.stretches.map((each, index) => ({
    from: fromEpochDay(each.from),
    to_exclusive: fromEpochDay(each.until),
    days: each.until - each.from,
    rate: write(each.period.rate),
    base_cents: each.base,
    interest_cents: each.interest,
    ...(joined !== undefined && joined > each.base && index === step.stretches.length - 1
      ? { capitalised_cents: joined - each.base }
      : {}),
  }))
}

export const rateLookup = category(
  z.object({ kind: kindOfRate.default('general'), date: isoDay }),
  ({ kind, date }) => {
    const found = factOn(kind === 'trade' ? TRADE_RATES : GENERAL_RATES, date, TRUSTING.trust)
    return found.ok ? { rate: writtenRate(found.value.fact.value, kind) } : { refused: found.refusal.code }
  },
)

const tradeSetting = category(
  z.object({ ecb_rate: rate, date: isoDay, kind: kindOfRate.refine((kind) => kind === 'trade') }),
  ({ ecb_rate, date }) => {
    const set = tradeRate(ecb_rate, date)
    return set.ok ? { rate: percentText(set.value), formula: percentText(set.value) } : { refused: set.refusal.code }
  },
)

const generalSetting = category(
  z.object({ ecb_rate: rate, date: isoDay.optional(), old_rate: rate.optional() }),
  ({ ecb_rate, old_rate }) => {
    const { formula, rounded, limited } = generalRateByPolicy(ecb_rate, old_rate)
    return {
      formula: percentText(formula),
      rounded: writtenRate(rounded, 'general'),
      after_two_point_limit: writtenRate(limited, 'general'),
      rate: writtenRate(limited, 'general'),
    }
  },
)

export const rateSetting = anyOf(tradeSetting, generalSetting)
