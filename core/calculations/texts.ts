// All sentences that an explanation of a country's law may need, in one catalogue per language.

import type { Country } from '../countries/index.ts'
import { type Catalogue, type Explained, type Language, type Line, explain } from '../explanations/index.ts'
import type { Currency } from '../money/index.ts'
import { PLAN_TEXTS } from '../plans/index.ts'
import { STATEMENT_TEXTS } from '../statement/index.ts'
import { ASSUMPTION_TEXTS } from './assumptions.ts'
import { BOOKS_TEXTS } from './books.ts'

const kept = new Map<string, Catalogue>()

/** The catalogue of a country in a language: its own sentences beside those that all share. */
export function catalogueOf(country: Country, language: Language): Catalogue {
  const name = `${country.code}:${language}`
  const found = kept.get(name)
  if (found) return found
  const shared = {
    ...STATEMENT_TEXTS[language],
    ...PLAN_TEXTS[language],
    ...ASSUMPTION_TEXTS[language],
    ...BOOKS_TEXTS[language],
  }
  const made = { ...shared, ...country.texts[language] }
  kept.set(name, made)
  return made
}

/** A line of a country's law, written in a language. */
export function explained(
  of: Line,
  country: Country,
  language: Language,
  currency: Currency = country.currency,
): Explained {
  return explain(of, catalogueOf(country, language), language, currency)
}
