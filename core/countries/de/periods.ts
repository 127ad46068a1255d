// When a period ends: §§ 187 Abs. 1, 188, 193 BGB, for the courts § 222 ZPO. The day of the event is not counted; a last day on a
// Saturday, a Sunday or a holiday of the Land gives way to the next working day. Not for limitation, whose end nothing moves.

import { type LocalDate, addDays, addMonths, workingDayFrom } from '../../calendar/index.ts'
import { holidaysOf } from './holidays.ts'

export type PeriodUnit = 'day' | 'week' | 'month' | 'year'

export type Period = {
  /** The event from whose day on the period is counted: receipt, service. */
  readonly event: LocalDate
  readonly length: number
  readonly unit: PeriodUnit
}

/** The last day by counting alone. A month that lacks the day ends it on its last one (§ 188 Abs. 3). */
export function countedEnd({ event, length, unit }: Period): LocalDate {
  switch (unit) {
    case 'day':
      return addDays(event, length)
    case 'week':
      return addDays(event, 7 * length)
    case 'month':
      return addMonths(event, length)
    case 'year':
      return addMonths(event, 12 * length)
  }
}

/** The last day on which it can still be done, where a Land's holidays hold. */
export function periodEnd(period: Period, region?: string): LocalDate {
  return lastDayToAct(countedEnd(period), region)
}

/** § 193 BGB: a last day that is no working day moves to the next one. */
export function lastDayToAct(counted: LocalDate, region?: string): LocalDate {
  return workingDayFrom(counted, holidaysOf(region))
}
