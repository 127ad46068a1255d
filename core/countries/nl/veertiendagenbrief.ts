// The fourteen-day letter (veertiendagenbrief, art. 6:96 lid 6 BW): a consumer owes collection costs only after a letter that
// came after default, names the consequence and the exact costs, and left fourteen full days, counted from the day after it was
// received. Days here; wordings stand in letter-wording.ts. By HR 25 November 2016 (ECLI:NL:HR:2016:2704) the creditor proves
// receipt, and ordinary mail counts as delivered on the second day of delivery after sending. Whether a term that ends on a
// weekend is extended is open: a setting.

import { type LocalDate, addDays, weekday, workingDayFrom } from '../../calendar/index.ts'
import type { WarningLetter } from '../../collection-costs/index.ts'
import { type Line, inNumber, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import { type Minor, sum } from '../../money/index.ts'
import { isHoliday } from './holidays.ts'
import { type TermWording, judgeWording } from './letter-wording.ts'

export const LETTER: Source = { citation: 'art. 6:96 lid 6 BW; ECLI:NL:HR:2016:2704', confidence: 'high' }

/** as_counted: the fourteenth day, whatever day it is. next_working_day: moved off weekends and holidays. */
export type TermEnd = 'as_counted' | 'next_working_day'

/** Full days that the letter leaves. */
export const LETTER_DAYS = 14

export type LetterTerm = {
  /** The day after receipt. */
  readonly firstDay: LocalDate
  /** The last day on which payment avoids all costs. */
  readonly lastDay: LocalDate
  readonly costsDueFrom: LocalDate
  readonly why: Line
}

/** The day on which ordinary mail counts as delivered. Sundays, Mondays and holidays count neither between nor as the day. */
export function presumedDelivery(postedOn: LocalDate): LocalDate {
  return deliveryDayAfter(deliveryDayAfter(postedOn))
}

function deliveryDayAfter(on: LocalDate): LocalDate {
  let candidate = addDays(on, 1)
  while ([7, 1].includes(weekday(candidate)) || isHoliday(candidate)) candidate = addDays(candidate, 1)
  return candidate
}

/** The fourteen days of a letter received on a day. */
export function letterTerm(receivedOn: LocalDate, end: TermEnd = 'as_counted'): LetterTerm {
  const counted = addDays(receivedOn, LETTER_DAYS)
  const lastDay = end === 'next_working_day' ? workingDayFrom(counted, isHoliday) : counted
  const [firstDay, costsDueFrom] = [addDays(receivedOn, 1), addDays(lastDay, 1)]
  const quantities = {
    received: onDay(receivedOn),
    first: onDay(firstDay),
    last: onDay(lastDay),
    from: onDay(costsDueFrom),
    days: inNumber(LETTER_DAYS),
  }
  return { firstDay, lastDay, costsDueFrom, why: line('nl.letter.term', { quantities, sources: [LETTER] }) }
}

/** Whether a letter that names its last day leaves the full term to whom it reached on a day. */
export function leavesFullTerm(lastDayNamed: LocalDate, receivedOn: LocalDate): boolean {
  return lastDayNamed >= addDays(receivedOn, LETTER_DAYS)
}

export type LetterSent = {
  readonly receivedOn: LocalDate
  /** The first day of default: a letter before it has no effect. */
  readonly lateFrom: LocalDate
  /** How it states its term: a wording, or the last day for payment. */
  readonly term: TermWording | { readonly lastDay: LocalDate }
  /** It names what happens without payment, and the exact costs. */
  readonly statesConsequence: boolean
  readonly statesCosts: boolean
  readonly payments: readonly { readonly on: LocalDate; readonly amount: Minor }[]
}

/** What a letter that was sent means for costs: as a question about collection costs takes it. */
export function warningOf(letter: LetterSent, end: TermEnd = 'as_counted'): WarningLetter {
  const { receivedOn, term } = letter
  const { lastDay } = letterTerm(receivedOn, end)
  const fullTerm = 'lastDay' in term ? leavesFullTerm(term.lastDay, receivedOn) : judgeWording(term).verdict === 'valid'
  const valid = fullTerm && letter.statesConsequence && letter.statesCosts && receivedOn >= letter.lateFrom
  const inTerm = letter.payments.filter(({ on }) => on > receivedOn && on <= lastDay)
  return { receivedOn, valid, paidInTerm: sum(inTerm.map(({ amount }) => amount)) }
}
