import type { Case, CloseReason, IfIdle, RejectReason, Responsible, Stage } from '@mahnwerk/core/cases'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Format, Text, TextKey } from '../../texts/index.ts'
import type { Tone } from '../../ui/index.ts'

const STAGES: Readonly<Record<Stage, TextKey>> = {
  prepared: 'stage.prepared',
  agency_letter: 'stage.agencyLetter',
  further_demand: 'stage.furtherDemand',
  lawyer_demand: 'stage.lawyerDemand',
  decision_needed: 'stage.decisionNeeded',
  court_order: 'stage.courtOrder',
  enforcement: 'stage.enforcement',
  long_term: 'stage.longTerm',
  own_name: 'stage.ownName',
  ended: 'stage.ended',
}

export function stageWords(stage: Stage, text: Text): string {
  return text(STAGES[stage])
}

type Processing = Case['processing']

export function processingWords(processing: Processing, text: Text, format: Format): { label: string; tone: Tone } {
  switch (processing.kind) {
    case 'sent':
      return { label: text('processing.sent'), tone: 'away' }
    case 'received':
      return { label: text('processing.received'), tone: 'away' }
    case 'accepted':
      return { label: text('processing.accepted'), tone: 'away' }
    case 'paused':
      return {
        label:
          processing.until === undefined
            ? text('processing.paused')
            : text('processing.pausedUntil', { day: format.dayShort(processing.until) }),
        tone: 'neutral',
      }
    case 'rejected':
      return { label: text('processing.rejected'), tone: 'stop' }
    case 'ended':
      return {
        label: closeWords(processing.reason, text),
        tone: processing.reason === 'paid' || processing.reason === 'settled' ? 'good' : 'neutral',
      }
    default:
      return assertNever(processing)
  }
}

const CLOSED: Readonly<Record<CloseReason, TextKey>> = {
  paid: 'closed.paid',
  partly_paid: 'closed.partlyPaid',
  settled: 'closed.settled',
  recalled: 'closed.recalled',
  disputed: 'closed.disputed',
  address_unknown: 'closed.addressUnknown',
  insolvent: 'closed.insolvent',
  deceased: 'closed.deceased',
  irrecoverable: 'closed.irrecoverable',
  uneconomical: 'closed.uneconomical',
  limitation: 'closed.limitation',
  other: 'closed.other',
}

export function closeWords(reason: CloseReason, text: Text): string {
  return text(CLOSED[reason])
}

const REJECTED: Readonly<Record<RejectReason, TextKey>> = {
  data_missing: 'rejected.dataMissing',
  address_unknown: 'rejected.addressUnknown',
  amount_too_low: 'rejected.amountTooLow',
  disputed: 'rejected.disputed',
  no_contract: 'rejected.noContract',
  limitation: 'rejected.limitation',
  insolvent: 'rejected.insolvent',
  deceased: 'rejected.deceased',
  minor_debtor: 'rejected.minorDebtor',
  abroad: 'rejected.abroad',
  duplicate: 'rejected.duplicate',
  other: 'rejected.other',
}

export function rejectWords(reason: RejectReason, text: Text): string {
  return text(REJECTED[reason])
}

export function responsibleWords(responsible: Responsible, partner: string, text: Text): string {
  switch (responsible) {
    case 'creditor':
      return text('responsible.you')
    case 'partner':
      return partner
    case 'lawyer':
      return text('responsible.lawyer', { partner })
    case 'court':
      return text('responsible.court')
    case 'nobody':
      return text('responsible.nobody')
    default:
      return assertNever(responsible)
  }
}

/** "Was passiert, wenn ich nichts tue?" in one sentence. */
export function idleWords(idle: IfIdle, partner: string, text: Text, format: Format): string {
  switch (idle.kind) {
    case 'partner_confirms':
      return text('idle.partnerConfirms', { partner })
    case 'question_waits':
      if (idle.ifSilent !== undefined) return idle.ifSilent
      return idle.answerBy === undefined
        ? text('idle.questionWaits', { partner })
        : text('idle.questionWaitsUntil', { partner, day: format.day(idle.answerBy) })
    case 'partner_writes':
      return idle.on === undefined
        ? text('idle.partnerGoesOn', { partner })
        : text('idle.partnerWrites', { partner, day: format.day(idle.on) })
    case 'paused':
      return idle.until === undefined ? text('idle.paused') : text('idle.pausedUntil', { day: format.day(idle.until) })
    case 'decision_waits':
      return text('idle.decisionWaits')
    case 'repair_needed':
      return text('idle.repairNeeded')
    case 'nothing_more':
      return text('idle.nothingMore')
    default:
      return assertNever(idle)
  }
}
