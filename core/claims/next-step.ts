// What happens next with a claim, or who is waited for: the column that makes a list useful. What a claim does not know itself
// is handed in: the steps of its policy, a stop on its debtor, and the partner's part (an open question, its next date).

import { type LocalDate, addDays } from '../calendar/index.ts'
import { assertNever } from '../refusals/index.ts'
import type { Claim } from './claim.ts'
import { type Ladder, lastLevelOf } from './ladder.ts'
import type { Hold } from './readiness.ts'
import { statusOf } from './status.ts'

export type NextStep =
  | { readonly kind: 'none' }
  /** Money beyond what was owed goes back to the debtor. */
  | { readonly kind: 'return_overpayment' }
  | { readonly kind: 'payment_due'; readonly on: LocalDate }
  /** `last`: after it comes collection. Level 0 is the friendly reminder. */
  | { readonly kind: 'next_notice'; readonly level: number; readonly last: boolean }
  /** The debtor gets no letter above this level; a person decides what follows. */
  | { readonly kind: 'level_stop'; readonly level: number }
  /** The last letter was written; its period belongs to the debtor. */
  | { readonly kind: 'last_period'; readonly on: LocalDate }
  | { readonly kind: 'ready_for_collection' }
  | { readonly kind: 'hold_ends'; readonly on: LocalDate }
  /** The debtor is not to be reminded; `on` is the last day of that, absent where a person ends it. */
  | { readonly kind: 'debtor_held'; readonly reason: string; readonly on?: LocalDate }
  | { readonly kind: 'answer_dispute' }
  | { readonly kind: 'clarify' }
  | { readonly kind: 'promise_due'; readonly on: LocalDate }
  | { readonly kind: 'promise_broken'; readonly on: LocalDate }
  | { readonly kind: 'answer_question'; readonly partner: string; readonly on?: LocalDate }
  | { readonly kind: 'wait_for_partner'; readonly partner: string; readonly on?: LocalDate }

/** What is known of the active case of a claim. */
export type CaseAhead = { readonly questionsOpen: number; readonly nextStepOn?: LocalDate }

/** What lies ahead of a claim beside what it knows itself. */
export type Ahead = {
  readonly ladder: Ladder
  /** The highest level that the debtor may get. */
  readonly levelMax?: number
  readonly hold?: Hold
  readonly atPartner?: CaseAhead
}

export function nextStepOf(claim: Claim, today: LocalDate, ahead: Ahead): NextStep {
  const { ladder, hold, atPartner } = ahead
  const status = statusOf(claim, today, lastLevelOf(ladder))
  switch (status.kind) {
    case 'cancelled':
    case 'written_off':
    case 'paid':
      return claim.overpaid > 0 ? { kind: 'return_overpayment' } : { kind: 'none' }
    case 'in_collection':
      return withPartner(status.partner, atPartner)
    case 'disputed':
      return { kind: 'answer_dispute' }
    case 'clarification':
      return { kind: 'clarify' }
    case 'promised':
      if (status.by >= today) return { kind: 'promise_due', on: status.by }
      return held(hold) ?? { kind: 'promise_broken', on: status.by }
    case 'hold':
      return { kind: 'hold_ends', on: status.until }
    case 'final_notice':
    case 'reminded':
    case 'partly_paid':
    case 'overdue':
    case 'due_today':
    case 'due_later':
      return held(hold) ?? unmarked(claim, today, ahead)
    default:
      return assertNever(status)
  }
}

function withPartner(partner: string, ahead: CaseAhead | undefined): NextStep {
  const on = ahead?.nextStepOn === undefined ? {} : { on: ahead.nextStepOn }
  return { kind: (ahead?.questionsOpen ?? 0) > 0 ? 'answer_question' : 'wait_for_partner', partner, ...on }
}

function held(hold: Hold | undefined): NextStep | undefined {
  if (hold === undefined) return undefined
  const { reason, until: on } = hold
  return { kind: 'debtor_held', reason, ...(on === undefined ? {} : { on }) }
}

function unmarked(claim: Claim, today: LocalDate, { ladder, levelMax }: Ahead): NextStep {
  if (claim.dueDate >= today) return { kind: 'payment_due', on: claim.dueDate }
  const next = stepAfter(claim, ladder)
  if (next !== undefined && levelMax !== undefined && next.level > levelMax)
    return { kind: 'level_stop', level: levelMax }
  if (next !== undefined) return { kind: 'next_notice', level: next.level, last: next === ladder.at(-1) }
  const on = periodEnd(claim, ladder)
  return on === undefined || on < today ? { kind: 'ready_for_collection' } : { kind: 'last_period', on }
}

// The same order as core/dunning takes: the first step where nothing was sent, else the first of a higher level.
function stepAfter({ dunningLevel, lastNoticeOn }: Claim, ladder: Ladder): Ladder[number] | undefined {
  if (dunningLevel === 0 && lastNoticeOn === undefined) return ladder[0]
  return ladder.find(({ level }) => level > dunningLevel)
}

function periodEnd({ dunningLevel, lastNoticeOn }: Claim, ladder: Ladder): LocalDate | undefined {
  const taken = ladder.findLast(({ level }) => level <= dunningLevel)
  return lastNoticeOn === undefined || taken === undefined ? undefined : addDays(lastNoticeOn, taken.periodDays)
}
