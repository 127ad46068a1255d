// What letters must say in the Netherlands: the fourteen-day letter to consumers (art. 6:96 lid 6 BW), and what collectors owe
// natural persons since 1 April 2024 (Wet kwaliteit incassodienstverlening, Wki). A creditor's own collecting and business
// debtors are outside the Wki; sole traders, who are natural persons, are business debtors here and not told apart.

import { day } from '../../calendar/index.ts'
import type { Duty } from '../../duties/index.ts'
import type { Source } from '../../facts/index.ts'
import { LETTER } from './veertiendagenbrief.ts'

const WKI: Source = { citation: 'Wki; Besluit kwaliteit incassodienstverlening (Stb. 2024, 44)', confidence: 'high' }
const VAT: Source = {
  citation: 'art. 2 lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten',
  confidence: 'high',
}

const FOURTEEN_DAYS = {
  senders: ['creditor', 'agency', 'lawyer'],
  occasions: ['warning_letter'],
  debtors: ['consumer'],
  when: 'always',
  from: day('2012-07-01'),
  source: LETTER,
} as const satisfies Omit<Duty, 'statement'>

const COLLECTOR = {
  senders: ['agency', 'lawyer'],
  occasions: ['warning_letter', 'first_collection_letter', 'collection_letter', 'plan_offer'],
  debtors: ['consumer'],
  when: 'always',
  from: day('2024-04-01'),
  source: WKI,
} as const satisfies Omit<Duty, 'statement'>

export const DUTIES: readonly Duty[] = [
  { ...FOURTEEN_DAYS, statement: 'nl.duty.consequence' },
  { ...FOURTEEN_DAYS, statement: 'nl.duty.exact_costs' },
  { ...FOURTEEN_DAYS, statement: 'nl.duty.fourteen_days' },
  { ...FOURTEEN_DAYS, statement: 'nl.duty.vat', when: 'vat_demanded', from: day('2012-10-01'), source: VAT },
  { ...COLLECTOR, statement: 'nl.duty.claim_build_up' },
  { ...COLLECTOR, statement: 'nl.duty.contact' },
  { ...COLLECTOR, statement: 'nl.duty.complaints' },
]
