import { type LocalDate, addDays, day, daysBetween } from '@mahnwerk/core/calendar'
import { SWITZERLAND } from '@mahnwerk/core/countries/ch'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { ZERO, percentText } from '@mahnwerk/core/money'
import { type Entry, strike } from '@mahnwerk/core/statement'
import { z } from 'zod'
import { category } from '../example.ts'
import { cents, isoDay, rate } from '../inputs.ts'

const YEAR_BASES = { 'actual/360': 'act/360', 'actual/365': 'act/365', 'actual/actual': 'act/act' } as const

const INPUTS = z.object({
  principal_cents: cents,
  accrued_default_interest_cents: cents.default(ZERO),
  rate: rate.optional(),
  days: z.int().nonnegative().optional(),
  interest_from: isoDay.optional(),
  due_on: isoDay.optional(),
  to_exclusive: isoDay.optional(),
  until_inclusive: isoDay.optional(),
  day_count: z.enum(['actual/360', 'actual/365', 'actual/actual']).default('actual/365'),
  currency: z.literal('CHF').optional(),
})
type Inputs = z.infer<typeof INPUTS>

const SPANNED = INPUTS.refine((inputs) => daysOf(inputs) !== undefined)

export const interestExample = category(SPANNED, (inputs) => {
  const settings = { ...SWITZERLAND.settings, yearBasis: YEAR_BASES[inputs.day_count] }
  const [interest, allocation] = [
    SWITZERLAND.interest(claimOf(inputs), settings),
    SWITZERLAND.allocation({ debtor: 'business' }, settings),
  ]
  if (!interest.ok) return { refused: interest.refusal.code }
  if (!allocation.ok) return { refused: allocation.refusal.code }
  const from = firstDay(inputs)
  const accrued: Entry = { kind: 'charge', on: from, amount: inputs.accrued_default_interest_cents, part: 'interest' }
  const obligation = {
    currency: SWITZERLAND.currency,
    principal: inputs.principal_cents,
    interestFrom: from,
    interest: interest.value,
    allocation: allocation.value,
    paymentDayCounts: false,
    entries: accrued.amount === 0 ? [] : [accrued],
    trust: settings.trust,
  }
  const length = Math.max(0, daysOf(inputs) ?? 0)
  const struck = strike(obligation, addDays(from, length))
  if (!struck.ok) return { refused: struck.refusal.code }
  return {
    days: length,
    // One period: the rate is fixed.
    rate: interest.value.periods.map((period) => percentText(period.rate).replace(/\.00$/, '')).join(),
    interest_cents: struck.value.steps.reduce((total, step) => total + step.accrued, 0),
    total_cents: struck.value.total,
  }
})

function claimOf({ principal_cents, rate: agreedRate, due_on }: Inputs): ClaimFacts {
  return {
    debtor: 'business',
    principal: principal_cents,
    contractOn: day('2020-01-01'),
    dueOn: due_on ?? day('2025-12-31'),
    dueAgreed: true,
    invoiceNotice: false,
    remindersReceivedOn: [],
    forPerformance: true,
    debtorAtFault: true,
    ...(agreedRate === undefined ? {} : { agreedRate }),
  }
}

// The day after the due day where no other is given; any day where only a length is.
function firstDay(inputs: Inputs): LocalDate {
  if (inputs.interest_from !== undefined) return inputs.interest_from
  const settings = { ...SWITZERLAND.settings, choices: { ...SWITZERLAND.settings.choices, rest_day: 'unchanged' } }
  const late = SWITZERLAND.lateFrom(claimOf(inputs), settings)
  return late.late ? late.interestFrom : day('2026-01-01')
}

function daysOf(inputs: Inputs): number | undefined {
  const { days, to_exclusive, until_inclusive } = inputs
  if (days !== undefined) return days
  if (to_exclusive !== undefined) return daysBetween(firstDay(inputs), to_exclusive)
  return until_inclusive === undefined ? undefined : daysBetween(firstDay(inputs), until_inclusive) + 1
}
