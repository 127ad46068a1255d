// The countries whose law Mahnwerk knows, and every fact that their figures rest on.

import { z } from 'zod'
import type { Country } from '@mahnwerk/core/countries'
import type { Language } from '@mahnwerk/core/explanations'
import { inWords, plainSource, source } from '../law/index.ts'

const names = z.object({ de: z.string(), en: z.string() })

export const countrySchema = z
  .object({
    code: z.string(),
    names,
    currency: z.string(),
    knownUntil: z.iso.date().describe('The last day for which everything is published'),
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
    settings: z.object({
      yearBasis: z.enum(['act/365', 'act/act', 'act/360']),
      paymentDayCounts: z.boolean(),
      lowConfidence: z.boolean(),
      provisional: z.boolean(),
      choices: z.record(z.string(), z.string()),
    }),
    openQuestions: z
      .array(
        z.object({
          key: z.string(),
          text: z.string(),
          answers: z.array(z.object({ key: z.string(), text: z.string() })),
        }),
      )
      .describe('What the law leaves open; the first answer is the default'),
  })
  .meta({ id: 'LawCountry' })

export const seriesSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    knownUntil: z.iso.date().exactOptional(),
    unit: z.enum(['percent', 'money']).exactOptional().describe('What plain numbers among the values are'),
    facts: z.array(
      z.object({
        from: z.iso.date(),
        value: z.unknown().describe('Rates in whole millionths (5 % is 50000), amounts in minor units'),
        ...source.shape,
      }),
    ),
  })
  .meta({ id: 'LawSeries', description: 'The values of one question, newest first.' })

export function countryAnswer(country: Country, language: Language): z.output<typeof countrySchema> {
  const { code, names: named, currency, knownUntil, regions, openQuestions } = country
  const { trust, choices, ...rest } = country.settings
  const word = wordOf(country, language)
  return {
    code,
    names: { ...named },
    currency,
    knownUntil,
    regions: Object.entries(regions).map(([region, name]) => ({ code: region, name })),
    settings: { ...rest, ...trust, choices: { ...choices } },
    openQuestions: openQuestions.map(({ key, answers }) => ({
      key,
      text: word(`choice.${code.toLowerCase()}.${key}`),
      answers: answers.map((answer) => ({ key: answer, text: word(`choice.${code.toLowerCase()}.${key}.${answer}`) })),
    })),
  }
}

// Not every country words the question itself beside its answers; then its key stands there.
function wordOf(country: Country, language: Language): (key: string) => string {
  return (key) => {
    const words = inWords(key, country, language)
    return words === key ? (key.split('.').at(-1) ?? key) : words
  }
}

export function seriesOf(country: Country, language: Language): z.output<typeof seriesSchema>[] {
  return country.series.map(({ name, knownUntil, unit, facts }) => ({
    name,
    title: inWords(name, country, language),
    ...(unit === undefined ? {} : { unit }),
    ...(knownUntil === undefined ? {} : { knownUntil }),
    facts: facts.map((fact) => ({ from: fact.from, value: fact.value, ...plainSource(fact) })),
  }))
}
