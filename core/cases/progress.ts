// How far a case has come with its partner, and whose turn it is.

import type { LocalDate } from '../calendar/index.ts'
import { assertNever } from '../refusals/index.ts'
import { type Case, type Processing, type Responsible, isActive } from './case.ts'
import type { NewsBody, Stage } from './news.ts'
import { type Before, type Change, type Effect, type NewsOutcome, changed, task } from './outcome.ts'

export function accepted(before: Before, body: Extract<NewsBody, { type: 'case.accepted' }>): NewsOutcome {
  return works(before, body.type, body.caseNumber)
}

// The partner works on the case. Where the invoice has gone another way meanwhile, a person must look: two partners, or
// one twice, would demand the same money.
function works(before: Before, told: NewsBody['type'], caseNumber: string): NewsOutcome {
  const { processing, stage } = before.case
  if (!isActive(processing) && before.otherActive === true) {
    return changed(before, {}, [task('unknown_news', { type: told })])
  }
  const stageNow = isActive(processing) ? stage : processing.kind === 'ended' ? processing.stageBefore : undefined
  const resumedAt = stageNow ?? 'prepared'
  return changed(before, {
    processing: { kind: 'accepted', caseNumber },
    stage: resumedAt,
    responsible: actsAt(resumedAt),
  })
}

// Who acts at a stage of a case that the partner has accepted.
function actsAt(stage: Stage): Responsible {
  switch (stage) {
    case 'decision_needed':
      return 'creditor'
    case 'lawyer_demand':
      return 'lawyer'
    case 'court_order':
    case 'enforcement':
      return 'court'
    case 'prepared':
    case 'agency_letter':
    case 'further_demand':
    case 'long_term':
    case 'own_name':
    case 'ended':
      return 'partner'
    default:
      return assertNever(stage)
  }
}

export function rejected(before: Before, body: Extract<NewsBody, { type: 'case.rejected' }>): NewsOutcome {
  const { reason, text, repairable } = body
  return finished(before, { processing: { kind: 'rejected', reason, text, repairable }, responsible: 'creditor' }, [
    task('case_rejected', { reason, text }),
  ])
}

export function finished(before: Before, change: Change, effects: readonly Effect[] = []): NewsOutcome {
  return changed(before, { ...change, stage: 'ended', nextStepOn: undefined, questionsOpen: 0 }, [
    { kind: 'stop_waiting' },
    ...effects,
  ])
}

export function stageChanged(before: Before, body: Extract<NewsBody, { type: 'case.stage_changed' }>): NewsOutcome {
  const { stage, nextStepOn } = body
  const { processing, responsible } = before.case
  const taken = processing.kind === 'accepted' || processing.kind === 'paused'
  return changed(
    before,
    { stage, nextStepOn, responsible: taken ? actsAt(stage) : responsible },
    stage === 'decision_needed' && isActive(processing) ? [task('decision_needed', {})] : [],
  )
}

export function paused(
  processing: Processing,
  body: { readonly reason: string; readonly until?: LocalDate },
): Processing {
  if (processing.kind !== 'accepted' && processing.kind !== 'paused') return processing
  const { caseNumber } = processing
  return { kind: 'paused', caseNumber, reason: body.reason, ...(body.until === undefined ? {} : { until: body.until }) }
}

// A pause is over; or a case that was closed as paid goes on because the money went back.
export function resumed(before: Before): NewsOutcome {
  const { processing } = before.case
  if (processing.kind !== 'paused' && processing.kind !== 'ended') return changed(before, {})
  if (processing.caseNumber === undefined) return changed(before, {})
  return works(before, 'case.resumed', processing.caseNumber)
}

export function ended(
  { processing, stage }: Case,
  reason: Extract<Processing, { kind: 'ended' }>['reason'],
): Processing {
  if (processing.kind === 'ended') return { ...processing, reason }
  const known = 'caseNumber' in processing ? { caseNumber: processing.caseNumber } : {}
  return { kind: 'ended', reason, ...(stage === 'ended' ? {} : { stageBefore: stage }), ...known }
}
