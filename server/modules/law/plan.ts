// An instalment plan for a claim: its price before anybody agrees to it, and each payment with where it goes.

import { z } from 'zod'
import { claimPlan, claimStatement } from '@mahnwerk/core/calculations'
import { type Plan, explainInstalments, explainPlan } from '@mahnwerk/core/plans'
import { accept } from '@mahnwerk/core/refusals'
import { balance, explanation, marks, writer } from './answers.ts'
import { calculation } from './calculation.ts'
import { account, factsOf } from './claim.ts'
import { collecting } from './collecting.ts'
import { asked, day, sum } from './fields.ts'

export const plan = calculation({
  name: 'plan',
  summary: 'An instalment plan with its whole price',
  question: z
    .object({
      ...asked,
      ...account,
      // Struck anew for each month of each amount that is tried: fewer than a statement takes.
      entries: account.entries.removeDefault().max(100).default([]),
      agreedOn: day,
      firstOn: day,
      by: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('amount'), amount: sum.describe('So much a month') }),
        z.object({ kind: z.literal('count'), count: z.int().min(1).max(120).describe('So many equal months') }),
      ]),
      collector: collecting
        .exactOptional()
        .describe('The collector whose tariff prices the plan; absent: it costs nothing'),
    })
    .meta({ id: 'PlanQuestion' }),
  answer: z
    .object({
      country: z.string(),
      currency: z.string(),
      owedBefore: z.int(),
      cost: z.int(),
      interest: z.int(),
      total: z.int(),
      instalments: z.array(z.object({ on: z.iso.date(), amount: z.int(), parts: balance, left: z.int(), explanation })),
      explanation,
      marks,
      assumptions: z.array(explanation),
    })
    .meta({ id: 'PlanAnswer' }),
  work: (question, law) => {
    const { country, settings, language } = law
    const known = factsOf(question.claim, country)
    if (!known.ok) return known
    const { facts, assumptions } = known.value
    const { entries, interestDemanded, flatDemanded, agreedOn, firstOn, by, collector } = question
    const asks = { facts, currency: country.currency, entries, interestDemanded, flatDemanded, on: agreedOn }
    const claim = claimStatement(country, asks, settings)
    if (!claim.ok) return claim
    const { obligation } = claim.value.statement
    const made = claimPlan(country, { obligation, agreedOn, firstOn, by }, collector, settings)
    if (!made.ok) return made
    const write = writer(country, language, country.currency)
    return accept({
      country: country.code,
      currency: country.currency,
      ...planAnswer(made.value, write),
      assumptions: assumptions.map(write),
    })
  },
})

function planAnswer(of: Plan, write: ReturnType<typeof writer>) {
  const lines = explainInstalments(of).map(write)
  const instalments = of.instalments.map(({ on, amount, parts, left }, index) => ({
    on,
    amount,
    parts: { ...parts },
    left,
    explanation: lines[index] ?? write(explainPlan(of)),
  }))
  const { owedBefore, cost, interest, total } = of
  return { owedBefore, cost, interest, total, instalments, explanation: write(explainPlan(of)), marks: [...of.marks] }
}
