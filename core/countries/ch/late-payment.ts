// When a debtor is late (art. 102 OR): from the day after an agreed day of payment, otherwise from the day after a reminder
// reached the debtor. A payment order counts as a reminder where it is recorded as one. A refusal moves nothing here.

import { type LocalDate, addDays, workingDayFrom } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { ClaimFacts, FlatCompensation, LateStart } from '../../late-payment/index.ts'
import { ZERO } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { isHoliday } from './holidays.ts'
import { choice } from './settings.ts'

const LATE: Source = { citation: 'Art. 102 OR', confidence: 'high' }
const REST_DAY: Source = { citation: 'Art. 78 OR; SR 173.110.3', confidence: 'medium' }
const NO_FLAT: Source = { citation: 'Art. 104, 106 OR', confidence: 'high' }

export function lateFrom(facts: ClaimFacts, settings: LawSettings): LateStart {
  return facts.dueAgreed ? afterDueDay(facts, settings) : afterReminder(facts)
}

/** No sum in one is owed for late payment: further damage must be proved. */
export function flatCompensation(): FlatCompensation {
  return { amount: ZERO, why: line('ch.flat.none', { amount: ZERO, sources: [NO_FLAT] }) }
}

function afterDueDay({ dueOn }: ClaimFacts, settings: LawSettings): LateStart {
  const lastDay = choice(settings, 'rest_day') === 'unchanged' ? dueOn : workingDayFrom(dueOn, isHoliday)
  const moved = lastDay === dueOn ? [] : [restDay(dueOn, lastDay)]
  const from = addDays(lastDay, 1)
  const quantities = { due: onDay(dueOn), from: onDay(from) }
  return starting(from, line('ch.late.agreed_day', { quantities, sources: [LATE], lines: moved }))
}

function afterReminder({ dueOn, remindersReceivedOn, remindersWithTerm = [] }: ClaimFacts): LateStart {
  // A reminder that gave time to pay counts when that time is over.
  const termsOver = remindersWithTerm
    .filter(({ receivedOn }) => receivedOn > dueOn)
    .map(({ receivedOn, payBy }) => (payBy > receivedOn ? payBy : receivedOn))
  const reminded = [...remindersReceivedOn.filter((on) => on > dueOn), ...termsOver].toSorted()[0]
  if (reminded === undefined) {
    return { late: false, why: line('ch.late.not_reminded', { quantities: { due: onDay(dueOn) }, sources: [LATE] }) }
  }
  const from = addDays(reminded, 1)
  const quantities = { on: onDay(reminded), from: onDay(from) }
  return starting(from, line('ch.late.reminder', { quantities, sources: [LATE] }))
}

function starting(from: LocalDate, why: Line): LateStart {
  return { late: true, from, interestFrom: from, why }
}

function restDay(due: LocalDate, until: LocalDate): Line {
  const quantities = { due: onDay(due), until: onDay(until) }
  return line('ch.late.rest_day', { quantities, sources: [REST_DAY] })
}
