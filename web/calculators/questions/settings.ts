// What the law leaves open, as a reader of the page chose it; where nothing is chosen, the country's own defaults.

import type { Country, LawSettings } from '@mahnwerk/core/countries'
import { type Given, oneOfIn, tickIn } from '../form/given.ts'

export const YEAR_BASES = ['act/365', 'act/act', 'act/360'] as const

export function settingsIn(given: Given, country: Country): LawSettings {
  const { settings, openQuestions } = country
  const choices = openQuestions.flatMap(({ key, answers }) => {
    const chosen = oneOfIn(given, `frage.${key}`, answers)
    return chosen === undefined ? [] : [[key, chosen] as const]
  })
  return {
    yearBasis: oneOfIn(given, 'jahr', YEAR_BASES) ?? settings.yearBasis,
    paymentDayCounts: tickIn(given, 'zahltag', settings.paymentDayCounts),
    trust: { provisional: tickIn(given, 'vorlaeufig', false), lowConfidence: tickIn(given, 'ungesichert', false) },
    choices: { ...settings.choices, ...Object.fromEntries(choices) },
  }
}
