// What the order for payment, a suit and enforcement cost: the court's fee (§ 34 GKG) and, apart from it, the representative's
// (RVG). Side claims do not raise the value while the principal is pursued (§ 43 GKG). Left out: travel, witnesses, experts,
// further services (the first ten are free), and the bailiff, whose acts have their own fees.

import type { CourtNote, CourtQuestion, CourtRefusal } from '../../court/index.ts'
import { type Line, inMoney, line } from '../../explanations/index.ts'
import { type LawRefusal, type Series, factOn, sourceOf } from '../../facts/index.ts'
import { type Minor, ZERO, add, subtract } from '../../money/index.ts'
import { type Result, accept, assertNever, refuse } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { vatFor } from './collection-costs.ts'
import { type FeeNote, feeNote } from './tariffs/fee-note.ts'
import {
  ATTACHMENT_ORDER_FEE,
  COURT_RATES,
  GKG_TABLES,
  ORDER_FOR_PAYMENT_MINIMUM,
  courtFee,
  suitAfterOrder,
} from './tariffs/gkg.ts'
import { type Cap, OLD_COLLECTOR_CAP, collectorCap, representation } from './representation.ts'

export { orderForPaymentCourt } from './order-for-payment-courts.ts'

export const COURT_SERIES: readonly Series<unknown>[] = [
  GKG_TABLES,
  ORDER_FOR_PAYMENT_MINIMUM,
  ATTACHMENT_ORDER_FEE,
  OLD_COLLECTOR_CAP,
]

/**
 * Court fee and representation for one act. Refused without a value, for a collector in a suit (it may only file the order for
 * payment and enforce, § 79 Abs. 2 Nr. 4 ZPO), and where no table is known for the day.
 */
export function courtCosts(question: CourtQuestion, settings: LawSettings): Result<CourtNote, CourtRefusal> {
  if (question.value <= 0) return refuse('court_no_tariff', { value: question.value, day: question.filedOn })
  if (question.act === 'suit' && question.representative === 'agency') {
    return refuse('court_not_admissible', { reason: '§ 79 Abs. 2 Nr. 4 ZPO' })
  }
  const fees = courtFees(question, settings)
  if (!fees.ok) return fees
  const represented = question.representative === 'none' ? accept(NOBODY) : representedBy(question, settings)
  return represented.ok ? accept(courtNote(question, fees.value, represented.value)) : represented
}

/** What the court charges: lines that sum to the fee still to be paid. */
function courtFees(question: CourtQuestion, settings: LawSettings): Result<readonly Line[], LawRefusal> {
  const { act, value, filedOn } = question
  const { trust } = settings
  switch (act) {
    case 'order_for_payment': {
      if (question.endedEarly) return accept([])
      const fee = courtFee('1100', COURT_RATES['1100'], value, filedOn, trust)
      return fee.ok ? accept([fee.value.line]) : fee
    }
    case 'suit': {
      const number = question.endedEarly ? '1211' : '1210'
      if (!question.afterOrderForPayment) {
        const fee = courtFee(number, COURT_RATES[number], value, filedOn, trust)
        return fee.ok ? accept([fee.value.line]) : fee
      }
      const both = suitAfterOrder(number, value, filedOn, trust)
      return both.ok ? accept([both.value.suit.line, creditLine(both.value.credit)]) : both
    }
    case 'enforcement': {
      const found = factOn(ATTACHMENT_ORDER_FEE, filedOn, trust)
      if (!found.ok) return found
      const { fact, marks } = found.value
      return accept([line('de.court.kv_2111', { amount: fact.value, sources: [sourceOf(fact)], marks })])
    }
    default:
      return assertNever(act)
  }
}

function creditLine(credit: Minor): Line {
  return line('de.court.credit_1100', {
    amount: subtract(ZERO, credit),
    sources: [{ citation: 'KV 1210 GKG', confidence: 'high', note: 'full credit of a minimum fee was not checked' }],
  })
}

type Represented = Pick<FeeNote, 'net' | 'vat' | 'gross' | 'lines'>

const NOBODY: Represented = { net: ZERO, vat: ZERO, gross: ZERO, lines: [] }

function representedBy(question: CourtQuestion, settings: LawSettings): Result<Represented, LawRefusal> {
  const orderedOn = question.orderedOn ?? question.filedOn
  const cap = collectorCap(question, orderedOn, settings.trust)
  if (!cap.ok) return cap
  const vat = vatFor({ creditorDeductsVat: question.creditorDeductsVat, on: question.filedOn }, settings)
  if (!vat.ok) return vat
  const note = feeNote(
    {
      orderedOn,
      ...representation(question),
      otherExpenses: ZERO,
      flatExpenses: true,
      uncontestedCollection: !(question.disputedBefore ?? question.disputed),
      ...vat.value,
    },
    settings.trust,
  )
  if (!note.ok || cap.value === undefined) return note
  return accept(note.value.gross <= cap.value.most ? note.value : capped(cap.value))
}

function capped({ most, source, marks }: Cap): Represented {
  const only = line('de.court.collector_cap', { amount: most, sources: [source], marks })
  return { net: most, vat: ZERO, gross: most, lines: [only] }
}

function courtNote(question: CourtQuestion, fees: readonly Line[], represented: Represented): CourtNote {
  const fee = fees.reduce((total, each) => add(total, each.amount ?? ZERO), ZERO)
  const total = add(fee, represented.gross)
  const parts = [line('de.court.fee', { amount: fee, lines: fees })]
  if (represented.lines.length > 0) {
    parts.push(line('de.court.representation', { amount: represented.gross, lines: represented.lines }))
  }
  return {
    courtFee: fee,
    representativeNet: represented.net,
    vat: represented.vat,
    total,
    why: line(`de.court.total.${question.act}`, {
      amount: total,
      quantities: { value: inMoney(question.value) },
      lines: parts,
    }),
  }
}
