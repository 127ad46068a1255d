// What the bailiff charges for an order (GvKostG): fees by act, one sum for travel, one for expenses. The day of the order
// decides (§ 18 GvKostG). Figures between November 2021 and May 2025 that nobody has found are refused, not carried on. Left
// out: copies, transport, the supplement for time, and the part of KV 101 that changed its number in 2025.

import type { LocalDate } from '../../../calendar/index.ts'
import { type Line, inMoney, inNumber, line } from '../../../explanations/index.ts'
import { type LawRefusal, type Series, type Trust, factOn, seriesOf, sourceOf } from '../../../facts/index.ts'
import { type Minor, ZERO, least, percent, shareOf, sum } from '../../../money/index.ts'
import { type Result, accept, refuse } from '../../../refusals/index.ts'
import { BAILIFF_FEES, type BailiffAct } from './bailiff-fees.ts'
import { atLeast, euros, shareText } from './value-fees.ts'

/** One sum for each order, by the distance one way in kilometres: up to 10, 20, 30, 40, and above. */
const TRAVEL: Series<readonly Minor[]> = seriesOf(
  'KV 711 GvKostG',
  { citation: 'KV 711 GvKostG', confidence: 'high' },
  [
    ['2026-04-18', ['3.25', '6.50', '9.75', '13.00', '16.25'].map(euros)],
    [
      '2025-06-01',
      ['3.25', '6.50', '9.75', '13.00', '16.25'].map(euros),
      { confidence: 'low', note: 'beginning not established' },
    ],
  ],
)

type Expenses = { readonly least: Minor; readonly most: Minor }
const FROM_FEES: Expenses = { least: euros('3.00'), most: euros('10.00') }
const SHARE = percent('20')

const EXPENSES: Series<Expenses> = seriesOf('KV 716 GvKostG', { citation: 'KV 716 GvKostG', confidence: 'high' }, [
  ['2026-04-18', FROM_FEES],
  ['2013-08-01', FROM_FEES, { confidence: 'low', note: 'beginning not established' }],
])

export const BAILIFF_SERIES: readonly Series<unknown>[] = [...Object.values(BAILIFF_FEES), TRAVEL, EXPENSES]

export type BailiffOrder = {
  readonly orderedOn: LocalDate
  /** Each once for every time it was done. */
  readonly acts: readonly BailiffAct[]
  /** The way in whole kilometres; absent where the bailiff did not travel. */
  readonly km?: number
}

export type BailiffNote = { readonly amount: Minor; readonly why: Line }

/** The cost of one order. Refused where a figure for the day is not known. */
export function bailiffCosts(order: BailiffOrder, trust?: Trust): Result<BailiffNote, LawRefusal> {
  const lines: Line[] = []
  for (const act of order.acts) {
    const fee = actLine(act, order.orderedOn, trust)
    if (!fee.ok) return fee
    lines.push(fee.value)
  }
  const others = [expensesLine(sumOf(lines), order.orderedOn, trust)]
  if (order.km !== undefined) others.unshift(travelLine(order.km, order.orderedOn, trust))
  for (const other of others) {
    if (!other.ok) return other
    lines.push(other.value)
  }
  const amount = sumOf(lines)
  return accept({ amount, why: line('de.bailiff.total', { amount, lines }) })
}

function actLine(act: BailiffAct, on: LocalDate, trust?: Trust): Result<Line, LawRefusal> {
  const found = factOn<Minor | null>(BAILIFF_FEES[act], on, trust)
  if (!found.ok) return found
  const { fact, marks } = found.value
  if (fact.value === null)
    return refuse('law_not_established', { series: BAILIFF_FEES[act].name, day: on, source: fact.citation })
  return accept(line(`de.bailiff.${act}`, { amount: fact.value, sources: [sourceOf(fact)], marks }))
}

function travelLine(km: number, on: LocalDate, trust?: Trust): Result<Line, LawRefusal> {
  const found = factOn(TRAVEL, on, trust)
  if (!found.ok) return found
  const { fact, marks } = found.value
  const zone = Math.min(Math.max(Math.ceil(km / 10), 1), fact.value.length)
  const amount = fact.value[zone - 1] ?? ZERO
  return accept(
    line('de.bailiff.travel', { amount, quantities: { km: inNumber(km) }, sources: [sourceOf(fact)], marks }),
  )
}

function expensesLine(fees: Minor, on: LocalDate, trust?: Trust): Result<Line, LawRefusal> {
  const found = factOn(EXPENSES, on, trust)
  if (!found.ok) return found
  const { fact, marks } = found.value
  const amount = least(atLeast(shareOf(fees, SHARE), fact.value.least), fact.value.most)
  const quantities = {
    share: inNumber(shareText(SHARE)),
    of: inMoney(fees),
    least: inMoney(fact.value.least),
    most: inMoney(fact.value.most),
  }
  return accept(line('de.bailiff.expenses', { amount, quantities, sources: [sourceOf(fact)], marks }))
}

function sumOf(lines: readonly Line[]): Minor {
  return sum(lines.map((each) => each.amount ?? ZERO))
}
