// What a lawyer's fee is made from: the 1.0 fee of § 13 RVG, the fee for small undisputed claims, flat expenses and value
// added tax. The day of the unconditional order decides which table holds (§ 60 RVG); tables before August 2013 are left out.

import type { LocalDate } from '../../../calendar/index.ts'
import {
  type LawRefusal,
  type Mark,
  type Series,
  type Source,
  type Trust,
  factOn,
  seriesOf,
  sourceOf,
} from '../../../facts/index.ts'
import { type Millionths, type Minor, percent } from '../../../money/index.ts'
import { type Result, accept } from '../../../refusals/index.ts'
import { type ValueTable, euros, unitFee, valueTable } from './value-fees.ts'

export const RVG_TABLES: Series<ValueTable> = seriesOf(
  'RVG § 13',
  { citation: '§ 13 Abs. 1 RVG', confidence: 'high' },
  [
    ['2025-06-01', valueTable('51.50', ['41.50', '59.50', '55', '86', '99.50', '140', '175'])],
    ['2021-01-01', valueTable('49', ['39', '56', '52', '81', '94', '132', '165'])],
    ['2013-08-01', valueTable('45', ['35', '51', '46', '75', '85', '120', '150'])],
  ],
)

/** Claims up to this value have a fee of their own where they are collected out of court and undisputed. */
export const SMALL_CLAIM_MAX = euros('50.00')

/** The 1.0 fee of such claims; null where the law had none. */
export const SMALL_CLAIM_FEES: Series<Minor | null> = seriesOf<Minor | null>(
  'RVG § 13 Abs. 2',
  { citation: '§ 13 Abs. 2 RVG', confidence: 'high' },
  [
    ['2025-06-01', euros('31.50')],
    ['2021-10-01', euros('30.00')],
    ['2004-07-01', null],
  ],
)

/** 20 % of the fees of the matter, at most 20.00. */
export const FLAT_EXPENSES = { share: percent('20'), most: euros('20.00') }
export const FLAT_EXPENSES_SOURCE: Source = { citation: 'VV 7002 RVG', confidence: 'high' }

/** Value added tax on a representative's work, by the day of the work. */
export const FEE_VAT: Series<Millionths> = seriesOf('VV 7008 RVG', { citation: 'VV 7008 RVG', confidence: 'high' }, [
  ['2021-01-01', percent('19')],
  ['2020-07-01', percent('16'), { citation: '§ 28 Abs. 1 UStG', confidence: 'low' }],
  ['2013-08-01', percent('19')],
])

/** The 1.0 fee that holds for a value, where it comes from, and the least any fee is. */
export type FeeUnit = {
  readonly unit: Minor
  readonly minimum: Minor
  readonly sources: readonly Source[]
  readonly marks: readonly Mark[]
}

/**
 * The 1.0 fee for a value, by the day of the order. `smallClaim`: an undisputed claim that is collected out of court, whose
 * Geschäftsgebühr is lower up to 50.00 since October 2021.
 */
export function rvgUnit(
  value: Minor,
  orderedOn: LocalDate,
  trust?: Trust,
  smallClaim = false,
): Result<FeeUnit, LawRefusal> {
  const table = factOn(RVG_TABLES, orderedOn, trust)
  if (!table.ok) return table
  const { fact, marks } = table.value
  const found: FeeUnit = {
    unit: unitFee(fact.value, value),
    minimum: fact.value.minimum,
    sources: [sourceOf(fact)],
    marks,
  }
  if (!smallClaim || value > SMALL_CLAIM_MAX) return accept(found)
  const small = factOn(SMALL_CLAIM_FEES, orderedOn, trust)
  if (!small.ok) return small
  return accept(
    small.value.fact.value === null
      ? found
      : { ...found, unit: small.value.fact.value, sources: [sourceOf(small.value.fact)] },
  )
}
