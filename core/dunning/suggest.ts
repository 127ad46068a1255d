// When a claim is suggested for collection: the account's threshold, with the reason in figures. A suggestion hands nothing over.

import { type IsHoliday, type LocalDate, addDays, daysBetween, workingDayFrom } from '../calendar/index.ts'
import type { Minor } from '../money/index.ts'
import type { DunningClaim } from './decide.ts'
import type { CollectionThreshold, DunningPolicy } from './policy.ts'

export type Suggestion = { readonly daysOverdue: number; readonly level: number; readonly open: Minor }

/**
 * The reason for which a claim is ripe; undefined where it is not, or where something noted on it stands against. `payBy`: what the
 * last letter said; absent where it was sent elsewhere, then the policy's period is counted.
 */
export function suggestCollection(
  claim: DunningClaim,
  threshold: CollectionThreshold,
  policy: DunningPolicy,
  today: LocalDate,
  isHoliday: IsHoliday,
  payBy: LocalDate | undefined = periodEnd(claim, policy, isHoliday),
): Suggestion | undefined {
  if (claim.state !== 'open' || claim.marker.kind === 'disputed' || claim.marker.kind === 'clarification')
    return undefined
  if (claim.marker.kind === 'hold' && claim.marker.until >= today) return undefined
  if (claim.marker.kind === 'promised' && claim.marker.by >= today) return undefined
  const daysOverdue = daysBetween(claim.dueDate, today)
  const ripe =
    daysOverdue >= Math.max(threshold.daysOverdue, 1) &&
    claim.level >= threshold.level &&
    claim.open >= threshold.leastOpen &&
    claim.open > 0 &&
    // The last letter's period belongs to the debtor, its last day included.
    (payBy === undefined || payBy < today)
  return ripe ? { daysOverdue, level: claim.level, open: claim.open } : undefined
}

function periodEnd(claim: DunningClaim, policy: DunningPolicy, isHoliday: IsHoliday): LocalDate | undefined {
  const step = policy.steps.findLast((each) => each.level <= claim.level)
  if (claim.lastNoticeOn === undefined || step === undefined) return undefined
  return workingDayFrom(addDays(claim.lastNoticeOn, step.periodDays), isHoliday)
}
