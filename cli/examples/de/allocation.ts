// Worked examples about where one payment goes.

import { type Balance, NOTHING_OWED, allocate } from '@mahnwerk/core/allocation'
import { ZERO } from '@mahnwerk/core/money'
import { z } from 'zod'
import { type Category, category } from '../example.ts'
import { allocationRule, germany, settingsFor } from './germany.ts'
import { cents, granted } from './inputs.ts'

const allocation = category(
  z.object({
    rule: allocationRule,
    costs_cents: cents.default(ZERO),
    interest_cents: cents.default(ZERO),
    principal_cents: cents.default(ZERO),
    payment_cents: cents,
  }),
  (inputs) => {
    const owed = {
      ...NOTHING_OWED,
      costs: inputs.costs_cents,
      interest: inputs.interest_cents,
      principal: inputs.principal_cents,
    }
    const rule = granted(germany().allocation({ debtor: 'consumer' }, settingsFor(inputs.rule)))
    const { parts, rest, surplus } = allocate(owed, inputs.payment_cents, rule)
    return { allocated: threeOf(parts), remaining: threeOf(rest), overpaid_cents: surplus }
  },
)

/** The three sums that the examples know. */
export function threeOf({ costs, interest, principal }: Balance) {
  return { costs_cents: costs, interest_cents: interest, principal_cents: principal }
}

export const ALLOCATION_CATEGORIES: Readonly<Record<string, Category>> = { allocation }
