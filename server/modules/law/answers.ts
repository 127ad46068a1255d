// How figures and their reasons are told: the same shapes for what is asked without storing and for stored claims.

import { z } from 'zod'
import { type ClaimAnswer, explainClaim, explained } from '@mahnwerk/core/calculations'
import type { Country } from '@mahnwerk/core/countries'
import type { Explained, Language, Line } from '@mahnwerk/core/explanations'
import type { Source } from '@mahnwerk/core/facts'
import type { Currency } from '@mahnwerk/core/money'

const amount = z.int()
const mark = z
  .enum(['low_confidence', 'provisional'])
  .meta({ id: 'LawMark', description: 'Rests on an unsure fact, or on a value carried beyond its published day.' })

export const marks = z.array(mark)

export const source = z
  .object({
    citation: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
    note: z.string().exactOptional(),
  })
  .meta({ id: 'LawSource' })

const explanationFields = {
  text: z.string(),
  working: z.string().exactOptional().describe('How the amount was worked out'),
  amount: amount.exactOptional(),
  sources: z.array(source),
  marks,
}

type Explanation = z.output<z.ZodObject<typeof explanationFields>> & { lines: Explanation[] }

export const explanation: z.ZodType<Explanation> = z
  .object({
    ...explanationFields,
    get lines() {
      return z.array(explanation)
    },
  })
  .meta({ id: 'Explanation', description: 'A tree: the amounts of its lines sum to its own.' })

export const balance = z
  .object({ principal: amount, interest: amount, flat: amount, charges: amount, costs: amount, court: amount })
  .meta({ id: 'StatementParts' })

const figures = {
  on: z.iso.date(),
  parts: balance,
  total: amount,
  overpaid: amount.describe('Paid beyond what was owed'),
  perDay: amount.describe('What one more day adds, at the last rate'),
  marks,
}

export const figuresSchema = z.object(figures).meta({ id: 'StatementFigures' })

export const late = z
  .object({
    late: z.boolean(),
    from: z.iso.date().exactOptional().describe('The first day of default'),
    interestFrom: z.iso.date().exactOptional(),
    explanation,
  })
  .meta({ id: 'LateStart' })

export const reasoned = z.object({ amount, explanation }).meta({ id: 'ReasonedAmount' })

/** What a claim comes to on a day, and why. */
export const statementFields = {
  country: z.string(),
  currency: z.string(),
  ...figures,
  late,
  flat: reasoned.describe('The flat compensation that could be demanded'),
  explanation,
  assumptions: z.array(explanation).describe('What had to be assumed because nobody said it'),
  days: z.array(figuresSchema).describe('If paid on one of the days that were asked for'),
}

export type Figures = z.output<typeof figuresSchema>

export function figuresOf(answer: ClaimAnswer): Figures {
  const { statement, perDay } = answer
  const { balance: parts, total, overpaid, on } = statement
  return { on, parts: { ...parts }, total, overpaid, perDay, marks: [...statement.marks] }
}

/** Writes lines in a language. */
export type Writer = (of: Line) => Explanation

export function writer(country: Country, language: Language, currency: Currency): Writer {
  return (of) => plain(explained(of, country, language, currency))
}

/** As the API tells an explanation that is written already. */
export function plain({ sources, marks: marked, lines, ...rest }: Explained): Explanation {
  return { ...rest, sources: sources.map(plainSource), marks: [...marked], lines: lines.map(plain) }
}

export function plainSource({ citation, confidence, note }: Source): z.output<typeof source> {
  return note === undefined ? { citation, confidence } : { citation, confidence, note }
}

export function lateAnswer({ late: start }: Pick<ClaimAnswer, 'late'>, write: Writer): z.output<typeof late> {
  const explanationOf = { explanation: write(start.why) }
  if (!start.late) return { late: false, ...explanationOf }
  return { late: true, from: start.from, interestFrom: start.interestFrom, ...explanationOf }
}

const wholeStatement = z.object(statementFields)
export type StatementAnswer = z.output<typeof wholeStatement>

export function statementAnswer(
  country: Country,
  currency: Currency,
  answers: { readonly on: ClaimAnswer; readonly days: readonly ClaimAnswer[] },
  assumptions: readonly Line[],
  write: Writer,
): StatementAnswer {
  const { on: answer, days } = answers
  return {
    country: country.code,
    currency,
    ...figuresOf(answer),
    late: lateAnswer(answer, write),
    flat: { amount: answer.flat.amount, explanation: write(answer.flat.why) },
    explanation: write(explainClaim(answer)),
    assumptions: assumptions.map(write),
    days: days.map(figuresOf),
  }
}
