// How the statutory rates come about: the trade rate by the law's own formula (art. 6:120 lid 2 BW), the general rate by the
// policy that the decree usually follows. The policy is no law: what holds is the published rate (rates.ts), never this.

import type { LocalDate } from '../../calendar/index.ts'
import { type LawRefusal, factOn } from '../../facts/index.ts'
import { type Millionths, divide, percent } from '../../money/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import { TRADE_POINTS } from './rates.ts'

export type PolicyRate = {
  /** The ECB's rate and 2.25 points. */
  readonly formula: Millionths
  /** Rounded to whole percent, half up. */
  readonly rounded: Millionths
  /** Not more than two points from the old rate; as rounded where no old rate is given. */
  readonly limited: Millionths
}

const POINTS = percent('2.25')
const MOVE_MAX = percent('2')
const ONE_PERCENT = percent('1')

/** What the ministry's policy gives for the general rate; the decree may differ. */
export function generalRateByPolicy(ecb: Millionths, old?: Millionths): PolicyRate {
  const formula = (ecb + POINTS) as Millionths // whole millionths
  const rounded = (divide(formula, ONE_PERCENT, 'half_up') * ONE_PERCENT) as Millionths // whole percent
  const limited =
    old === undefined ? rounded : (Math.min(Math.max(rounded, old - MOVE_MAX), old + MOVE_MAX) as Millionths) // one of three
  return { formula, rounded, limited }
}

/** The trade rate of the half-year that begins on a day, from the ECB's rate of the last operation before it. */
export function tradeRate(ecb: Millionths, on: LocalDate): Result<Millionths, LawRefusal> {
  const points = factOn(TRADE_POINTS, on)
  return points.ok ? accept((ecb + points.value.fact.value) as Millionths) : points // whole millionths
}
