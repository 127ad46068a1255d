// What happens next with a claim, or who is waited for: the column that makes a list useful. The partner's part of it
// (an open question, its next date) is handed in, since a claim does not know its case.

import { type LocalDate } from '../calendar/index.ts'
import { assertNever } from '../refusals/index.ts'
import { type Claim, LAST_LEVEL } from './claim.ts'
import { statusOf } from './status.ts'

export type NextStep =
  | { readonly kind: 'none' }
  /** Money beyond what was owed goes back to the debtor. */
  | { readonly kind: 'return_overpayment' }
  | { readonly kind: 'payment_due'; readonly on: LocalDate }
  | { readonly kind: 'next_notice'; readonly level: number }
  | { readonly kind: 'ready_for_collection' }
  | { readonly kind: 'hold_ends'; readonly on: LocalDate }
  | { readonly kind: 'answer_dispute' }
  | { readonly kind: 'clarify' }
  | { readonly kind: 'promise_due'; readonly on: LocalDate }
  | { readonly kind: 'promise_broken'; readonly on: LocalDate }
  | { readonly kind: 'answer_question'; readonly partner: string; readonly on?: LocalDate }
  | { readonly kind: 'wait_for_partner'; readonly partner: string; readonly on?: LocalDate }

/** What is known of the active case of a claim. */
export type CaseAhead = { readonly questionsOpen: number; readonly nextStepOn?: LocalDate }

export function nextStepOf(claim: Claim, today: LocalDate, ahead?: CaseAhead): NextStep {
  const status = statusOf(claim, today)
  switch (status.kind) {
    case 'cancelled':
    case 'written_off':
    case 'paid':
      return claim.overpaid > 0 ? { kind: 'return_overpayment' } : { kind: 'none' }
    case 'in_collection':
      return atPartner(status.partner, ahead)
    case 'disputed':
      return { kind: 'answer_dispute' }
    case 'clarification':
      return { kind: 'clarify' }
    case 'promised':
      return { kind: status.by < today ? 'promise_broken' : 'promise_due', on: status.by }
    case 'hold':
      return { kind: 'hold_ends', on: status.until }
    case 'final_notice':
      return { kind: 'ready_for_collection' }
    case 'reminded':
    case 'partly_paid':
    case 'overdue':
    case 'due_today':
    case 'due_later':
      return unmarked(claim, today)
    default:
      return assertNever(status)
  }
}

function atPartner(partner: string, ahead: CaseAhead | undefined): NextStep {
  const on = ahead?.nextStepOn === undefined ? {} : { on: ahead.nextStepOn }
  return { kind: (ahead?.questionsOpen ?? 0) > 0 ? 'answer_question' : 'wait_for_partner', partner, ...on }
}

function unmarked(claim: Claim, today: LocalDate): NextStep {
  if (claim.dueDate >= today) return { kind: 'payment_due', on: claim.dueDate }
  return { kind: 'next_notice', level: Math.min(claim.dunningLevel + 1, LAST_LEVEL) }
}
