// The most that a collector's work may cost the debtor, each sum with its rule.

import { z } from 'zod'
import { marksOf } from '@mahnwerk/core/explanations'
import { accept } from '@mahnwerk/core/refusals'
import { explanation, marks, writer } from './answers.ts'
import { calculation } from './calculation.ts'
import { collecting } from './collecting.ts'
import { asked } from './fields.ts'

export const collectionCosts = calculation({
  name: 'collection-costs',
  summary: 'The most that may be demanded from a debtor for collecting',
  question: z.object({ ...asked, collection: collecting }).meta({ id: 'CollectionCostsQuestion' }),
  answer: z
    .object({
      country: z.string(),
      currency: z.string(),
      net: z.int(),
      vat: z.int(),
      gross: z.int(),
      explanation,
      marks,
    })
    .meta({ id: 'CollectionCostsAnswer' }),
  work: ({ collection }, { country, settings, language }) => {
    const note = country.collectionCosts(collection, settings)
    if (!note.ok) return note
    const { net, vat, gross, why } = note.value
    const write = writer(country, language, country.currency)
    const shared = { country: country.code, currency: country.currency }
    return accept({ ...shared, net, vat, gross, explanation: write(why), marks: [...marksOf(why)] })
  },
})
