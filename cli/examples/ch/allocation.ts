import { NOTHING_OWED, allocate } from '@mahnwerk/core/allocation'
import { SWITZERLAND } from '@mahnwerk/core/countries/ch'
import { ZERO, subtract } from '@mahnwerk/core/money'
import { z } from 'zod'
import { category } from '../example.ts'
import { cents } from '../inputs.ts'

export const allocationExample = category(
  z.object({
    principal_cents: cents,
    interest_cents: cents.default(ZERO),
    official_costs_cents: cents.default(ZERO),
    payment_cents: cents,
  }),
  ({ principal_cents, interest_cents, official_costs_cents, payment_cents }) => {
    const rule = SWITZERLAND.allocation({ debtor: 'business' }, SWITZERLAND.settings)
    if (!rule.ok) return { refused: rule.refusal.code }
    const owed = { ...NOTHING_OWED, principal: principal_cents, interest: interest_cents, court: official_costs_cents }
    const { parts, rest, surplus } = allocate(owed, payment_cents, rule.value)
    return {
      costs_paid_cents: parts.court,
      rest_cents: subtract(payment_cents, parts.court),
      interest_paid_cents: parts.interest,
      principal_paid_cents: parts.principal,
      principal_left_cents: rest.principal,
      surplus_cents: surplus,
    }
  },
)
