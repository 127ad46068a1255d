// Worked examples about the running account of a claim: interest, costs and part payments in between.

import type { Entry, Step } from '@mahnwerk/core/statement'
import { z } from 'zod'
import { type Category, category } from '../example.ts'
import { threeOf } from './allocation.ts'
import { accountOn, allocationRule, germany, rulePlus, yearBasis } from './germany.ts'
import { cents, isoDay, percentage } from './inputs.ts'

const event = z.object({ type: z.enum(['payment', 'cost', 'credit']), date: isoDay, cents })

const account = category(
  z.object({
    principal_cents: cents,
    first_interest_day: isoDay,
    points_over_base: percentage,
    year_basis: yearBasis,
    rule: allocationRule,
    count_payment_day: z.boolean().default(() => germany().settings.paymentDayCounts),
    events: z.array(event).default([]),
    stop_on: isoDay,
  }),
  (inputs) => {
    const statement = accountOn(
      {
        principal: inputs.principal_cents,
        interestFrom: inputs.first_interest_day,
        interest: rulePlus(inputs.points_over_base, inputs.year_basis),
        paymentDayCounts: inputs.count_payment_day,
        entries: inputs.events.map(entryOf),
        rule: inputs.rule,
      },
      inputs.stop_on,
    )
    return {
      steps: statement.steps.filter(({ entry }) => entry !== undefined).map(stepOf),
      closing: {
        interest_accrued_to_stop_cents: statement.steps.at(-1)?.accrued,
        ...threeOf(statement.balance),
        total_cents: statement.total,
      },
    }
  },
)

function entryOf({ type, date: on, cents: amount }: z.infer<typeof event>): Entry {
  switch (type) {
    case 'payment':
      return { kind: 'payment', on, amount }
    case 'cost':
      return { kind: 'charge', on, amount, part: 'costs' }
    case 'credit':
      return { kind: 'credit', on, amount, part: 'principal' }
  }
}

function stepOf({ on, accrued, parts, surplus, balance }: Step) {
  const taken = parts === undefined ? {} : { allocated: threeOf(parts), overpaid_cents: surplus }
  return { date: on, interest_accrued_cents: accrued, ...taken, balance: threeOf(balance) }
}

export const ACCOUNT_CATEGORIES: Readonly<Record<string, Category>> = { claim_account: account }
