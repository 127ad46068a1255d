// From what is given to an instalment plan: the claim as the first calculator knows it, and how it shall be paid.

import { type ClaimQuestion, claimPlan, claimStatement } from '@mahnwerk/core/calculations'
import { type LocalDate, addMonths } from '@mahnwerk/core/calendar'
import type { CollectionQuestion, CostRefusal } from '@mahnwerk/core/collection-costs'
import type { Country, LawSettings } from '@mahnwerk/core/countries'
import { ZERO } from '@mahnwerk/core/money'
import type { Plan, PlanQuestion, PlanRefusal } from '@mahnwerk/core/plans'
import type { Result } from '@mahnwerk/core/refusals'
import { type Given, amountIn, dayIn, oneOfIn, tickIn, wholeIn } from '../form/given.ts'
import { type Asked, missingIn } from './asked.ts'
import { claimQuestion } from './claim-question.ts'

export type AskedPlan = {
  readonly claim: ClaimQuestion
  readonly plan: Pick<PlanQuestion, 'agreedOn' | 'firstOn' | 'by'>
  readonly collector: CollectionQuestion | undefined
}

/** Agreed on `stand`, or today; the first payment a month later where no day is given. */
export function planQuestion(given: Given, country: Country, today: LocalDate): Asked<AskedPlan> {
  const claim = claimQuestion(given, country, today)
  const by = byIn(given, country)
  if (!claim.ready || by === undefined)
    return { ready: false, missing: [...(claim.ready ? [] : claim.missing), ...missingIn({ rate: by })] }
  const agreedOn = claim.question.on
  return {
    ready: true,
    question: {
      claim: claim.question,
      plan: { agreedOn, firstOn: dayIn(given, 'erste') ?? addMonths(agreedOn, 1), by },
      collector: tickIn(given, 'inkasso', false) ? collectorOf(given, claim.question) : undefined,
    },
  }
}

/** The plan as the country's law and tariff make it. */
export function planFor(
  { claim, plan, collector }: AskedPlan,
  country: Country,
  settings: LawSettings,
): Result<Plan, PlanRefusal | CostRefusal> {
  const answer = claimStatement(country, claim, settings)
  if (!answer.ok) return answer
  return claimPlan(country, { obligation: answer.value.statement.obligation, ...plan }, collector, settings)
}

function byIn(given: Given, country: Country): PlanQuestion['by'] | undefined {
  if (oneOfIn(given, 'wie', ['anzahl', 'betrag']) === 'betrag') {
    const amount = amountIn(given, 'rate', country.currency)
    return amount === undefined || amount === 0 ? undefined : { kind: 'amount', amount }
  }
  const count = wholeIn(given, 'raten')
  return count === undefined || count === 0 ? undefined : { kind: 'count', count }
}

// What making the plan costs is asked for the day of the agreement.
function collectorOf(given: Given, { facts, on }: ClaimQuestion): CollectionQuestion {
  return {
    principals: [facts.principal],
    debtor: facts.debtor,
    engagedOn: dayIn(given, 'auftrag') ?? on,
    on,
    collector: oneOfIn(given, 'wer', ['agency', 'lawyer']) ?? 'agency',
    creditorDeductsVat: tickIn(given, 'vorsteuer', false),
    disputed: tickIn(given, 'bestritten', false),
    extensive: false,
    steps: [{ kind: 'first_letter', on: dayIn(given, 'auftrag') ?? on }],
    flat: ZERO,
  }
}
