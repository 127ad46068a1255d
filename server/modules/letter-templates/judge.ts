// What is to be said of words before they go out: each statement that the law wants and what makes it, the sentences that stand
// at {legal}, and every fault, in the reader's language, with the sentence that mends it.

import { z } from 'zod'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { explained } from '@mahnwerk/core/calculations'
import type { Duty } from '@mahnwerk/core/duties'
import { line } from '@mahnwerk/core/explanations'
import {
  type DunningTemplate,
  type TemplateFault,
  type TemplatePlace,
  faultsInTemplate,
  saysLegal,
  statementsIn,
} from '@mahnwerk/core/letters'
import { minor } from '@mahnwerk/core/money'
import { assertNever } from '@mahnwerk/core/refusals'
import { type Refused, refused } from '../../http/index.ts'
import { type Locale, type RefusalCode, sentenceOf } from '../../http/texts.ts'
import type { LetterLaw } from './law.ts'
import type { Which } from './which.ts'
import { FIELD_NAMES } from './words.ts'

const field = z.enum(['subject', 'opening', 'next', 'alreadyPaid', 'contact'])

export const judgementSchema = z.object({
  statements: z.array(
    z.object({
      statement: z.string(),
      text: z.string().describe('What must be said'),
      rule: z.string(),
      made: z.enum(['by_form', 'by_legal', 'lost']),
      sentence: z.string().nullable().describe('One that says it, with example amounts'),
    }),
  ),
  legal: z.object({
    said: z.boolean().describe('Whether {legal} stands in the text'),
    sentences: z.array(z.string()).describe('What {legal} says here, with example amounts'),
  }),
  faults: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      detail: z.string(),
      field: field.nullable(),
      line: z.int().nullable(),
      column: z.int().nullable(),
      name: z.string().nullable().describe('The placeholder that is not known'),
      suggestion: z.string().nullable().describe('The one that was probably meant'),
    }),
  ),
})

export type Judgement = z.output<typeof judgementSchema>

export type Judged = { readonly which: Which; readonly law: LetterLaw; readonly on: LocalDate; readonly locale: Locale }

export function judge(words: DunningTemplate, judged: Judged): Judgement {
  const { which, law, on, locale } = judged
  const { country } = law
  return {
    statements: statementsIn(words, which.kind, country, which.audience, on).map(({ duty, made }) => ({
      statement: duty.statement,
      text: statementName(duty, law, locale),
      rule: duty.source.citation,
      made,
      sentence: sentenceFor(duty, judged) ?? null,
    })),
    legal: { said: saysLegal(words), sentences: exampleSentences(judged).map(({ text }) => text) },
    faults: faultsOf(words, judged).map((fault) => {
      const { code, facts } = told(fault, judged)
      return { code, ...sentenceOf(code, facts, locale), ...whereOf(fault) }
    }),
  }
}

export function faultsOf(words: DunningTemplate, { which, law, on }: Omit<Judged, 'locale'>): readonly TemplateFault[] {
  const { country, healthProfession } = law
  return faultsInTemplate(words, { kind: which.kind, country, debtor: which.audience, on, healthProfession })
}

/** The first fault as a refusal; undefined where the words may go out. */
export function refusalOf(words: DunningTemplate, judged: Judged): Refused | undefined {
  const [fault] = faultsOf(words, judged)
  if (fault === undefined) return undefined
  const { code, facts } = told(fault, judged)
  return refused(code, facts)
}

type Told = { readonly code: RefusalCode; readonly facts: Readonly<Record<string, string | number>> }

function told(fault: TemplateFault, judged: Judged): Told {
  const names = FIELD_NAMES[judged.locale]
  const place = ({ field: at, line: row, column }: TemplatePlace) => ({ field: names[at], line: row, column })
  switch (fault.kind) {
    case 'text_missing':
      return { code: 'template_text_missing', facts: { field: names[fault.field] } }
    case 'placeholder_unknown': {
      const { suggestion } = fault
      const facts = { ...place(fault.place), name: `{${fault.name}}` }
      return suggestion === undefined
        ? { code: 'template_placeholder_unknown', facts }
        : { code: 'template_placeholder_mistaken', facts: { ...facts, suggestion: `{${suggestion}}` } }
    }
    case 'brace_alone':
      return { code: 'template_brace_alone', facts: place(fault.place) }
    case 'statement_missing':
      return { code: 'template_statement_missing', facts: statementFacts(fault.duty, judged) }
    case 'term_not_lawful':
      return { code: 'template_term_not_lawful', facts: {} }
    case 'health_words':
      return { code: 'template_health_words', facts: { words: fault.words.join(', ') } }
    default:
      return assertNever(fault)
  }
}

function whereOf(
  fault: TemplateFault,
): Pick<Judgement['faults'][number], 'field' | 'line' | 'column' | 'name' | 'suggestion'> {
  const nowhere = { field: null, line: null, column: null, name: null, suggestion: null }
  switch (fault.kind) {
    case 'text_missing':
      return { ...nowhere, field: fault.field }
    case 'placeholder_unknown':
      return { ...nowhere, ...fault.place, name: fault.name, suggestion: fault.suggestion ?? null }
    case 'brace_alone':
      return { ...nowhere, ...fault.place }
    case 'health_words':
      return { ...nowhere, field: 'subject' }
    case 'statement_missing':
    case 'term_not_lawful':
      return nowhere
    default:
      return assertNever(fault)
  }
}

function statementFacts(duty: Duty, judged: Judged) {
  return {
    statement: statementName(duty, judged.law, judged.locale),
    rule: duty.source.citation,
    placeholder: '{legal}',
    sentence: sentenceFor(duty, judged) ?? '{legal}',
  }
}

function statementName({ statement }: Duty, { country }: LetterLaw, locale: Locale): string {
  return explained(line(statement), country, locale).text
}

// A sum for which every country names costs.
const EXAMPLE = minor(50_000)

/** What {legal} says; nothing where the law cannot tell it today. */
function exampleSentences({ which, law, on }: Judged) {
  const { kind, audience, language } = which
  const facts = { kind, debtor: audience, on, principals: [EXAMPLE], creditorDeductsVat: law.deductsVat }
  const words = law.country.notices.wordsOf(facts, law.settings, language)
  return words.ok ? words.value.sentences : []
}

function sentenceFor({ statement }: Duty, judged: Judged): string | undefined {
  const sentences = exampleSentences(judged)
  const says = sentences.find(({ statements }) => statements.includes(statement))
  return (says ?? sentences.find(({ statements }) => statements.length > 0))?.text
}
