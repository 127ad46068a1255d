// A refusal of the law names the series of facts that it lacks by a key; a person reads what the country calls it.

import { catalogueOf } from '@mahnwerk/core/calculations'
import type { Country } from '@mahnwerk/core/countries'
import type { Language } from '@mahnwerk/core/explanations'
import type { Refusal } from '@mahnwerk/core/refusals'

/** The country's words for a key of its catalogue; the key itself where it has none, or where they need quantities. */
export function inWords(key: string, country: Country, language: Language): string {
  const wording = catalogueOf(country, language)[key]
  const text = typeof wording === 'string' ? wording : wording?.text
  return text === undefined || text.includes('{') ? key : text
}

/** The fact `series` in words, its key beside it as `key`. */
export function refusalInWords<Code extends string>(
  refusal: Refusal<Code>,
  country: Country,
  language: Language,
): Refusal<Code> {
  const { series } = refusal.facts
  if (typeof series !== 'string') return refusal
  return { ...refusal, facts: { ...refusal.facts, series: inWords(series, country, language), key: series } }
}
