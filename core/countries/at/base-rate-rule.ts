// When the base rate moves (VO BGBl. II 27/1999): once the ECB's reference has moved by half a point or more since the base
// rate's last change, the base rate moves by the whole difference, on the day the new ECB rate takes effect. It may be negative.

import type { LocalDate } from '../../calendar/index.ts'
import { type Millionths, percent } from '../../money/index.ts'

const THRESHOLD = percent('0.50')

/** A rate of the European Central Bank's main refinancing operations, from the day it takes effect. */
export type ReferenceStep = { readonly on: LocalDate; readonly reference: Millionths }

export type BaseRateChange = { readonly on: LocalDate; readonly baseRate: Millionths }

/** The base rate after the reference moved: unchanged while the difference stays below half a point. */
export function baseRateAfter(baseRate: Millionths, referenceAtChange: Millionths, reference: Millionths): Millionths {
  const moved = reference - referenceAtChange
  return Math.abs(moved) < THRESHOLD ? baseRate : ((baseRate + moved) as Millionths) // whole plus whole
}

/** The changes that a course of reference rates brings. `steps` stand earliest first. */
export function baseRateChanges(
  baseRate: Millionths,
  referenceAtChange: Millionths,
  steps: readonly ReferenceStep[],
): readonly BaseRateChange[] {
  const changes: BaseRateChange[] = []
  let [current, comparedWith] = [baseRate, referenceAtChange]
  for (const { on, reference } of steps) {
    const next = baseRateAfter(current, comparedWith, reference)
    if (next === current) continue
    changes.push({ on, baseRate: next })
    current = next
    comparedWith = reference
  }
  return changes
}
