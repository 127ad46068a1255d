// What letters must say: a collector's first letter to a private person (§ 13a RDG), a lawyer's (§ 43d BRAO), and the notice on a
// creditor's invoice without which a consumer is not in default by time alone (§ 286 Abs. 3 BGB). Private is who does not owe from
// own business. Left out: the shorter list that held before October 2021 (§ 11a RDG), and duties toward a collector's own clients.

import { day } from '../../calendar/index.ts'
import type { Duty, DutyCondition, Occasion, Sender } from '../../duties/index.ts'
import type { Source } from '../../facts/index.ts'
import { bgb, cited } from './sources.ts'

const SINCE_2021 = day('2021-10-01')

type Entry = {
  readonly statement: string
  readonly occasion: Occasion
  readonly when?: DutyCondition
  /** Paragraph and number, the same in § 13a RDG and § 43d BRAO. */
  readonly place: string
}

const COLLECTORS: readonly Entry[] = [
  { statement: 'client', occasion: 'first_collection_letter', place: 'Abs. 1 Nr. 1' },
  { statement: 'ground', occasion: 'first_collection_letter', place: 'Abs. 1 Nr. 2' },
  { statement: 'interest', occasion: 'first_collection_letter', when: 'interest_demanded', place: 'Abs. 1 Nr. 3' },
  {
    statement: 'higher_rate',
    occasion: 'first_collection_letter',
    when: 'rate_above_statutory',
    place: 'Abs. 1 Nr. 4',
  },
  { statement: 'costs', occasion: 'first_collection_letter', when: 'costs_demanded', place: 'Abs. 1 Nr. 5' },
  { statement: 'vat', occasion: 'first_collection_letter', when: 'vat_demanded', place: 'Abs. 1 Nr. 6' },
  { statement: 'address', occasion: 'first_collection_letter', when: 'address_from_elsewhere', place: 'Abs. 1 Nr. 7' },
  { statement: 'first_creditor', occasion: 'on_request', place: 'Abs. 2' },
  { statement: 'contract', occasion: 'on_request', place: 'Abs. 2' },
  { statement: 'plan_cost', occasion: 'plan_offer', place: 'Abs. 3' },
  { statement: 'acknowledged_parts', occasion: 'acknowledgement_request', place: 'Abs. 4' },
  { statement: 'lost_defences', occasion: 'acknowledgement_request', place: 'Abs. 4' },
]

export const DUTIES: readonly Duty[] = [
  ...COLLECTORS.flatMap((entry) => [
    owed(entry, 'agency', cited(`§ 13a ${entry.place} RDG`)),
    // The lawyers' list is the same; the numbers inside § 43d were not compared one by one.
    owed(entry, 'lawyer', cited(`§ 43d ${entry.place.replace(/ Nr\..*/, '')} BRAO`)),
  ]),
  owed(authority('authority'), 'agency', cited('§ 13a Abs. 1 Nr. 8 RDG')),
  owed(authority('chamber'), 'lawyer', cited('§ 43d Abs. 1 BRAO')),
  {
    ...owed({ statement: 'thirty_days', occasion: 'invoice', place: '' }, 'creditor', bgb('§ 286 Abs. 3')),
    from: day('2002-01-01'),
  },
]

function authority(statement: string): Entry {
  return { statement, occasion: 'first_collection_letter', place: 'Abs. 1 Nr. 8' }
}

function owed({ statement, occasion, when = 'always' }: Entry, sender: Sender, source: Source): Duty {
  return {
    statement: `de.duty.${statement}`,
    senders: [sender],
    occasions: [occasion],
    debtors: ['consumer'],
    when,
    from: SINCE_2021,
    source,
  }
}
