// What happens when a planned step is due: the agency accepts, writes, asks; the debtor acts.

import { addDays } from '@mahnwerk/core/calendar'
import { ZERO } from '@mahnwerk/core/money'
import { assertNever } from '@mahnwerk/core/refusals'
import { performAct } from './acts.ts'
import { drawBetween } from './chance.ts'
import { type AgencyClaim, type Given, type Stage, type Step, type Turn, change, isMoot, turnOf } from './claim.ts'
import { bill, closeIfPaid, payAgency } from './money.ts'
import { askCreditor, expire } from './questions.ts'
import { beginRest, endRest } from './reports.ts'
import { totalOf } from './split.ts'
import { ACTS } from './temperament.ts'
import { momentIn, workingDayFrom } from './time.ts'
import { planStage, stageAfter, stageMoment } from './way.ts'

/** Performs a step that is due. A moot step changes nothing. */
export function performStep(claim: AgencyClaim, step: Step, given: Given): Turn {
  const turn = turnOf(claim)
  if (isMoot(claim, step)) return turn
  switch (step.kind) {
    case 'accept':
      accept(turn, given)
      return turn
    case 'renumber':
      number(turn, given)
      return turn
    case 'stage':
      enterStage(turn, given, step.stage)
      return turn
    case 'act':
      performAct(turn, given, step.act)
      return turn
    case 'rate':
      payAgency(turn, given, step.last ? totalOf(claim.open) : step.amount, 'transfer')
      return turn
    case 'question_expires':
      expire(turn, given, step.questionId)
      return turn
    case 'rest_ends':
      endRest(turn, given)
      return turn
    default:
      return assertNever(step)
  }
}

function accept(turn: Turn, given: Given): void {
  const rejection = given.profile.refuses(turn.claim.package)
  if (rejection !== undefined) {
    change(turn, { status: { is: 'rejected', repairable: rejection.repairable } })
    turn.news.push({ type: 'case.rejected', ...rejection })
    return
  }
  change(turn, { status: { is: 'accepted' } })
  number(turn, given)
  closeIfPaid(turn)
  if (turn.claim.status.is !== 'accepted') return
  planStage(turn, given, 'first_letter', 1)
  if (turn.claim.rest !== undefined) beginRest(turn, turn.claim.rest, given)
}

function number(turn: Turn, given: Given): void {
  change(turn, { caseNumber: given.nextCaseNumber })
  turn.news.push({ type: 'case.accepted', caseNumber: given.nextCaseNumber })
}

function enterStage(turn: Turn, given: Given, stage: Stage): void {
  const { texts } = given.profile
  const next = stageAfter(stage)
  change(turn, { nextStage: next })
  switch (stage) {
    case 'first_letter':
      write(turn, given, texts.firstLetter, 'agency_letter')
      bill(turn, given, 'first_letter')
      change(turn, { letterSent: true })
      planActs(turn, given)
      break
    case 'second_demand':
      write(turn, given, texts.secondDemand, 'further_demand')
      bill(turn, given, 'second_demand')
      break
    case 'cost_demand':
      write(turn, given, texts.costDemand, 'further_demand')
      break
    case 'lawyer_demand':
      write(turn, given, texts.lawyerDemand, 'lawyer_demand')
      break
    case 'decision':
      turn.news.push({ type: 'case.stage_changed', stage: 'decision_needed' })
      askCreditor(turn, given, 'decision')
      break
    default:
      assertNever(stage)
  }
  if (next !== 'none') planStage(turn, given, next)
}

type Written = 'agency_letter' | 'further_demand' | 'lawyer_demand'

function write(turn: Turn, given: Given, subject: string, stage: Written): void {
  turn.news.push({ type: 'debtor.contacted', channel: 'letter', subject, on: given.today })
  const ends = turn.claim.nextStage === 'none'
  turn.news.push(
    ends
      ? { type: 'case.stage_changed', stage }
      : { type: 'case.stage_changed', stage, nextStepOn: stageMoment(given, given.profile.stepDays) },
  )
}

/** Plans what the debtor will do, counted from today. */
export function planActs(turn: Turn, given: Given): void {
  const { ref, temperament, actRound } = turn.claim
  if (totalOf(turn.claim.open) === ZERO) return
  for (const { afterDays, act } of ACTS[temperament]) {
    const on = workingDayFrom(addDays(given.today, afterDays), given.profile.isHoliday)
    const minutes = drawBetween(0, 8 * 60, given.seed, 'minutes', ref, afterDays)
    const at = momentIn(given.profile.zone, on, 9 + Math.floor(minutes / 60), minutes % 60)
    turn.planned.push({ at, step: { kind: 'act', act, round: actRound } })
  }
}
