import { type Allocated, type Debt, NOTHING_OWED, allocateSeveral } from '@mahnwerk/core/allocation'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { AUSTRIA } from '@mahnwerk/core/countries/at'
import { type Minor, ZERO } from '@mahnwerk/core/money'
import { z } from 'zod'
import { category } from '../example.ts'
import { cents, isoDay } from '../inputs.ts'

const DEBT = z.object({
  id: z.string(),
  due: isoDay,
  principal_cents: cents,
  interest_cents: cents.default(ZERO),
  costs_cents: cents.default(ZERO),
})

const INPUTS = z.object({
  debts: z.array(DEBT).min(1),
  payment_cents: cents,
  payment_date: isoDay.optional(),
  dedication: z.string().nullish(),
  creditor_objects: z.boolean().default(false),
  order_costs_first: z.boolean().default(false),
  /** Costs beside the debts, taken as the first one's. */
  costs_cents: cents.default(ZERO),
})
type Inputs = z.infer<typeof INPUTS>

export const allocationExample = category(INPUTS, (inputs) => {
  const within = AUSTRIA.allocation({ debtor: 'business' }, settingsOf(inputs))
  if (!within.ok) return { refused: within.refusal.code }
  const named = inputs.creditor_objects ? undefined : (inputs.dedication ?? undefined)
  const { debts, surplus } = allocateSeveral(
    debtsOf(inputs),
    inputs.payment_cents,
    inputs.payment_date ?? lastDue(inputs),
    within.value,
    AUSTRIA.severalDebts,
    named,
  )
  return { ...Object.fromEntries([...debts].map(([id, served]) => [id, figures(served)])), surplus_cents: surplus }
})

function settingsOf({ order_costs_first }: Inputs): typeof AUSTRIA.settings {
  if (!order_costs_first) return AUSTRIA.settings
  const choices = { ...AUSTRIA.settings.choices, costs_position: 'before_interest' }
  return { ...AUSTRIA.settings, choices, trust: { lowConfidence: true, provisional: false } }
}

function debtsOf({ debts, costs_cents }: Inputs): Debt[] {
  return debts.map((debt, index) => ({
    id: debt.id,
    dueOn: debt.due,
    owed: {
      ...NOTHING_OWED,
      principal: debt.principal_cents,
      interest: debt.interest_cents,
      costs: index === 0 ? ownOrShared(debt.costs_cents, costs_cents) : debt.costs_cents,
    },
    secured: false,
    burden: 0,
  }))
}

function ownOrShared(own: Minor, shared: Minor): Minor {
  return own === 0 ? shared : own
}

function lastDue({ debts }: Inputs): LocalDate {
  return debts.map(({ due }) => due).reduce((last, due) => (due > last ? due : last))
}

function figures({ parts, rest }: Allocated): Record<string, Minor> {
  return {
    costs_paid_cents: parts.costs,
    interest_paid_cents: parts.interest,
    principal_paid_cents: parts.principal,
    costs_left_cents: rest.costs,
    interest_left_cents: rest.interest,
    principal_left_cents: rest.principal,
  }
}
