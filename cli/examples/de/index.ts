// The German worked examples: a file per topic beside this one.

import type { ExampleSet } from '../example.ts'
import { ACCOUNT_CATEGORIES } from './account.ts'
import { ALLOCATION_CATEGORIES } from './allocation.ts'
import { COURT_CATEGORIES } from './court.ts'
import { FEE_CATEGORIES } from './fees.ts'
import { INTEREST_CATEGORIES } from './interest.ts'
import { LATE_CATEGORIES } from './late.ts'
import { LIMITATION_CATEGORIES } from './limitation.ts'
import { PERIOD_CATEGORIES } from './periods.ts'

export const GERMAN_EXAMPLES: ExampleSet = {
  jurisdiction: 'DE',
  categories: {
    ...INTEREST_CATEGORIES,
    ...LATE_CATEGORIES,
    ...ALLOCATION_CATEGORIES,
    ...ACCOUNT_CATEGORIES,
    ...LIMITATION_CATEGORIES,
    ...PERIOD_CATEGORIES,
    ...FEE_CATEGORIES,
    ...COURT_CATEGORIES,
  },
}
