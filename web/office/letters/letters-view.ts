// What the pages of templates show, and how a letter is named in an address: "letzte-verbraucher-de".

import type { LetterTemplate, LetterTemplates, TemplateJudgement } from '@mahnwerk/client/api'

export type Words = LetterTemplate['words']
export type Field = keyof Words
export type Judgement = TemplateJudgement
export type Fault = Judgement['faults'][number]
export type TemplateRow = LetterTemplates['templates'][number]
export type Kind = TemplateRow['kind']
export type Audience = TemplateRow['audience']
export type LetterLanguage = TemplateRow['language']
export type Which = { readonly language: LetterLanguage; readonly kind: Kind; readonly audience: Audience }

export const FIELDS = ['subject', 'opening', 'next', 'alreadyPaid', 'contact'] as const satisfies readonly Field[]
export const KINDS = ['reminder', 'first', 'second', 'last'] as const satisfies readonly Kind[]
export const AUDIENCES = ['consumer', 'business'] as const satisfies readonly Audience[]
export const LANGUAGES = ['de', 'en', 'nl'] as const satisfies readonly LetterLanguage[]

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  reminder: 'erinnerung',
  first: 'mahnung',
  second: 'zweite',
  last: 'letzte',
}
const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = { consumer: 'verbraucher', business: 'unternehmen' }

export function letterWord({ kind, audience, language }: Which): string {
  return `${KIND_WORDS[kind]}-${AUDIENCE_WORDS[audience]}-${language}`
}

/** Undefined where no letter is named like that. */
export function letterOf(word: string): Which | undefined {
  const all = LANGUAGES.flatMap((language) =>
    KINDS.flatMap((kind) => AUDIENCES.map((audience) => ({ language, kind, audience }))),
  )
  return all.find((which) => letterWord(which) === word)
}

/** Blanks at the edges say nothing and are not kept. */
export function sameWords(one: Words, other: Words): boolean {
  return FIELDS.every((field) => one[field].trim() === other[field].trim())
}
