// What a court charges by value: the unit of § 34 GKG, the order for payment (KV 1100) with its own minimum, and the suit
// (KV 1210, 1211). The day on which the procedure became pending decides which table holds (§ 71 GKG).

import type { LocalDate } from '../../../calendar/index.ts'
import { type Line, inMoney, inNumber, line } from '../../../explanations/index.ts'
import { type LawRefusal, type Series, type Trust, factOn, seriesOf, sourceOf } from '../../../facts/index.ts'
import { type Millionths, type Minor, add, factor, least, shareOf, subtract } from '../../../money/index.ts'
import { type Result, accept } from '../../../refusals/index.ts'
import { type ValueTable, atLeast, euros, rateText, unitFee, valueTable } from './value-fees.ts'

export const GKG_TABLES: Series<ValueTable> = seriesOf(
  'GKG § 34',
  { citation: '§ 34 Abs. 1 GKG', confidence: 'high' },
  [
    ['2025-06-01', valueTable('40', ['21', '22.50', '30.50', '40.50', '140', '210', '210'])],
    ['2021-01-01', valueTable('38', ['20', '21', '29', '38', '132', '198', '198'])],
    ['2013-08-01', valueTable('35', ['18', '19', '26', '35', '120', '179', '180'])],
  ],
)

/** The least that an order for payment costs. */
export const ORDER_FOR_PAYMENT_MINIMUM: Series<Minor> = seriesOf(
  'KV 1100 GKG',
  { citation: 'KV 1100 GKG', confidence: 'high' },
  [
    ['2025-06-01', euros('38.00')],
    ['2021-01-01', euros('36.00')],
    ['2013-08-01', euros('32.00')],
    ['2006-07-01', euros('23.00'), { confidence: 'medium' }],
  ],
)

/** Attachment of a claim or account (Pfändungs- und Überweisungsbeschluss), for each debtor. */
export const ATTACHMENT_ORDER_FEE: Series<Minor> = seriesOf(
  'KV 2111 GKG',
  { citation: 'KV 2111 GKG', confidence: 'high', note: 'consolidated text of April 2026' },
  [
    ['2026-04-18', euros('24.00')],
    ['2025-06-01', euros('24.00'), { confidence: 'low', note: 'beginning not established' }],
  ],
)

export type CourtFee = { readonly amount: Minor; readonly line: Line }

/** The 1.0 court fee for a value. */
export function courtFeeUnit(value: Minor, filedOn: LocalDate, trust?: Trust): Result<Minor, LawRefusal> {
  const table = factOn(GKG_TABLES, filedOn, trust)
  return table.ok ? accept(unitFee(table.value.fact.value, value)) : table
}

/** A multiple of the unit, half cents up, at least the minimum: that of the number where it has its own, else 15.00. */
export function courtFee(
  kv: string,
  rate: Millionths,
  value: Minor,
  filedOn: LocalDate,
  trust?: Trust,
): Result<CourtFee, LawRefusal> {
  const table = factOn(GKG_TABLES, filedOn, trust)
  if (!table.ok) return table
  const own = kv === '1100' ? factOn(ORDER_FOR_PAYMENT_MINIMUM, filedOn, trust) : undefined
  if (own !== undefined && !own.ok) return own
  const unit = unitFee(table.value.fact.value, value)
  const minimum = own?.value.fact.value ?? table.value.fact.value.minimum
  const plain = shareOf(unit, rate)
  const amount = atLeast(plain, minimum)
  const key = NAMED.includes(kv) ? `de.court.kv_${kv}` : 'de.court.kv_other'
  return accept({
    amount,
    line: line(plain < minimum ? `${key}_minimum` : key, {
      amount,
      quantities: {
        rate: inNumber(rateText(rate)),
        unit: inMoney(unit),
        value: inMoney(value),
        minimum: inMoney(minimum),
      },
      sources: [{ citation: `KV ${kv} GKG`, confidence: 'high' }, sourceOf(table.value.fact)],
      marks: [...table.value.marks, ...(own?.value.marks ?? [])],
    }),
  })
}

const NAMED = ['1100', '1210', '1211']

/** Multiples of the unit by number: order for payment, suit, suit that ended early. */
export const COURT_RATES = { '1100': factor('0.5'), '1210': factor('3.0'), '1211': factor('1.0') } as const

export type SuitAfterOrder = {
  readonly order: CourtFee
  readonly suit: CourtFee
  /** What was paid for the order counts towards the suit, as far as the suit costs as much. */
  readonly credit: Minor
  readonly furtherDue: Minor
  /** Both procedures together. */
  readonly total: Minor
}

/** A suit that follows an order for payment of the same value. */
export function suitAfterOrder(
  suitNumber: '1210' | '1211',
  value: Minor,
  filedOn: LocalDate,
  trust?: Trust,
  rates: { readonly order: Millionths; readonly suit: Millionths } = {
    order: COURT_RATES['1100'],
    suit: COURT_RATES[suitNumber],
  },
): Result<SuitAfterOrder, LawRefusal> {
  const order = courtFee('1100', rates.order, value, filedOn, trust)
  if (!order.ok) return order
  const suit = courtFee(suitNumber, rates.suit, value, filedOn, trust)
  if (!suit.ok) return suit
  const credit = least(order.value.amount, suit.value.amount)
  const furtherDue = subtract(suit.value.amount, credit)
  return accept({
    order: order.value,
    suit: suit.value,
    credit,
    furtherDue,
    total: add(order.value.amount, furtherDue),
  })
}
