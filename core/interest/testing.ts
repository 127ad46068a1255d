// Rules made up for tests, so that the engine is tried without any country's law.

import { type LocalDate, day } from '../calendar/index.ts'
import type { Source } from '../facts/index.ts'
import { percent } from '../money/index.ts'
import { type InterestRule, type InterestWay, interestRule } from './rule.ts'

export const TEST_SOURCE: Source = { citation: '§ 1 Testgesetz', confidence: 'high' }

export const SIMPLE: InterestWay = { yearBasis: 'act/365', rounding: 'once', compounding: 'never' }

/** A rule with the given rates, earliest first, known until a day. */
export function testRule(
  rates: readonly (readonly [from: string, rate: string])[],
  way: Partial<InterestWay> = {},
  knownUntil?: LocalDate,
): InterestRule {
  const periods = rates.map(([from, rate]) => ({
    from: day(from),
    rate: percent(rate),
    source: TEST_SOURCE,
    marks: [],
  }))
  return interestRule('interest.agreed', TEST_SOURCE, periods, { ...SIMPLE, ...way }, knownUntil)
}
