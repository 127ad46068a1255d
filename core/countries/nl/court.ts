// What a suit before the kanton judge costs: the court fee, which only the claimant pays (art. 4 Wgbz), without VAT. The
// Netherlands have no order for payment of their own. Left out, and said so on the note: the bailiff's summons (Btag), the
// representative's fee, which the loser owes by court scale, and suits above the kanton limit.

import type { CourtNote, CourtQuestion, CourtRefusal } from '../../court/index.ts'
import { byName, inMoney, inWord, line } from '../../explanations/index.ts'
import { type Found, type Source, factOn, sourceOf } from '../../facts/index.ts'
import { type Minor, ZERO } from '../../money/index.ts'
import { type Result, accept, refuse } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { COURT_FEES, type FeeBand, KANTON_LIMIT, bandOf } from './court-fees.ts'

const CLAIMANT_PAYS: Source = { citation: 'art. 4 Wet griffierechten burgerlijke zaken', confidence: 'high' }
const NOT_INCLUDED: Source = { citation: 'Btag; art. 237 Rv', confidence: 'low', note: 'not collected' }

/** Refused for an order for payment (there is none), for enforcement, above the kanton limit, and where no table is known. */
export function courtCosts(question: CourtQuestion, settings: LawSettings): Result<CourtNote, CourtRefusal> {
  if (question.act === 'order_for_payment') return refuse('court_not_admissible', { act: question.act })
  if (question.act === 'enforcement') return refuse('court_no_tariff', { act: question.act })
  const limit = factOn(KANTON_LIMIT, question.filedOn, settings.trust)
  if (!limit.ok) return limit
  if (question.value > limit.value.fact.value) {
    return refuse('court_no_tariff', { act: question.act, value: question.value, most: limit.value.fact.value })
  }
  const fees = factOn(COURT_FEES, question.filedOn, settings.trust)
  if (!fees.ok) return fees
  const fee = feeOf(question, fees.value.fact.value)
  if (fee === undefined) return refuse('court_no_tariff', { act: question.act, day: question.filedOn })
  return accept(noteOf(question, fee, fees.value))
}

function feeOf({ value, claimant }: CourtQuestion, all: readonly FeeBand[]): Minor | undefined {
  const band = bandOf(value, all)
  return claimant === 'company' ? band?.company : band?.person
}

function noteOf({ value, claimant, filedOn }: CourtQuestion, fee: Minor, found: Found<readonly FeeBand[]>): CourtNote {
  const quantities = {
    value: inMoney(value),
    claimant: inWord(`nl.word.${claimant}`),
    year: byName(filedOn.slice(0, 4)),
  }
  const { fact, marks } = found
  const lines = [
    line('nl.court.fee', { amount: fee, quantities, sources: [sourceOf(fact), CLAIMANT_PAYS], marks }),
    line('nl.court.not_included', { sources: [NOT_INCLUDED] }),
  ]
  const why = line('nl.court.total', { amount: fee, lines })
  return { courtFee: fee, representativeNet: ZERO, vat: ZERO, total: fee, why }
}
