// When a debtor is in default (verzuim) and owes interest: a term that was agreed passes, the debtor refuses for good, or a
// notice of default (ingebrekestelling) stays without payment (art. 6:81 to 6:83 BW); between businesses also thirty days after
// the invoice (art. 6:119a lid 2 BW), which rests on a source of low confidence. The flat sum of 40 EUR is art. 6:96 lid 4 BW.
// Terms ending on a weekend are not moved.

import { type LocalDate, addDays } from '../../calendar/index.ts'
import { type Line, inMoney, inNumber, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { ClaimFacts, FlatCompensation, LateStart } from '../../late-payment/index.ts'
import { ZERO, minor } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { choice } from './settings.ts'
import { isTrade } from './interest.ts'

const AGREED_TERM: Source = { citation: 'art. 6:83 onder a BW', confidence: 'medium' }
const AGREED_TERM_TRADE: Source = { citation: 'art. 6:119a lid 1 BW', confidence: 'medium' }
const REFUSED: Source = { citation: 'art. 6:83 onder c BW', confidence: 'medium' }
const NOTICE: Source = { citation: 'art. 6:82 lid 1 BW', confidence: 'medium' }
const NOT_AT_FAULT: Source = { citation: 'art. 6:81 BW', confidence: 'medium' }
const INVOICE_TERM: Source = { citation: 'art. 6:119a lid 2 BW', confidence: 'low', note: 'recalled' }
const FLAT: Source = { citation: 'art. 6:96 lid 4 BW; art. 6 richtlijn 2011/7/EU', confidence: 'high' }

/** Days that a notice of default leaves for payment, by the answer to the country's question `notice_term`. */
const NOTICE_DAYS = { fourteen_days: 14, eight_days: 8 } as const

/** Days between businesses without an agreed term, from the day after the invoice came. */
const INVOICE_DAYS = 30

/** The first day of default, or why there is none yet. The earliest way into default wins. */
export function lateFrom(facts: ClaimFacts, settings: LawSettings): LateStart {
  if (!facts.debtorAtFault) return { late: false, why: line('nl.late.not_at_fault', { sources: [NOT_AT_FAULT] }) }
  const ways = [byAgreedTerm(facts), byRefusal(facts), byNotice(facts, settings), byInvoice(facts, settings)]
  const [first] = ways.filter((way) => way !== undefined).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (first === undefined) {
    const days = inNumber(NOTICE_DAYS[choice(settings, 'notice_term')])
    return { late: false, why: line('nl.late.not_yet', { quantities: { days }, sources: [NOTICE] }) }
  }
  return { late: true, from: first.from, interestFrom: first.from, why: first.why }
}

type Way = { readonly from: LocalDate; readonly why: Line }

function byAgreedTerm(facts: ClaimFacts): Way | undefined {
  if (!facts.dueAgreed) return undefined
  const from = addDays(facts.dueOn, 1)
  const sources = isTrade(facts) ? [AGREED_TERM, AGREED_TERM_TRADE] : [AGREED_TERM]
  return {
    from,
    why: line('nl.late.agreed_term', { quantities: { due: onDay(facts.dueOn), from: onDay(from) }, sources }),
  }
}

// Who refuses before the due day is late when it passes.
function byRefusal({ refusedOn, dueOn }: ClaimFacts): Way | undefined {
  if (refusedOn === undefined) return undefined
  const from = refusedOn > dueOn ? refusedOn : addDays(dueOn, 1)
  const quantities = { refused: onDay(refusedOn), from: onDay(from) }
  return { from, why: line('nl.late.refused', { quantities, sources: [REFUSED] }) }
}

// The first reminder after the due day whose term has passed. A term of its own counts if it is long enough; one that is not
// recorded, or shorter, counts as the days that are taken as reasonable.
function byNotice(facts: ClaimFacts, settings: LawSettings): Way | undefined {
  const days = NOTICE_DAYS[choice(settings, 'notice_term')]
  const withTerm = facts.remindersWithTerm ?? []
  const without = facts.remindersReceivedOn.map((receivedOn) => ({ receivedOn, payBy: receivedOn }))
  const [first] = [...withTerm, ...without]
    .filter(({ receivedOn }) => receivedOn > facts.dueOn)
    .map(({ receivedOn, payBy }) => ({ receivedOn, lastDay: later(payBy, addDays(receivedOn, days)) }))
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  if (first === undefined) return undefined
  const from = addDays(first.lastDay, 1)
  const quantities = { received: onDay(first.receivedOn), last: onDay(first.lastDay), from: onDay(from) }
  return { from, why: line('nl.late.notice', { quantities, sources: [NOTICE] }) }
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

// Recalled, so only where low confidence is trusted. A later due day that the creditor itself gave is kept to.
function byInvoice(facts: ClaimFacts, settings: LawSettings): Way | undefined {
  const received = facts.invoiceReceivedOn
  if (!isTrade(facts) || received === undefined || !settings.trust.lowConfidence) return undefined
  const after = addDays(received, INVOICE_DAYS + 1)
  const from = after > facts.dueOn ? after : addDays(facts.dueOn, 1)
  const quantities = { received: onDay(received), days: inNumber(INVOICE_DAYS), from: onDay(from) }
  return { from, why: line('nl.late.invoice', { quantities, sources: [INVOICE_TERM], marks: ['low_confidence'] }) }
}

const FORTY_EUROS = minor(4000)
const FLAT_SINCE = '2013-03-16'

/** 40 EUR for each late payment between businesses, without a reminder; collection costs are owed only beyond it. */
export function flatCompensation(facts: ClaimFacts): FlatCompensation {
  if (!isTrade(facts)) return { amount: ZERO, why: line('nl.flat.not_trade', { amount: ZERO, sources: [FLAT] }) }
  if (facts.contractOn < FLAT_SINCE) {
    return { amount: ZERO, why: line('nl.flat.old_contract', { amount: ZERO, sources: [FLAT] }) }
  }
  const quantities = { amount: inMoney(FORTY_EUROS) }
  return { amount: FORTY_EUROS, why: line('nl.flat.trade', { amount: FORTY_EUROS, quantities, sources: [FLAT] }) }
}
