// What a German collection agency may bill the debtor for an uncontested claim: the fee of VV 2300 RVG (0,5 if paid within
// two weeks of the first demand, else 0,9), flat expenses of VV 7002 and VAT of VV 7008 where the creditor cannot deduct it.
// §§ 13, 60 RVG, § 13e RDG. Left out: contested claims, several clients, orders before 1 October 2021.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { type Minor, minor } from '@mahnwerk/core/money'

type Step = { readonly upTo: number; readonly perBegun: number; readonly add: number }
type FeeTable = {
  readonly from: LocalDate
  readonly until?: LocalDate
  readonly source: string
  /** The 1.0 fee up to 500.00. */
  readonly first: number
  readonly steps: readonly Step[]
  /** The 1.0 fee of an uncontested claim up to 50.00, § 13 (2) RVG. */
  readonly small: number
}

// The newest first. A table that ends keeps its figures.
const TABLES: readonly FeeTable[] = [
  {
    from: '2025-06-01' as LocalDate, // a day that exists, as all below
    source: '§ 13 RVG, Anlage 2, KostBRÄG 2025 (BGBl. 2025 I Nr. 109)',
    first: 5150,
    steps: steps([4150, 5950, 5500, 8600, 9950, 14_000, 17_500]),
    small: 3150,
  },
  {
    from: '2021-10-01' as LocalDate,
    until: '2025-05-31' as LocalDate,
    source: '§ 13 RVG, KostRÄG 2021 (BGBl. 2020 I S. 3229)',
    first: 4900,
    steps: steps([3900, 5600, 5200, 8100, 9400, 13_200, 16_500]),
    small: 3000,
  },
]

const FEE_MINIMUM = 1500 // § 13 (3) RVG
const VALUE_MAXIMUM = 3_000_000_000 // § 22 (2) RVG: 30 million
const EXPENSES_MAXIMUM = 2000 // VV 7002
const SMALL_VALUE = 5000

/** Tenths of the full fee: 5 for a simple case, 9 otherwise. */
export type FeeRate = 5 | 9

export type CollectionCosts = {
  readonly fee: Minor
  readonly expenses: Minor
  readonly vat: Minor
  readonly source: string
}

/** First day of an order whose costs this file knows. */
export const FEES_KNOWN_FROM: LocalDate = '2021-10-01' as LocalDate

/**
 * Costs in cents for a claim of this value (its principal). Half cents go up (§ 2 (2) RVG), each part on its own.
 * Throws for an order before FEES_KNOWN_FROM.
 */
export function collectionCosts(given: {
  readonly value: Minor
  readonly orderedOn: LocalDate
  readonly rate: FeeRate
  readonly withVat: boolean
}): CollectionCosts {
  const table = TABLES.find((one) => given.orderedOn >= one.from)
  if (table === undefined) throw new RangeError(`no fee table for an order of ${given.orderedOn}`)
  const full = given.value <= SMALL_VALUE ? table.small : fullFee(table, Math.min(given.value, VALUE_MAXIMUM))
  const fee = Math.max(FEE_MINIMUM, share(full, given.rate, 10))
  const expenses = Math.min(EXPENSES_MAXIMUM, share(fee, 20, 100))
  const vat = given.withVat ? share(fee + expenses, 19, 100) : 0
  return { fee: minor(fee), expenses: minor(expenses), vat: minor(vat), source: table.source }
}

function fullFee(table: FeeTable, value: number): number {
  let fee = table.first
  let below = 50_000
  for (const { upTo, perBegun, add } of table.steps) {
    if (value <= below) break
    fee += Math.ceil((Math.min(value, upTo) - below) / perBegun) * add
    below = upTo
  }
  return fee
}

// § 13 (1) RVG: for each begun part of the value above the step before.
function steps(adds: readonly [number, number, number, number, number, number, number]): readonly Step[] {
  const [a, b, c, d, e, f, g] = adds
  return [
    { upTo: 200_000, perBegun: 50_000, add: a },
    { upTo: 1_000_000, perBegun: 100_000, add: b },
    { upTo: 2_500_000, perBegun: 300_000, add: c },
    { upTo: 5_000_000, perBegun: 500_000, add: d },
    { upTo: 20_000_000, perBegun: 1_500_000, add: e },
    { upTo: 50_000_000, perBegun: 3_000_000, add: f },
    { upTo: Number.POSITIVE_INFINITY, perBegun: 5_000_000, add: g },
  ]
}

/** amount × of / per, half up; exact, since all three are whole and small. */
function share(amount: number, of: number, per: number): number {
  return Math.floor((2 * amount * of + per) / (2 * per))
}
