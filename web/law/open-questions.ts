// The words of a question that a country's law leaves open. The country's catalogue holds them as
// `choice.<country>.<key>` and `choice.<country>.<key>.<answer>`.

import type { Country, OpenQuestion } from '@mahnwerk/core/countries'
import type { Catalogue } from '@mahnwerk/core/explanations'

export type OpenQuestionTexts = {
  readonly label: string
  readonly answers: readonly { readonly value: string; readonly label: string }[]
}

export function openQuestionTexts(
  country: Pick<Country, 'code'>,
  { key, answers }: OpenQuestion,
  catalogue: Catalogue,
): OpenQuestionTexts {
  const stem = `choice.${country.code.toLowerCase()}.${key}`
  return {
    label: wordOf(catalogue, stem) ?? key,
    answers: answers.map((value) => ({ value, label: wordOf(catalogue, `${stem}.${value}`) ?? value })),
  }
}

function wordOf(catalogue: Catalogue, key: string): string | undefined {
  const wording = catalogue[key]
  return typeof wording === 'string' ? wording : wording?.text
}
