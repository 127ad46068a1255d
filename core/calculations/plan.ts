// An instalment plan for a claim, with the cost of making it taken from the country's tariff where a collector makes it.

import type { CollectionQuestion, CostRefusal } from '../collection-costs/index.ts'
import type { Country, LawSettings } from '../countries/index.ts'
import { type Minor, ZERO, minor } from '../money/index.ts'
import { type Plan, type PlanQuestion, type PlanRefusal, planOf } from '../plans/index.ts'
import { type Result, accept } from '../refusals/index.ts'

/**
 * What making a plan adds to the collection costs, gross, on the day of the agreement: the note with the step less the note
 * without it. Never negative.
 */
export function planCost(
  country: Country,
  question: CollectionQuestion,
  settings: LawSettings = country.settings,
): Result<Minor, CostRefusal> {
  const without = country.collectionCosts(question, settings)
  if (!without.ok) return without
  const steps = [...question.steps, { kind: 'instalment_plan' as const, on: question.on }]
  const withPlan = country.collectionCosts({ ...question, steps }, settings)
  if (!withPlan.ok) return withPlan
  return accept(minor(Math.max(0, withPlan.value.gross - without.value.gross)))
}

/** A plan whose cost is the country's tariff; without a collector it costs nothing. */
export function claimPlan(
  country: Country,
  plan: Omit<PlanQuestion, 'cost'>,
  collector: CollectionQuestion | undefined,
  settings: LawSettings = country.settings,
): Result<Plan, PlanRefusal | CostRefusal> {
  const cost = collector === undefined ? accept(ZERO) : planCost(country, collector, settings)
  return cost.ok ? planOf({ ...plan, cost: cost.value }) : cost
}
