// Whether a letter says what the law asks of it: every statement that it owes, kept or missing; and whether what it demands may
// be demanded: everything above the law, with the rule and the sum that is allowed.

import { z } from 'zod'
import { explained } from '@mahnwerk/core/calculations'
import { type Duty, dutiesOf } from '@mahnwerk/core/duties'
import { line } from '@mahnwerk/core/explanations'
import { type Finding, findingsIn } from '@mahnwerk/core/legality'
import { type Result, accept } from '@mahnwerk/core/refusals'
import { sentenceOf } from '../../http/texts.ts'
import { plainSource, source } from './answers.ts'
import { type Law, calculation } from './calculation.ts'
import { claim, factsOf } from './claim.ts'
import { collecting } from './collecting.ts'
import { procedure } from './court-costs.ts'
import { amount, asked, day, debtorKind, rate } from './fields.ts'
import { refusalInWords } from './in-words.ts'

const CONDITIONS = [
  'vat_demanded',
  'rate_above_statutory',
  'address_from_elsewhere',
  'interest_demanded',
  'costs_demanded',
] as const

const demand = z
  .object({
    claim,
    letters: z
      .array(z.object({ on: day, fee: amount }))
      .max(50)
      .exactOptional()
      .describe("The creditor's own letters since the due day, in their order"),
    flat: amount.exactOptional(),
    interest: z.object({ rate, from: day, until: day }).exactOptional(),
    collection: z.object({ question: collecting, demanded: amount }).exactOptional(),
    court: z.object({ question: procedure, demanded: amount }).exactOptional(),
  })
  .meta({ id: 'Demand', description: 'What is demanded, part by part; what is absent is not checked.' })

const finding = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const letterCheck = calculation({
  name: 'letter-check',
  summary: 'Which statements a letter owes its reader, and which of them it lacks',
  question: z
    .object({
      ...asked,
      letter: z
        .object({
          sender: z.enum(['creditor', 'agency', 'lawyer']),
          occasion: z.enum([
            'invoice',
            'dunning_letter',
            'warning_letter',
            'first_collection_letter',
            'collection_letter',
            'plan_offer',
            'acknowledgement_request',
            'on_request',
          ]),
          debtor: debtorKind,
          on: day,
          conditions: z.array(z.enum(CONDITIONS)).max(10).default([]),
          statements: z.array(z.string().max(100)).max(200).default([]).describe('Keys of what the letter states'),
        })
        .meta({ id: 'CheckedLetter' }),
      demand: demand.exactOptional(),
    })
    .meta({ id: 'LetterCheckQuestion' }),
  answer: z
    .object({
      country: z.string(),
      complete: z.boolean(),
      duties: z.array(z.object({ statement: z.string(), text: z.string(), kept: z.boolean(), source })),
      lawful: z.boolean().describe('Nothing is demanded that the law does not allow'),
      findings: z.array(finding),
    })
    .meta({ id: 'LetterCheckAnswer' }),
  work: ({ letter, demand: demanded }, law) => {
    const found = findingsOf(demanded, law)
    if (!found.ok) return found
    const made = new Set(letter.statements)
    const duties = dutiesOf(letter, law.country.duties).map((duty) => ({
      statement: duty.statement,
      text: textOf(duty, law),
      kept: made.has(duty.statement),
      source: plainSource(duty.source),
    }))
    const complete = duties.every(({ kept }) => kept)
    const findings = found.value.map((each) => told(each, law))
    return accept({ country: law.country.code, complete, duties, lawful: findings.length === 0, findings })
  },
})

function textOf(duty: Duty, { country, language }: Law): string {
  return explained(line(duty.statement), country, language).text
}

function findingsOf(
  demanded: z.output<typeof demand> | undefined,
  { country, settings }: Law,
): Result<readonly Finding[], 'law_region_unknown'> {
  if (demanded === undefined) return accept([])
  const known = factsOf(demanded.claim, country)
  return known.ok ? accept(findingsIn({ ...demanded, claim: known.value.facts }, country, settings)) : known
}

function told(of: Finding, { country, language }: Law): z.output<typeof finding> {
  const { code, facts } = refusalInWords(of, country, language)
  return { code, ...sentenceOf(code, facts, language), facts: { ...facts } }
}
