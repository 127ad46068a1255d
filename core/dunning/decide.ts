// Whether a claim is due for its next reminder today, and if not, why not: the answer to "Warum wurde nicht gemahnt?". The same
// function decides a preview, a run over a million claims and a single click.

import { type IsHoliday, type LocalDate, addDays, workingDayFrom } from '../calendar/index.ts'
import type { ClaimState, Marker } from '../claims/index.ts'
import { type Minor, ZERO } from '../money/index.ts'
import { type Result, assertNever } from '../refusals/index.ts'
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
  /** What a person wants otherwise for its next letter. */
  readonly change?: LetterChange
  /** Late interest of the day beyond what `open` holds, or why the law cannot tell it. Asked for steps that demand interest alone. */
  readonly interest?: Result<Minor>
}

/** Holds for the next letter alone. */
export type LetterChange = {
  /** Not before this day. */
  readonly notBefore?: LocalDate
  /** Not at all, until a person takes that back. */
  readonly stopped?: true
  /** The step of this lower level instead. */
  readonly level?: number
  readonly channel?: Channel
  /** Without its fee. */
  readonly free?: true
}

/** A stop on a debtor, beside what is noted on a single claim. */
export type DebtorHold = { readonly reason: string; readonly until?: LocalDate }

export type DunningDebtor = {
  readonly id: string
  readonly hasEmail: boolean
  readonly hasAddress: boolean
  readonly hold?: DebtorHold
  /** The highest level that it may get. */
  readonly levelMax?: number
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
  /** A person moved the letter to this day. */
  | { readonly kind: 'moved'; readonly on: LocalDate; readonly level: number }
  /** A person stopped the letter. */
  | { readonly kind: 'stopped'; readonly level: number }
  /** The debtor gets no letter above this level. */
  | { readonly kind: 'level_stop'; readonly level: number }
  /** Every step was taken. */
  | { readonly kind: 'last_level' }
  | { readonly kind: 'no_way_to_send'; readonly channel: Channel }

export type Due = { readonly due: true; readonly step: DunningStep }
export type DunningDecision = Due | { readonly due: false; readonly why: NotDue }

/**
 * Decides one claim on a day. What stands against it wins over the day: a person asking why wants the real reason. `early`: a
 * person wishes the next letter before its day, moved and stopped ones too; it still waits until the claim is overdue, and a day
 * after the last one.
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
  const next = nextStep(policy, claim.level, claim.lastNoticeOn)
  if (next === undefined) return { due: false, why: { kind: 'last_level' } }
  const { levelMax } = debtor
  if (levelMax !== undefined && next.level > levelMax)
    return { due: false, why: { kind: 'level_stop', level: levelMax } }
  const on = dueOn(claim, next, isHoliday)
  const since = early ? addDays(claim.lastNoticeOn ?? claim.dueDate, 1) : on
  if (since > today) return { due: false, why: { kind: 'not_yet', on, level: next.level } }
  const put = early ? undefined : putOff(claim.change, next, today)
  if (put !== undefined) return { due: false, why: put }
  const step = changed(next, claim.change, policy)
  if (!canSend(step.channel, debtor)) return { due: false, why: { kind: 'no_way_to_send', channel: step.channel } }
  return { due: true, step }
}

function putOff(
  { stopped, notBefore }: LetterChange = {},
  { level }: DunningStep,
  today: LocalDate,
): NotDue | undefined {
  if (stopped === true) return { kind: 'stopped', level }
  return notBefore !== undefined && notBefore > today ? { kind: 'moved', on: notBefore, level } : undefined
}

// A step that the policy no longer has leaves the letter as it would be.
function changed(next: DunningStep, change: LetterChange = {}, { steps }: DunningPolicy): DunningStep {
  const lower = steps.find(({ level }) => level === change.level && level < next.level) ?? next
  const { channel = lower.channel, free = false } = change
  return { ...lower, channel, fee: free ? ZERO : lower.fee }
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
