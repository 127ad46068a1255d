// Whether a letter says what the law asks of it: every statement that it owes, kept or missing.

import { z } from 'zod'
import { explained } from '@mahnwerk/core/calculations'
import { type Duty, dutiesOf } from '@mahnwerk/core/duties'
import { line } from '@mahnwerk/core/explanations'
import { accept } from '@mahnwerk/core/refusals'
import { plainSource, source } from './answers.ts'
import { type Law, calculation } from './calculation.ts'
import { asked, day, debtorKind } from './fields.ts'

const CONDITIONS = [
  'vat_demanded',
  'rate_above_statutory',
  'address_from_elsewhere',
  'interest_demanded',
  'costs_demanded',
] as const

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
    })
    .meta({ id: 'LetterCheckQuestion' }),
  answer: z
    .object({
      country: z.string(),
      complete: z.boolean(),
      duties: z.array(z.object({ statement: z.string(), text: z.string(), kept: z.boolean(), source })),
    })
    .meta({ id: 'LetterCheckAnswer' }),
  work: ({ letter }, law) => {
    const made = new Set(letter.statements)
    const duties = dutiesOf(letter, law.country.duties).map((duty) => ({
      statement: duty.statement,
      text: textOf(duty, law),
      kept: made.has(duty.statement),
      source: plainSource(duty.source),
    }))
    return accept({ country: law.country.code, complete: duties.every(({ kept }) => kept), duties })
  },
})

function textOf(duty: Duty, { country, language }: Law): string {
  return explained(line(duty.statement), country, language).text
}
