// The flat court fee of the first instance (TP 1 GGG), the same for a suit and for the order-for-payment claim, by the value in
// dispute and the day of filing. Lawyers' fees (RATG), enforcement and surcharges for several parties are left out, so those
// questions are refused. Agencies may not sue (§ 118 (2) GewO). Since 2025 the part above 350,000 euros is not established.

import type { CourtNote, CourtQuestion, CourtRefusal } from '../../court/index.ts'
import { inMoney, line } from '../../explanations/index.ts'
import { type Series, type Source, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import { type Millionths, type Minor, ZERO, add, minor, percent, shareOf } from '../../money/index.ts'
import { type Result, accept, refuse } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { PROCEDURE_CEILING } from './procedure.ts'

/** Fees by the value up to which they hold, and what is asked above the last. */
export type FeeTable = {
  readonly bands: readonly { readonly upTo: Minor; readonly fee: Minor }[]
  readonly above?: { readonly rate: Millionths; readonly plus: Minor }
}

// Upper ends of the bands in whole euros: the same in both tables.
const UP_TO = [150, 300, 700, 2000, 3500, 7000, 35_000, 70_000, 140_000, 210_000, 280_000, 350_000] as const

/** Whole euros, as the law prints them. */
function table(fees: readonly number[], above?: FeeTable['above']): FeeTable {
  const bands = UP_TO.map((upTo, at) => ({ upTo: minor(upTo * 100), fee: minor((fees[at] ?? Number.NaN) * 100) }))
  return above === undefined ? { bands } : { bands, above }
}

export const COURT_FEES: Series<FeeTable> = seriesOf(
  'at.court_fees',
  { citation: 'TP 1 GGG idF BGBl. II 51/2025', confidence: 'high' },
  [
    ['2025-04-01', table([31, 59, 84, 140, 224, 412, 974, 1914, 3829, 5746, 7661, 9576])],
    [
      '2021-05-01',
      table([25, 48, 68, 114, 182, 335, 792, 1556, 3112, 4670, 6227, 7783], {
        rate: percent('1.2'),
        plus: minor(420_300),
      }),
      { citation: 'TP 1 GGG idF BGBl. II 160/2021' },
    ],
  ],
)

export function courtCosts(question: CourtQuestion, settings: LawSettings): Result<CourtNote, CourtRefusal> {
  const refused = refusalOf(question)
  if (refused) return refused
  if (question.afterOrderForPayment === true) return accept(alreadyPaid())
  const found = factOn(COURT_FEES, question.filedOn, settings.trust)
  if (!found.ok) return found
  const { fact, marks } = found.value
  const fee = feeOf(fact.value, question.value)
  if (fee === undefined) return refuse('court_no_tariff', { value: question.value })
  const quantities = { value: inMoney(question.value) }
  const ofCourt = line('at.court.fee', { amount: fee, quantities, sources: [sourceOf(fact)], marks })
  const why = line('at.court.note', { amount: fee, lines: [ofCourt] })
  return accept({ courtFee: fee, representativeNet: ZERO, vat: ZERO, total: fee, why })
}

// The fee of the order-for-payment claim covers the proceedings that follow an objection.
function alreadyPaid(): CourtNote {
  const source: Source = { citation: 'TP 1 GGG Anm. 1', confidence: 'medium' }
  const why = line('at.court.already_paid', { amount: ZERO, sources: [source] })
  return { courtFee: ZERO, representativeNet: ZERO, vat: ZERO, total: ZERO, why }
}

function refusalOf({ act, value, representative }: CourtQuestion): ReturnType<typeof refuse<CourtRefusal>> | undefined {
  if (act === 'enforcement') return refuse('court_no_tariff', { tariff: 'enforcement' })
  if (representative === 'agency') return refuse('court_not_admissible', { law: '§ 118 GewO' })
  if (representative === 'lawyer') return refuse('court_no_tariff', { tariff: 'RATG' })
  if (act === 'order_for_payment' && value > PROCEDURE_CEILING) {
    return refuse('court_not_admissible', { value, most: PROCEDURE_CEILING })
  }
  return undefined
}

function feeOf({ bands, above }: FeeTable, value: Minor): Minor | undefined {
  const band = bands.find(({ upTo }) => value <= upTo)
  if (band !== undefined) return band.fee
  return above === undefined ? undefined : add(shareOf(value, above.rate), above.plus)
}
