// A limitation period under way: counted days that may be put off (§§ 203, 204, 209 BGB: the time of a suspension is not counted) or
// begin again (§ 212). Pure counting; which events do what stands in limitation-events.ts.

import { type LocalDate, addDays, addMonths, daysBetween } from '../../calendar/index.ts'
import { type Line, inNumber, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'

/** Days that are not counted. */
export type Suspension = {
  readonly from: LocalDate
  /** The last of them; absent while it goes on. */
  readonly until?: LocalDate
  /** No sooner than so many months after `until` does the period end (§ 203 sentence 2). */
  readonly graceMonths: number
  readonly key: string
  readonly source: Source
}

export type Restart = { readonly on: LocalDate; readonly key: string; readonly source: Source }

export type Track = {
  /** The first day that is counted. */
  readonly start: LocalDate
  /** How long it runs when it begins again. */
  readonly months: number
  readonly end: LocalDate
  readonly opening: Line
}

export type Run = { readonly end: LocalDate | undefined; readonly lines: readonly Line[] }

/** Runs a period through what happened to it. Its end is undefined while it stands still. */
export function run(track: Track, suspensions: readonly Suspension[], restarts: readonly Restart[]): Run {
  const ordered = suspensions.toSorted((a, b) => compareDays(a.from, b.from))
  const lines: Line[] = [track.opening]
  let current = track
  for (const restart of restarts.toSorted((a, b) => compareDays(a.on, b.on))) {
    // Before its first day there is nothing to begin again.
    if (restart.on < current.start) continue
    const before = putOff(
      current,
      ordered.filter(({ from }) => from <= restart.on),
    )
    if (before.end !== undefined && restart.on > before.end) {
      lines.push(line('de.limitation.too_late', { quantities: { day: onDay(restart.on) }, sources: [restart.source] }))
      break
    }
    current = { ...current, start: addDays(restart.on, 1), end: addMonths(restart.on, track.months) }
    lines.push(restarted(restart, current.end))
  }
  const after = putOff(current, ordered)
  return { end: after.end, lines: [...lines, ...after.lines] }
}

// Puts an end off by the days that are not counted, none of them twice. A period that is suspended on its first day begins when
// the suspension is over.
function putOff({ start, end, months }: Track, suspensions: readonly Suspension[]): Run {
  const lines: Line[] = []
  let counted = end
  let begins = start
  let covered = addDays(start, -1)
  for (const suspension of suspensions.filter(({ until }) => until === undefined || until >= start)) {
    if (suspension.from > counted) break
    const { until } = suspension
    if (until === undefined) return { end: undefined, lines: [...lines, standing(suspension)] }
    const from = latest(suspension.from, addDays(covered, 1))
    const left = daysBetween(from, counted) + 1
    const days = Math.max(0, daysBetween(from, until) + 1)
    const later = from === begins && days > 0 ? addMonths(until, months) : addDays(counted, days)
    counted = latest(later, addMonths(until, suspension.graceMonths))
    if (from === begins) begins = latest(begins, addDays(until, 1))
    covered = latest(covered, until)
    lines.push(suspended(suspension, { from, until, days, left, end: counted }))
  }
  return { end: counted, lines }
}

type Put = {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly days: number
  readonly left: number
  readonly end: LocalDate
}

function suspended({ key, source }: Suspension, { from, until, days, left, end }: Put): Line {
  return line(key, {
    quantities: {
      from: onDay(from),
      until: onDay(until),
      days: inNumber(days),
      left: inNumber(left),
      end: onDay(end),
    },
    sources: [source],
  })
}

function standing({ key, source, from }: Suspension): Line {
  return line(`${key}.open`, { quantities: { from: onDay(from) }, sources: [source] })
}

function restarted({ key, source, on }: Restart, end: LocalDate): Line {
  return line(key, { quantities: { day: onDay(on), from: onDay(addDays(on, 1)), end: onDay(end) }, sources: [source] })
}

function compareDays(a: LocalDate, b: LocalDate): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}
