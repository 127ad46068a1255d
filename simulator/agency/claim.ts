// A claim as the agency keeps it, and the turn: one step of its story with what is told and what is planned next. The
// functions beside this file are pure: a turn is built, given back, and only the world remembers it.

import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import type { CloseReason, NewsBody, PaymentSplit } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import { type Minor, ZERO, sum } from '@mahnwerk/core/money'
import type { Pause } from '@mahnwerk/connectors/protocol'
import type { CostLine, AgencyProfile } from './profile.ts'
import type { Open } from './split.ts'
import type { Act, Temperament } from './temperament.ts'

export type Stage = 'first_letter' | 'second_demand' | 'cost_demand' | 'lawyer_demand' | 'decision'

/** A step planned for later; moot once the claim has gone another way (see isMoot). */
export type Step =
  | { readonly kind: 'accept'; readonly attempt: number }
  | { readonly kind: 'renumber' }
  | { readonly kind: 'stage'; readonly stage: Stage; readonly round: number }
  | { readonly kind: 'act'; readonly act: Act; readonly round: number }
  | { readonly kind: 'rate'; readonly amount: Minor; readonly last: boolean }
  | { readonly kind: 'question_expires'; readonly questionId: string }
  | { readonly kind: 'rest_ends'; readonly pauseId: string }

export type Status =
  | { readonly is: 'received' }
  | { readonly is: 'accepted' }
  | { readonly is: 'rejected'; readonly repairable: boolean }
  | { readonly is: 'closed'; readonly reason: CloseReason }

export type QuestionAbout = 'plan' | 'dispute' | 'decision'

export type Rate = { readonly on: LocalDate; readonly amount: Minor }
/** `rates` are what was offered, kept so that the answer agrees to exactly these. */
export type AskedQuestion = { readonly about: QuestionAbout; readonly open: boolean; readonly rates: readonly Rate[] }

export type AgencyClaim = {
  readonly ref: string
  readonly attempt: number
  readonly package: HandoverPackage
  readonly contentHash: string
  readonly receivedAt: Instant
  readonly temperament: Temperament
  readonly status: Status
  readonly caseNumber?: string
  readonly open: Open
  /** All that was paid after the handover, to the agency or to the creditor, without what was taken back. */
  readonly paidTotal: Minor
  readonly billed: Readonly<Record<CostLine['kind'], Minor>>
  readonly costCount: number
  readonly payments: readonly { readonly paymentId: string; readonly split: PaymentSplit; readonly reversed: boolean }[]
  readonly direct: Readonly<Record<string, { readonly split: PaymentSplit; readonly reversed: boolean }>>
  readonly questions: Readonly<Record<string, AskedQuestion>>
  readonly letterSent: boolean
  /** What comes next on the way; `none` when the agency only waits. */
  readonly nextStage: Stage | 'none'
  readonly stageRound: number
  readonly actRound: number
  /** The creditor asked for rest: nothing goes to the debtor. */
  readonly rest?: Pause
}

export type Given = {
  readonly at: Instant
  readonly today: LocalDate
  readonly profile: AgencyProfile
  readonly seed: string
  readonly nextCaseNumber: string
}

export type Planned = { readonly at: Instant; readonly step: Step }

/** Built up by one function and handed out whole. */
export type Turn = { claim: AgencyClaim; readonly news: NewsBody[]; readonly planned: Planned[] }

export function turnOf(claim: AgencyClaim): Turn {
  return { claim, news: [], planned: [] }
}

export function change(turn: Turn, to: Partial<AgencyClaim>): void {
  turn.claim = { ...turn.claim, ...to }
}

export function newClaim(given: {
  readonly package: HandoverPackage
  readonly contentHash: string
  readonly attempt: number
  readonly receivedAt: Instant
  readonly temperament: Temperament
}): AgencyClaim {
  const { claim, claimRef } = given.package
  const interest = sum(claim.charges.filter((charge) => charge.kind === 'interest').map((charge) => charge.amount))
  const charges = sum(claim.charges.filter((charge) => charge.kind !== 'interest').map((charge) => charge.amount))
  return {
    ...given,
    ref: claimRef,
    status: { is: 'received' },
    open: { principal: claim.principal, charges, interest, costs: ZERO },
    paidTotal: ZERO,
    billed: { collection_fee: ZERO, expenses: ZERO, vat: ZERO },
    costCount: 0,
    payments: [],
    direct: {},
    questions: {},
    letterSent: false,
    nextStage: 'first_letter',
    stageRound: 0,
    actRound: 0,
  }
}

/** Whether a planned step has nothing to do any more. */
export function isMoot(claim: AgencyClaim, step: Step): boolean {
  switch (step.kind) {
    case 'accept':
      return claim.status.is !== 'received' || step.attempt !== claim.attempt
    case 'stage':
      return claim.status.is !== 'accepted' || step.round !== claim.stageRound
    case 'act':
      return step.round !== claim.actRound || (claim.status.is !== 'accepted' && !takesBack(claim, step.act))
    case 'question_expires':
      return claim.status.is !== 'accepted' || claim.questions[step.questionId]?.open !== true
    case 'rest_ends':
      return claim.status.is !== 'accepted' || claim.rest?.pauseId !== step.pauseId
    case 'renumber':
    case 'rate':
      return claim.status.is !== 'accepted'
  }
}

// A payment can come back although it has closed the case.
function takesBack(claim: AgencyClaim, act: Act): boolean {
  return act.act === 'bounce' && claim.status.is === 'closed' && claim.status.reason === 'paid'
}
