// The agency's way with a claim, letter by letter. Each stage plans the next one; a hold makes the planned one moot.
// The way ends at a decision of the creditor: nothing here goes to court.

import { addDays } from '@mahnwerk/core/calendar'
import type { CloseReason } from '@mahnwerk/core/cases'
import { assertNever } from '@mahnwerk/core/refusals'
import { type Given, type Stage, type Turn, change } from './claim.ts'
import { momentIn, workingDayFrom } from './time.ts'

/** Plans a stage so many days from today, on a working day at the hour when letters go out. While the claim rests, it only notes what comes next. */
export function planStage(turn: Turn, given: Given, stage: Stage, days: number = given.profile.stepDays): void {
  const stageRound = turn.claim.stageRound + 1
  change(turn, { stageRound, nextStage: stage })
  if (turn.claim.rest !== undefined) return
  const at = stageMoment(given, days)
  turn.planned.push({
    at: momentIn(given.profile.zone, at, given.profile.letterHour),
    step: { kind: 'stage', stage, round: stageRound },
  })
}

/** The day on which a stage planned now will come. */
export function stageMoment(given: Given, days: number): ReturnType<typeof addDays> {
  return workingDayFrom(addDays(given.today, days), given.profile.isHoliday)
}

/** What was planned does not come; planStage or goOn plans it anew. */
export function hold(turn: Turn): void {
  change(turn, { stageRound: turn.claim.stageRound + 1 })
}

/** Takes up the way where it was held. */
export function goOn(turn: Turn, given: Given): void {
  if (turn.claim.nextStage !== 'none') planStage(turn, given, turn.claim.nextStage)
}

/** The stage after this one on the way; none after the last. */
export function stageAfter(stage: Stage): Stage | 'none' {
  switch (stage) {
    case 'first_letter':
      return 'second_demand'
    case 'second_demand':
      return 'lawyer_demand'
    case 'lawyer_demand':
      return 'decision'
    case 'cost_demand':
    case 'decision':
      return 'none'
    default:
      return assertNever(stage)
  }
}

export function close(turn: Turn, reason: CloseReason, text?: string): void {
  change(turn, { status: { is: 'closed', reason }, stageRound: turn.claim.stageRound + 1 })
  turn.news.push(text === undefined ? { type: 'case.closed', reason } : { type: 'case.closed', reason, text })
}
