// Whether a claim is due for its next reminder today, and if not, why not: the answer to "Warum wurde nicht gemahnt?". The same
// function decides a preview, a run over a million claims and a single click.

import { type IsHoliday, type LocalDate, addDays, workingDayFrom } from '../calendar/index.ts'
import type { ClaimState, Marker } from '../claims/index.ts'
import type { Minor } from '../money/index.ts'
import { assertNever } from '../refusals/index.ts'
import { type Channel, type DunningPolicy, type DunningStep, nextStep } from './policy.ts'

/** What the decision needs of a claim; lists of a million are read as this. */
export type DunningClaim = {
  readonly id: string
  readonly state: ClaimState
  readonly marker: Marker
  readonly dueDate: LocalDate
  readonly open: Minor
  readonly level: number
  readonly lastNoticeOn?: LocalDate
}

/** A stop on a debtor, beside what is noted on a single claim. */
export type DebtorHold = { readonly reason: string; readonly until?: LocalDate }

export type DunningDebtor = {
  readonly id: string
  readonly hasEmail: boolean
  readonly hasAddress: boolean
  readonly hold?: DebtorHold
}

export type NotDue =
  | { readonly kind: 'nothing_open' }
  | { readonly kind: 'in_collection' }
  | { readonly kind: 'ended'; readonly state: 'paid' | 'written_off' | 'cancelled' }
  /** The day is not there yet: the next step comes on this day. */
  | { readonly kind: 'not_yet'; readonly on: LocalDate; readonly level: number }
  | { readonly kind: 'hold'; readonly until: LocalDate }
  | { readonly kind: 'debtor_hold'; readonly reason: string; readonly until?: LocalDate }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'clarification' }
  | { readonly kind: 'promised'; readonly by: LocalDate }
  /** Every step was taken. */
  | { readonly kind: 'last_level' }
  | { readonly kind: 'no_way_to_send'; readonly channel: Channel }

export type Due = { readonly due: true; readonly step: DunningStep }
export type DunningDecision = Due | { readonly due: false; readonly why: NotDue }

/**
 * Decides one claim on a day. What stands against it wins over the day: a person asking why wants the real reason. `early`: a
 * person wishes the next letter before its day; it still waits until the claim is overdue, and a day after the last one.
 */
export function decideDunning(
  claim: DunningClaim,
  debtor: DunningDebtor,
  policy: DunningPolicy,
  today: LocalDate,
  isHoliday: IsHoliday,
  early = false,
): DunningDecision {
  const against = obstacle(claim, debtor, today)
  if (against !== undefined) return { due: false, why: against }
  const step = nextStep(policy, claim.level, claim.lastNoticeOn)
  if (step === undefined) return { due: false, why: { kind: 'last_level' } }
  const on = dueOn(claim, step, isHoliday)
  const since = early ? addDays(claim.lastNoticeOn ?? claim.dueDate, 1) : on
  if (since > today) return { due: false, why: { kind: 'not_yet', on, level: step.level } }
  if (!canSend(step.channel, debtor)) return { due: false, why: { kind: 'no_way_to_send', channel: step.channel } }
  return { due: true, step }
}

/** The first working day on which a step may be taken. */
export function dueOn(claim: DunningClaim, step: DunningStep, isHoliday: IsHoliday): LocalDate {
  return workingDayFrom(addDays(claim.lastNoticeOn ?? claim.dueDate, Math.max(step.afterDays, 1)), isHoliday)
}

function obstacle(claim: DunningClaim, debtor: DunningDebtor, today: LocalDate): NotDue | undefined {
  if (claim.state === 'collection') return { kind: 'in_collection' }
  if (claim.state !== 'open') return { kind: 'ended', state: claim.state }
  if (claim.open <= 0) return { kind: 'nothing_open' }
  return obstacleOfMarker(claim.marker, today) ?? obstacleOfDebtor(debtor.hold, today)
}

function obstacleOfMarker(marker: Marker, today: LocalDate): NotDue | undefined {
  switch (marker.kind) {
    case 'none':
      return undefined
    case 'hold':
      return marker.until < today ? undefined : { kind: 'hold', until: marker.until }
    case 'promised':
      return marker.by < today ? undefined : { kind: 'promised', by: marker.by }
    case 'disputed':
    case 'clarification':
      return { kind: marker.kind }
    default:
      return assertNever(marker)
  }
}

function obstacleOfDebtor(hold: DebtorHold | undefined, today: LocalDate): NotDue | undefined {
  if (hold === undefined || (hold.until !== undefined && hold.until < today)) return undefined
  return { kind: 'debtor_hold', ...hold }
}

function canSend(channel: Channel, { hasEmail, hasAddress }: DunningDebtor): boolean {
  switch (channel) {
    case 'email':
      return hasEmail
    case 'letter':
      return hasAddress
    case 'email_and_letter':
      return hasEmail || hasAddress
    case 'portal':
      return true
    default:
      return assertNever(channel)
  }
}
