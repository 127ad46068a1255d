// What news leaves behind: the state after, the transfers, and whoever must know or act.

import type { LocalDate } from '../calendar/index.ts'
import type { Amounts, Transfer } from '../ledger/index.ts'
import type { Minor } from '../money/index.ts'
import type { Allocation } from '../payments/index.ts'
import type { Case } from './case.ts'
import type { NewsBody } from './news.ts'

export type CaseMoney = { readonly open: Amounts; readonly overpaid: Minor }

/** A payment that is on record and that the news speaks of. */
export type KnownPayment = {
  /** Recorded by the creditor itself: the partner only acknowledges what was taken back here. */
  readonly own: boolean
  readonly id: string
  readonly amount: Minor
  /** As it is booked now. */
  readonly allocation: Allocation
  readonly reversed: boolean
}

export type Effect =
  | {
      readonly kind: 'record_payment'
      readonly news: Extract<NewsBody, { type: 'payment.reported' }>
      readonly allocation: Allocation
    }
  | { readonly kind: 'reverse_payment'; readonly paymentId: string; readonly reason: string }
  | { readonly kind: 'acknowledge_payment'; readonly paymentId: string }
  | { readonly kind: 'open_question'; readonly news: Extract<NewsBody, { type: 'question.opened' }> }
  | { readonly kind: 'close_question'; readonly partnerQuestionId: string }
  /** The case is over: what waited for the creditor's word, questions and the decision, waits no more. */
  | { readonly kind: 'stop_waiting' }
  | {
      readonly kind: 'raise_task'
      readonly task: TaskKind
      readonly facts: Readonly<Record<string, string | number>>
      readonly dueOn?: LocalDate
    }

export type TaskKind =
  | 'case_rejected'
  | 'question_open'
  | 'debtor_disputed'
  | 'debtor_insolvent'
  | 'debtor_deceased'
  | 'decision_needed'
  | 'amounts_differ'
  | 'unknown_news'

export type NewsOutcome = {
  readonly case: Case
  readonly money: CaseMoney
  readonly transfers: readonly Transfer[]
  readonly effects: readonly Effect[]
}

/** What the news meets. */
export type Before = {
  readonly case: Case
  readonly money: CaseMoney
  readonly today: LocalDate
  readonly knownPayment?: KnownPayment
  /** What was added under the cost's id when it was told first. */
  readonly knownCost?: Minor
  readonly knownQuestion?: { readonly open: boolean }
  /** Another case of the same invoice is with a partner: this one cannot come back to life beside it. */
  readonly otherActive?: boolean
}

export type Change = { readonly [K in keyof Case]?: Case[K] | undefined }

/** The case changed and the money as it was. */
export function changed(before: Before, change: Change, effects: readonly Effect[] = []): NewsOutcome {
  return { case: merge(before.case, change), money: before.money, transfers: [], effects }
}

// A key given as undefined is taken away; only optional keys are ever given so.
function merge(state: Case, change: Change): Case {
  const next: Record<string, unknown> = { ...state, ...change }
  for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key]
  return next as Case // every required key of `state` is kept or replaced by a value of its type
}

export function task(kind: TaskKind, facts: Readonly<Record<string, string | number>>, dueOn?: LocalDate): Effect {
  return { kind: 'raise_task', task: kind, facts, ...(dueOn === undefined ? {} : { dueOn }) }
}
