// When a debtor is in default by § 286 BGB, and from which day interest runs: a due day fixed by the calendar, a reminder after the due
// day, thirty days after due day and invoice, a final refusal; whatever comes first. A last day that is no working day moves
// (§ 193). Left out: special reasons (Abs. 2 Nr. 4), and a suit or an order for payment, which equal a reminder and are entered as one.

import type { LocalDate } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { ClaimFacts, LateStart } from '../../late-payment/index.ts'
import type { LawSettings } from '../country.ts'
import { type DefaultStart, type LastDay, afterLastDay, fromTheDay, movable, unmoved } from './default-start.ts'
import { countedEnd } from './periods.ts'
import { choice } from './settings.ts'
import { bgb } from './sources.ts'

export function lateFrom(facts: ClaimFacts, settings: LawSettings): LateStart {
  const start = defaultStart(facts, settings)
  if (start === undefined) return { late: false, why: whyNot(facts) }
  return { late: true, from: start.from, interestFrom: start.interestFrom, why: start.why }
}

/** What brings about default first; undefined where nothing does, or where the debtor is not at fault (§ 286 Abs. 4). */
export function defaultStart(facts: ClaimFacts, settings: LawSettings): DefaultStart | undefined {
  if (!facts.debtorAtFault) return undefined
  const due = movable(facts.dueOn, facts.region)
  const starts = [
    byCalendar(facts, due),
    byReminder(facts, due),
    byTerm(facts, due),
    byThirtyDays(facts, settings),
    byRefusal(facts, due),
  ]
  return starts.filter((each) => each !== undefined).toSorted(byDay)[0]
}

function byDay(a: DefaultStart, b: DefaultStart): number {
  if (a.interestFrom !== b.interestFrom) return a.interestFrom < b.interestFrom ? -1 : 1
  return a.from === b.from ? 0 : a.from < b.from ? -1 : 1
}

function byCalendar({ dueAgreed, dueOn }: ClaimFacts, due: LastDay): DefaultStart | undefined {
  if (!dueAgreed) return undefined
  return afterLastDay(['calendar'], due, bgb('§ 286 Abs. 2 Nr. 1, 2'), { due: onDay(dueOn) })
}

function byReminder(
  { remindersReceivedOn, remindersWithTerm = [] }: ClaimFacts,
  due: LastDay,
): DefaultStart | undefined {
  // A term that was over when the letter came is none.
  const tooLate = remindersWithTerm.filter(({ receivedOn, payBy }) => payBy <= receivedOn)
  const received = [...remindersReceivedOn, ...tooLate.map(({ receivedOn }) => receivedOn)]
  const first = earliest(received.filter((on) => on > due.last))
  return first === undefined ? undefined : fromTheDay('reminder', first, bgb('§ 286 Abs. 1'))
}

function byTerm({ remindersWithTerm = [], region }: ClaimFacts, due: LastDay): DefaultStart | undefined {
  const given = remindersWithTerm.filter(({ receivedOn, payBy }) => due.last < receivedOn && receivedOn < payBy)
  const first = earliest(given.map(({ payBy }) => payBy))
  if (first === undefined) return undefined
  const source = bgb('§ 286 Abs. 1', 'medium', 'Mahnung mit Zahlungsfrist: Verzug nach ihrem Ablauf')
  return afterLastDay(['reminder', 'term'], movable(first, region), source, { payBy: onDay(first) })
}

function byThirtyDays(facts: ClaimFacts, settings: LawSettings): DefaultStart | undefined {
  const { dueOn, region } = facts
  const receivedOn = receiptOf(facts)
  if (!facts.forPerformance || receivedOn === undefined) return undefined
  if (facts.debtor === 'consumer' && !facts.invoiceNotice) return undefined
  const event = receivedOn > dueOn ? receivedOn : dueOn
  const counted = countedEnd({ event, length: 30, unit: 'day' })
  // Whether § 193 holds for the thirty days, too, is not settled.
  const moves = choice(settings, 'thirty_days') === 'moved'
  const last = moves ? movable(counted, region, bgb('§ 193', 'medium')) : unmoved(counted)
  return afterLastDay(['thirty_days'], last, bgb('§ 286 Abs. 3'), { event: onDay(event) })
}

// A business that does not know when the invoice came is held to when it received the performance (Abs. 3 sentence 2).
function receiptOf({ debtor, invoiceReceivedOn, performanceReceivedOn }: ClaimFacts): LocalDate | undefined {
  return invoiceReceivedOn ?? (debtor === 'business' ? performanceReceivedOn : undefined)
}

function byRefusal({ refusedOn, dueOn }: ClaimFacts, due: LastDay): DefaultStart | undefined {
  if (refusedOn === undefined) return undefined
  const source = bgb('§ 286 Abs. 2 Nr. 3')
  if (refusedOn > due.last) return fromTheDay('refusal', refusedOn, source)
  return afterLastDay(['refusal', 'early'], due, source, { refused: onDay(refusedOn), due: onDay(dueOn) })
}

function whyNot(facts: ClaimFacts): Line {
  if (!facts.debtorAtFault) return line('de.late.no_fault', { sources: [bgb('§ 286 Abs. 4')] })
  const reminder = bgb('§ 286 Abs. 1')
  if (!facts.forPerformance) return line('de.late.no_reminder', { sources: [reminder] })
  const sources = [reminder, bgb('§ 286 Abs. 3')]
  const noNotice = facts.debtor === 'consumer' && !facts.invoiceNotice
  return line(noNotice ? 'de.late.no_notice' : 'de.late.no_receipt', { sources })
}

function earliest(days: readonly LocalDate[]): LocalDate | undefined {
  return days.toSorted()[0]
}
