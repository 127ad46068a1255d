// What letters to Austrian debtors must say, as far as the sources carry: the data protection information in an agency's first
// letter (Art. 14 GDPR), and collection costs itemised where a consumer is to bear them by contract (§ 6 (1) Z 15 KSchG, whose
// text was only recalled). Rules for clauses of contracts are left out: they bind terms, not letters.

import { day } from '../../calendar/index.ts'
import type { Duty } from '../../duties/index.ts'

export const DUTIES: readonly Duty[] = [
  {
    statement: 'at.duty.data_protection',
    senders: ['agency', 'lawyer'],
    occasions: ['first_collection_letter'],
    debtors: ['consumer'],
    when: 'always',
    from: day('2018-05-25'),
    source: { citation: 'Art. 14 DSGVO', confidence: 'medium' },
  },
  {
    statement: 'at.duty.costs_itemised',
    senders: ['creditor', 'agency', 'lawyer'],
    occasions: ['dunning_letter', 'first_collection_letter', 'collection_letter'],
    debtors: ['consumer'],
    when: 'costs_demanded',
    from: day('1997-01-01'),
    source: { citation: '§ 6 Abs. 1 Z 15 KSchG', confidence: 'low' },
  },
]
