// Worked examples of Austria: how their inputs are put to the country, and its answers read.

import type { ExampleSet } from '../example.ts'
import { allocationExample } from './allocation.ts'
import { baseRateRule, rateLookup } from './rates.ts'
import { capsExample, checkExample, clientExample, flatExample, indexExample, totalExample } from './costs.ts'
import { courtFee, deadline, procedure } from './court.ts'
import { interestOf } from './interest.ts'
import { limitationExample } from './limitation.ts'

export const AUSTRIAN_EXAMPLES: ExampleSet = {
  jurisdiction: 'AT',
  categories: {
    'interest-b2b': interestOf({ debtor: 'business' }),
    'interest-consumer': interestOf({ debtor: 'consumer' }),
    'interest-agreed': interestOf({ debtor: 'consumer' }),
    'interest-b2b-no-responsibility': interestOf({ debtor: 'business', debtorAtFault: false }),
    'interest-b2b-old-contract': interestOf({ debtor: 'business' }),
    'rate-lookup': rateLookup,
    'base-rate-rule': baseRateRule,
    'collection-cost-index': indexExample,
    'collection-cost-caps': capsExample,
    'collection-cost-total': totalExample,
    'collection-cost-check': checkExample,
    'collection-cost-client': clientExample,
    'flat-40': flatExample,
    allocation: allocationExample,
    'court-fee': courtFee,
    procedure,
    deadline,
    limitation: limitationExample,
  },
}
