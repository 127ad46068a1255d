// The worked examples of the Netherlands: which category is answered by what.

import type { ExampleSet } from '../example.ts'
import { costs, costsByLetter, costsCombined, costsWithVat } from './costs.ts'
import { allocation, courtFee, limitation } from './court.ts'
import { interestOver, rateLookup, rateSetting } from './interest.ts'
import { deadline } from './letter.ts'

export const NETHERLANDS_EXAMPLES: ExampleSet = {
  jurisdiction: 'NL',
  categories: {
    'collection-costs': costs,
    'collection-costs-combined': costsCombined,
    'collection-costs-vat': costsWithVat,
    'collection-costs-partial': costs,
    'collection-costs-b2c': costsByLetter,
    'collection-costs-b2b': costsByLetter,
    'deadline-14-days': deadline,
    'interest-segment': interestOver('general'),
    'interest-consumer': interestOver('general'),
    'interest-trade': interestOver('trade'),
    'rate-lookup': rateLookup,
    'rate-setting': rateSetting,
    'court-fee': courtFee,
    allocation,
    limitation,
  },
}
