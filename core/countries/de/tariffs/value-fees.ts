// Fees that follow the value of a matter: lawyers (§ 13 RVG) and courts (§ 34 GKG) share the steps of value and differ in what
// each step adds. The tables printed with the statutes are never copied: each row is computed from base and steps.

import {
  EUR,
  MILLION,
  type Millionths,
  type Minor,
  least,
  minor,
  parseDecimal,
  percentText,
  shareOf,
} from '../../../money/index.ts'

export type ValueTable = {
  /** The 1.0 fee up to 500.00. */
  readonly base: Minor
  /** What each begun part of a step adds, in the order of VALUE_STEPS. */
  readonly adds: readonly Minor[]
  /** No fee of this table is lower. */
  readonly minimum: Minor
}

/** From which value on which parts are counted, in cents. The last step has no end. */
const VALUE_STEPS = [
  { over: 50_000, part: 50_000 },
  { over: 200_000, part: 100_000 },
  { over: 1_000_000, part: 300_000 },
  { over: 2_500_000, part: 500_000 },
  { over: 5_000_000, part: 1_500_000 },
  { over: 20_000_000, part: 3_000_000 },
  { over: 50_000_000, part: 5_000_000 },
] as const

/** No value counts for more: § 22 Abs. 2 RVG, § 39 Abs. 2 GKG. */
export const VALUE_MAX = minor(3_000_000_000)

/** A table from the euro amounts that the statute names: the base, then what each step adds. */
export function valueTable(base: string, adds: readonly string[]): ValueTable {
  if (adds.length !== VALUE_STEPS.length)
    throw new TypeError(`${VALUE_STEPS.length} steps of value, not ${adds.length}`)
  return { base: euros(base), adds: adds.map(euros), minimum: euros('15.00') }
}

/** The 1.0 fee for a value. A value of zero or less has the base fee. */
export function unitFee(table: ValueTable, value: Minor): Minor {
  const counted = least(value, VALUE_MAX)
  const total = VALUE_STEPS.reduce((fee, { over, part }, index) => {
    const end = Math.min(counted, VALUE_STEPS[index + 1]?.over ?? Infinity)
    const add = table.adds[index]
    if (add === undefined) throw new TypeError('a table of fees names an amount for each step')
    return end <= over ? fee : fee + Math.ceil((end - over) / part) * add
  }, Number(table.base))
  return minor(total)
}

/** A multiple of the 1.0 fee, half cents up, at least the table's minimum (§ 13 Abs. 3 RVG, § 34 Abs. 2 GKG). */
export function feeAt(table: ValueTable, rate: Millionths, value: Minor): Minor {
  return atLeast(shareOf(unitFee(table, value), rate), table.minimum)
}

export function atLeast(fee: Minor, minimum: Minor): Minor {
  return fee < minimum ? minimum : fee
}

/** "1.3" for 1_300_000, without needless zeros but with one decimal. */
export function rateText(rate: Millionths): string {
  const fraction = String(rate % MILLION).padStart(6, '0')
  return `${Math.trunc(rate / MILLION)}.${fraction.replace(/0{1,5}$/, '')}`
}

/** "20" for 20 %, "8.1" for 8.1 %: shares as sentences name them, without needless zeros. */
export function shareText(share: Millionths): string {
  return percentText(share).replace(/\.?0+$/, '')
}

/** Euro amounts as the statutes write them. Throws on anything else: a fault in the data. */
export function euros(text: string): Minor {
  const amount = parseDecimal(text, EUR)
  if (amount === undefined) throw new TypeError(`not an amount of euro: ${text}`)
  return amount
}
