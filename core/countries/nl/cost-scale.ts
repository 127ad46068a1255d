// The scale of the Besluit vergoeding voor buitengerechtelijke incassokosten (art. 2, Stb. 2012, 141): percentages of slices of
// the principal, summed exactly and rounded once, half up; then the least and the most. VAT comes on top of the most, too.

import { type Series, seriesOf } from '../../facts/index.ts'
import { MILLION, type Millionths, type Minor, divideBig, least, minor, percent, portion } from '../../money/index.ts'

type Slice = { readonly over: Minor; readonly upTo?: Minor; readonly rate: Millionths }
export type CostScale = { readonly slices: readonly Slice[]; readonly least: Minor; readonly most: Minor }

export const SCALES: Series<CostScale> = seriesOf(
  'nl.costs.scale',
  { citation: 'art. 2 lid 1, 2 Besluit vergoeding voor buitengerechtelijke incassokosten', confidence: 'high' },
  [
    [
      '2012-07-01',
      {
        slices: [
          { over: minor(0), upTo: minor(250_000), rate: percent('15') },
          { over: minor(250_000), upTo: minor(500_000), rate: percent('10') },
          { over: minor(500_000), upTo: minor(1_000_000), rate: percent('5') },
          { over: minor(1_000_000), upTo: minor(20_000_000), rate: percent('1') },
          { over: minor(20_000_000), rate: percent('0.5') },
        ],
        least: minor(4_000),
        most: minor(677_500),
      },
    ],
  ],
)

export const VAT_RATES: Series<Millionths> = seriesOf(
  'nl.costs.vat',
  {
    citation: 'art. 2 lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten; art. 9 Wet OB 1968',
    confidence: 'high',
  },
  [
    ['2012-10-01', percent('21')],
    ['2012-07-01', percent('19'), { confidence: 'low', note: 'recalled' }],
  ],
)

export type Scale = {
  /** What of the principal falls into each slice, with its percentage. */
  readonly parts: readonly { readonly amount: Minor; readonly rate: Millionths }[]
  readonly costs: Minor
  /** Which bound decided. */
  readonly bound: 'none' | 'least' | 'most'
}

/** Costs before VAT on a principal. */
export function scaleOn(principal: Minor, scale: CostScale): Scale {
  const parts = scale.slices
    .filter(({ over }) => principal > over)
    .map(({ over, upTo, rate }) => ({
      amount: minor((upTo === undefined ? principal : least(upTo, principal)) - over),
      rate,
    }))
  const exact = parts.reduce((total, { amount, rate }) => total + BigInt(amount) * BigInt(rate), 0n)
  const costs = minor(divideBig(exact, BigInt(MILLION), 'half_up'))
  if (costs < scale.least) return { parts, costs: scale.least, bound: 'least' }
  if (costs > scale.most) return { parts, costs: scale.most, bound: 'most' }
  return { parts, costs, bound: 'none' }
}

/**
 * The principal that costs before VAT stand for: to check what others demand. The least one, and undefined where the scale
 * never gives these costs; at the bounds many principals give the same.
 */
export function principalBehind(costs: Minor, scale: CostScale): Minor | undefined {
  let low = 1
  let high = 100_000_000_000
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (scaleOn(minor(middle), scale).costs < costs) low = middle + 1
    else high = middle
  }
  return roundest(low, costs, scale)
}

// Several cents of principal round to the same costs; among them the one whose percentages need no rounding.
function roundest(low: number, costs: Minor, scale: CostScale): Minor | undefined {
  if (scaleOn(minor(low), scale).costs !== costs) return undefined
  for (let principal = low; principal < low + 200; principal++) {
    const { parts, costs: those } = scaleOn(minor(principal), scale)
    if (those !== costs) break
    const exact = parts.reduce((total, { amount, rate }) => total + BigInt(amount) * BigInt(rate), 0n)
    if (exact === BigInt(costs) * BigInt(MILLION)) return minor(principal)
  }
  return minor(low)
}

/** Costs before VAT, from a sum that contains it. */
export function withoutVat(gross: Minor, rate: Millionths): Minor {
  return portion(gross, MILLION, MILLION + rate, 'half_up')
}
