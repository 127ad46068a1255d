// When a debtor is in default by § 286 BGB, and from which day interest runs: a due day fixed by the calendar, a reminder after the due
// day, thirty days after due day and invoice, a final refusal; whatever comes first. A last day that is no working day moves
// (§ 193). Left out: thirty days from the performance where receipt of the invoice is uncertain, and special reasons (Abs. 2 Nr. 4).

import { type LocalDate, addDays } from '../../calendar/index.ts'
import { type Line, type Quantity, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { ClaimFacts, LateStart } from '../../late-payment/index.ts'
import type { LawSettings } from '../country.ts'
import { countedEnd, lastDayToAct } from './periods.ts'
import { chosen } from './settings.ts'
import { bgb } from './sources.ts'

/** One of the events by which a debtor comes into default. */
export type DefaultStart = {
  readonly cause: 'calendar' | 'reminder' | 'thirty_days' | 'refusal'
  readonly from: LocalDate
  readonly interestFrom: LocalDate
  readonly why: Line
}

/** Days are counted from the day after the event. */
const NEXT_DAY = bgb('§ 187 Abs. 1', 'medium', 'entsprechend')

export function lateFrom(facts: ClaimFacts, settings: LawSettings): LateStart {
  const start = defaultStart(facts, settings)
  if (start === undefined) return { late: false, why: whyNot(facts) }
  return { late: true, from: start.from, interestFrom: start.interestFrom, why: start.why }
}

/** What brings about default first; undefined where nothing does, or where the debtor is not at fault (§ 286 Abs. 4). */
export function defaultStart(facts: ClaimFacts, settings: LawSettings): DefaultStart | undefined {
  if (!facts.debtorAtFault) return undefined
  const starts = [byCalendar(facts), byReminder(facts), byTerm(facts), byThirtyDays(facts, settings), byRefusal(facts)]
  return starts.filter((each) => each !== undefined).toSorted(byDay)[0]
}

function byDay(a: DefaultStart, b: DefaultStart): number {
  if (a.interestFrom !== b.interestFrom) return a.interestFrom < b.interestFrom ? -1 : 1
  return a.from === b.from ? 0 : a.from < b.from ? -1 : 1
}

function byCalendar(facts: ClaimFacts): DefaultStart | undefined {
  if (!facts.dueAgreed) return undefined
  const last = lastDayToAct(facts.dueOn, facts.region)
  return afterLastDay('calendar', facts.dueOn, last, bgb('§ 286 Abs. 2 Nr. 1, 2'), { due: onDay(facts.dueOn) })
}

function byReminder(facts: ClaimFacts): DefaultStart | undefined {
  const afterDue = lastDayToAct(facts.dueOn, facts.region)
  const tooLong = (facts.remindersWithTerm ?? []).filter(({ receivedOn, payBy }) => payBy <= receivedOn)
  const received = [...facts.remindersReceivedOn, ...tooLong.map(({ receivedOn }) => receivedOn)]
  const first = earliest(received.filter((on) => on > afterDue))
  return first === undefined ? undefined : fromTheDay('reminder', first, bgb('§ 286 Abs. 1'))
}

function byTerm(facts: ClaimFacts): DefaultStart | undefined {
  const afterDue = lastDayToAct(facts.dueOn, facts.region)
  const terms = (facts.remindersWithTerm ?? []).filter(
    ({ receivedOn, payBy }) => afterDue < receivedOn && receivedOn < payBy,
  )
  const first = earliest(terms.map(({ payBy }) => payBy))
  if (first === undefined) return undefined
  const source = bgb('§ 286 Abs. 1', 'medium', 'Mahnung mit Zahlungsfrist: Verzug nach ihrem Ablauf')
  return afterLastDay('reminder', first, lastDayToAct(first, facts.region), source, { payBy: onDay(first) }, 'term')
}

function byThirtyDays(facts: ClaimFacts, settings: LawSettings): DefaultStart | undefined {
  const { invoiceReceivedOn, dueOn, region } = facts
  if (!facts.forPerformance || invoiceReceivedOn === undefined) return undefined
  if (facts.debtor === 'consumer' && !facts.invoiceNotice) return undefined
  const event = invoiceReceivedOn > dueOn ? invoiceReceivedOn : dueOn
  const counted = countedEnd({ event, length: 30, unit: 'day' })
  const last = chosen(settings, 'thirty_days') === 'moved' ? lastDayToAct(counted, region) : counted
  return afterLastDay('thirty_days', counted, last, bgb('§ 286 Abs. 3'), { event: onDay(event) })
}

function byRefusal({ refusedOn, dueOn, region }: ClaimFacts): DefaultStart | undefined {
  if (refusedOn === undefined) return undefined
  const source = bgb('§ 286 Abs. 2 Nr. 3')
  const last = lastDayToAct(dueOn, region)
  if (refusedOn > last) return fromTheDay('refusal', refusedOn, source)
  return afterLastDay('refusal', dueOn, last, source, { refused: onDay(refusedOn), due: onDay(dueOn) }, 'early')
}

/** Default with the day of an event itself; interest from the day after (§ 187 Abs. 1). */
function fromTheDay(cause: DefaultStart['cause'], on: LocalDate, source: Source): DefaultStart {
  const interestFrom = addDays(on, 1)
  const quantities = { day: onDay(on), interestFrom: onDay(interestFrom) }
  return { cause, from: on, interestFrom, why: line(`de.late.${cause}`, { quantities, sources: [source, NEXT_DAY] }) }
}

/** Default and interest from the day after the last on which payment is in time. */
function afterLastDay(
  cause: DefaultStart['cause'],
  counted: LocalDate,
  last: LocalDate,
  source: Source,
  quantities: Readonly<Record<string, Quantity>>,
  variant?: string,
): DefaultStart {
  const from = addDays(last, 1)
  const key = variant === undefined ? `de.late.${cause}` : `de.late.${cause}.${variant}`
  const why = line(key, {
    quantities: { ...quantities, counted: onDay(counted), last: onDay(last), from: onDay(from) },
    sources: [source, NEXT_DAY],
    lines: counted === last ? [] : [moved(cause, counted, last)],
  })
  return { cause, from, interestFrom: from, why }
}

// Whether § 193 holds for the thirty days, too, is not settled: the choice `thirty_days`.
function moved(cause: DefaultStart['cause'], counted: LocalDate, last: LocalDate): Line {
  const source = cause === 'thirty_days' ? bgb('§ 193', 'medium') : bgb('§ 193')
  return line('de.late.moved', { quantities: { counted: onDay(counted), last: onDay(last) }, sources: [source] })
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
