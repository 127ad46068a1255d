// Worked examples of Switzerland: how their inputs are put to the country, and its answers read.

import type { ExampleSet } from '../example.ts'
import { allocationExample } from './allocation.ts'
import { deadline, enforcementFee } from './enforcement.ts'
import { interestExample } from './interest.ts'

export const SWISS_EXAMPLES: ExampleSet = {
  jurisdiction: 'CH',
  categories: {
    interest: interestExample,
    'enforcement-fee': enforcementFee,
    deadline,
    allocation: allocationExample,
  },
}
