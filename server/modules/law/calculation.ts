// A calculation: a question with its schema, an answer with its schema, and the core functions that lead from one to the other.
// The API and the terminal ask through the same values, so that they cannot differ.

import type { z } from 'zod'
import type { Country, LawSettings } from '@mahnwerk/core/countries'
import type { Language } from '@mahnwerk/core/explanations'
import { type Result, refuse } from '@mahnwerk/core/refusals'
import type { RefusalCode } from '../../http/texts.ts'
import { type SettingsChange, settled } from './fields.ts'
import { refusalInWords } from './in-words.ts'

/** The law that is asked, and the language of the answer. */
export type Law = { readonly country: Country; readonly settings: LawSettings; readonly language: Language }

type Common = { readonly country: string; readonly settings?: SettingsChange; readonly language?: Language }

export type Calculation = {
  /** As in the address and on the command line. */
  readonly name: string
  readonly summary: string
  readonly question: z.ZodType
  readonly answer: z.ZodType
  /** Answers a question that the schema took. */
  readonly ask: (question: unknown, given: Given) => Result<object, RefusalCode>
}

/** What a question does not say itself. */
export type Given = { readonly language: Language; readonly countryOf: (code: string) => Country | undefined }

export function calculation<Question extends z.ZodType<Common>, Answer extends z.ZodType<object>>(parts: {
  readonly name: string
  readonly summary: string
  readonly question: Question
  readonly answer: Answer
  readonly work: (question: z.output<Question>, law: Law) => Result<z.output<Answer>, RefusalCode>
}): Calculation {
  const { work, ...rest } = parts
  return {
    ...rest,
    ask: (parsed, { language, countryOf }) => {
      const question = parsed as z.output<Question> // what `question` made of it: see `Calculation.ask`
      const country = countryOf(question.country)
      if (country === undefined) return refuse('law_country_unknown', { country: question.country })
      const settings = settled(country.settings, question.settings)
      const unknown = unknownChoice(country, settings)
      if (unknown !== undefined) return refuse('law_choice_unknown', { ...unknown, country: country.code })
      const law = { country, settings, language: question.language ?? language }
      const answer = work(question, law)
      return answer.ok ? answer : { ok: false, refusal: refusalInWords(answer.refusal, country, law.language) }
    },
  }
}

/** A choice that the country's law does not leave open, or an answer that its question does not have. */
export function unknownChoice(
  { openQuestions }: Country,
  { choices }: Pick<LawSettings, 'choices'>,
): { readonly key: string; readonly answer: string } | undefined {
  const open = ([key, answer]: [string, string]): boolean =>
    openQuestions.some((question) => question.key === key && question.answers.includes(answer))
  const found = Object.entries(choices).find((choice) => !open(choice))
  return found && { key: found[0], answer: found[1] }
}
