// What a debtor owes on a claim on a day, and on each of up to 31 days it may be paid on.

import { z } from 'zod'
import { type ClaimAnswer, type ClaimQuestion, claimStatement } from '@mahnwerk/core/calculations'
import type { LawRefusal } from '@mahnwerk/core/facts'
import { type Result, accept } from '@mahnwerk/core/refusals'
import { statementAnswer, statementFields, writer } from './answers.ts'
import { type Law, calculation } from './calculation.ts'
import { account, factsOf } from './claim.ts'
import { asked, currency, day } from './fields.ts'

export const statement = calculation({
  name: 'statement',
  summary: 'What is owed on a claim if it is paid on a day, part by part, and why',
  question: z
    .object({
      ...asked,
      ...account,
      currency: currency.exactOptional(),
      on: day,
      days: z.array(day).max(31).default([]).describe('What is owed if paid on each of these days'),
    })
    .meta({ id: 'StatementQuestion' }),
  answer: z.object(statementFields).meta({ id: 'StatementAnswer' }),
  work: (question, law) => {
    const known = factsOf(question.claim, law.country)
    if (!known.ok) return known
    const { facts, assumptions } = known.value
    const { entries, on, days, interestDemanded, flatDemanded } = question
    const money = question.currency ?? law.country.currency
    const asks = { facts, currency: money, entries, interestDemanded, flatDemanded }
    const answers = onEach(law, asks, on, days)
    if (!answers.ok) return answers
    const write = writer(law.country, law.language, money)
    return accept(statementAnswer(law.country, money, answers.value, assumptions, write))
  },
})

/** The statement of a day, and of each day that is asked beside it. */
export function onEach(
  { country, settings }: Pick<Law, 'country' | 'settings'>,
  question: Omit<ClaimQuestion, 'on'>,
  on: ClaimQuestion['on'],
  days: readonly ClaimQuestion['on'][],
): Result<{ readonly on: ClaimAnswer; readonly days: readonly ClaimAnswer[] }, LawRefusal> {
  const main = claimStatement(country, { ...question, on }, settings)
  if (!main.ok) return main
  const others: ClaimAnswer[] = []
  for (const each of days) {
    const answer = claimStatement(country, { ...question, on: each }, settings)
    if (!answer.ok) return answer
    others.push(answer.value)
  }
  return accept({ on: main.value, days: others })
}
