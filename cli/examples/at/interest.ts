import { type LocalDate, addDays, day, daysBetween, fromEpochDay, toEpochDay } from '@mahnwerk/core/calendar'
import { AUSTRIA, agreed, overBase, regimeOf, statutoryRule } from '@mahnwerk/core/countries/at'
import { type InterestRule, type Stretch, periodAt } from '@mahnwerk/core/interest'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { strike } from '@mahnwerk/core/statement'
import { z } from 'zod'
import { type Category, category } from '../example.ts'
import { cents, exactCents, isoDay, rate } from '../inputs.ts'
import { claimOf, regime } from './claims.ts'
import { rateText } from './rates.ts'

const YEAR_BASES = { 'actual/365': 'act/365', 'actual/360': 'act/360', 'actual/actual': 'act/act' } as const

const INPUTS = z.object({
  principal_cents: cents,
  regime: regime.optional(),
  rate: rate.optional(),
  base_rate: rate.optional(),
  contract_date: isoDay.optional(),
  debtor: z.enum(['business', 'consumer']).optional(),
  debtor_responsible: z.boolean().optional(),
  interest_from: isoDay.optional(),
  due_on: isoDay.optional(),
  to_exclusive: isoDay.optional(),
  until_inclusive: isoDay.optional(),
  days: z.int().nonnegative().optional(),
  period: z.enum(['one year', '1 year', 'a year', 'full year']).optional(),
  day_count: z.enum(['actual/365', 'actual/360', 'actual/actual']).default('actual/365'),
  rounding: z.string().optional(),
})
type Inputs = z.infer<typeof INPUTS>

const SPANNED = INPUTS.refine((inputs) => daysOf(inputs) !== undefined)

/** Interest on one principal; what the category says of the debtor holds where the inputs are silent. */
export function interestOf(debtor: Pick<ClaimFacts, 'debtor'> & Partial<ClaimFacts>): Category {
  return category(SPANNED, (inputs) => {
    const rule = ruleOf(inputs, debtor)
    const struck = statement(inputs, rule)
    if (!struck.ok) return { refused: struck.refusal.code }
    const stretches = struck.value.steps.flatMap((step) => step.stretches)
    const once = statement(inputs, { ...rule, rounding: 'once' })
    return {
      interest_cents: struck.value.balance.interest,
      interest_rounded_once_cents: once.ok ? once.value.balance.interest : undefined,
      total_cents: struck.value.total,
      days: Math.max(0, daysOf(inputs) ?? 0),
      rate: rateText(rule.periods[periodAt(rule, toEpochDay(firstDay(inputs)))]?.rate),
      segments: stretches.map(segment),
    }
  })
}

function ruleOf(inputs: Inputs, known: Partial<ClaimFacts>): InterestRule {
  const yearBasis = YEAR_BASES[inputs.day_count]
  const claim = claimOf({
    ...known,
    ...(inputs.debtor === undefined ? {} : { debtor: inputs.debtor }),
    ...(inputs.debtor_responsible === undefined ? {} : { debtorAtFault: inputs.debtor_responsible }),
    ...(inputs.contract_date === undefined ? {} : { contractOn: inputs.contract_date }),
  })
  const applied = inputs.regime ?? regimeOf(claim)
  if (inputs.rate !== undefined) return rounded(agreed(inputs.rate, yearBasis), inputs)
  if (inputs.base_rate !== undefined && applied !== 'general') {
    return rounded(agreed(overBase(applied, inputs.base_rate), yearBasis), inputs)
  }
  return rounded(statutoryRule(applied, yearBasis, AUSTRIA.settings.trust), inputs)
}

function rounded(rule: InterestRule, { rounding }: Inputs): InterestRule {
  return rounding?.includes('once') ? { ...rule, rounding: 'once' } : rule
}

function statement(inputs: Inputs, interest: InterestRule): ReturnType<typeof strike> {
  const from = firstDay(inputs)
  const allocation = AUSTRIA.allocation({ debtor: 'business' }, AUSTRIA.settings)
  if (!allocation.ok) return allocation
  const { currency, settings } = AUSTRIA
  const obligation = {
    currency,
    principal: inputs.principal_cents,
    interestFrom: from,
    interest,
    allocation: allocation.value,
    paymentDayCounts: false,
    entries: [],
    trust: settings.trust,
  }
  return strike(obligation, addDays(from, Math.max(0, daysOf(inputs) ?? 0)))
}

// The day after the due day where no other is given; any day where only a length is.
function firstDay({ interest_from, due_on }: Inputs): LocalDate {
  if (interest_from !== undefined) return interest_from
  if (due_on === undefined) return day('2023-01-01')
  const settings = { ...AUSTRIA.settings, choices: { ...AUSTRIA.settings.choices, rest_day: 'unchanged' } }
  const late = AUSTRIA.lateFrom(claimOf({ dueOn: due_on }), settings)
  return late.late ? late.interestFrom : addDays(due_on, 1)
}

function daysOf(inputs: Inputs): number | undefined {
  const { to_exclusive, until_inclusive, days, period } = inputs
  if (days !== undefined) return days
  if (to_exclusive !== undefined) return daysBetween(firstDay(inputs), to_exclusive)
  if (until_inclusive !== undefined) return daysBetween(firstDay(inputs), until_inclusive) + 1
  return period === undefined ? undefined : 365
}

function segment(stretch: Stretch): Record<string, unknown> {
  return {
    from: fromEpochDay(stretch.from),
    to_exclusive: fromEpochDay(stretch.until),
    days: stretch.until - stretch.from,
    rate: rateText(stretch.period.rate),
    interest_cents: stretch.interest,
    interest_exact_cents: exactCents(stretch),
  }
}
