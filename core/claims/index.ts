export { type AttemptChange, type Tried, attemptable, beginAttempt, endAttempt, recoveryOf } from './attempt.ts'
export {
  type Claim,
  type ClaimState,
  LAST_LEVEL,
  type Marker,
  type MarkerKind,
  NO_MARKER,
  isOutstanding,
  totalOpen,
} from './claim.ts'
export { type ClaimCommand, type ClaimDecision, type ClaimEvent, decide, evolve } from './decide.ts'
export { debtorKey, plain, sellerKey } from './identity.ts'
export { type Ladder, type LadderStep, lastLevelOf } from './ladder.ts'
export { type Ahead, type CaseAhead, type NextStep, nextStepOf } from './next-step.ts'
export {
  type ConnectionFacts,
  type DebtorFacts,
  type Hold,
  type MissingFact,
  type NotYet,
  type Readiness,
  readinessForHandover,
} from './readiness.ts'
export { type DebtorDraft, type InvoiceDraft, type RecordRefusal, type Recorded, recordInvoice } from './record.ts'
export type { ClaimRefusal } from './refusals.ts'
export {
  STATUS_ORDER,
  type Standing,
  type Status,
  type StatusKind,
  daysOverdue,
  isHeld,
  standingOf,
  statusOf,
} from './status.ts'
