// When a debtor is late (§ 1334 ABGB): where a day of payment was agreed, from the day after it, without a reminder. Otherwise
// from the day after a demand reached the debtor, the latest day that the law could give. A refusal moves nothing here.

import { type LocalDate, addDays } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { ClaimFacts, LateStart } from '../../late-payment/index.ts'
import type { LawSettings } from '../country.ts'
import { endOfPeriod } from './holidays.ts'
import { choice } from './settings.ts'

const LATE: Source = { citation: '§ 1334 ABGB idF BGBl. I 50/2013', confidence: 'high' }
// The statute names Sundays and holidays, the convention Saturdays; that Good Friday counts as one was seen once.
const REST_DAY: Source = {
  citation: '§ 903 ABGB; Europäisches Fristenübereinkommen BGBl. 254/1983',
  confidence: 'medium',
}

/** Late from the day after the last day to pay, and interest with it. Not late while no agreed day passed and nobody demanded. */
export function lateFrom(facts: ClaimFacts, settings: LawSettings): LateStart {
  return facts.dueAgreed ? afterDueDay(facts, settings) : afterDemand(facts)
}

function afterDueDay({ dueOn }: ClaimFacts, settings: LawSettings): LateStart {
  const lastDay = choice(settings, 'rest_day') === 'unchanged' ? dueOn : endOfPeriod(dueOn)
  const moved = lastDay === dueOn ? [] : [restDay(dueOn, lastDay)]
  const from = addDays(lastDay, 1)
  const quantities = { due: onDay(dueOn), from: onDay(from) }
  return starting(from, line('at.late.agreed_day', { quantities, sources: [LATE], lines: moved }))
}

function afterDemand({ dueOn, remindersReceivedOn, remindersWithTerm = [] }: ClaimFacts): LateStart {
  // A reminder that gave time to pay counts when that time is over.
  const termsOver = remindersWithTerm.filter(({ receivedOn }) => receivedOn > dueOn).map(latest)
  const demanded = [...remindersReceivedOn.filter((on) => on > dueOn), ...termsOver].toSorted()[0]
  if (demanded === undefined) {
    return { late: false, why: line('at.late.not_demanded', { quantities: { due: onDay(dueOn) }, sources: [LATE] }) }
  }
  const from = addDays(demanded, 1)
  return starting(
    from,
    line('at.late.demand', { quantities: { on: onDay(demanded), from: onDay(from) }, sources: [LATE] }),
  )
}

function latest({ receivedOn, payBy }: { receivedOn: LocalDate; payBy: LocalDate }): LocalDate {
  return payBy > receivedOn ? payBy : receivedOn
}

function starting(from: LocalDate, why: Line): LateStart {
  return { late: true, from, interestFrom: from, why }
}

function restDay(due: LocalDate, until: LocalDate): Line {
  const quantities = { due: onDay(due), until: onDay(until) }
  return line('at.late.rest_day', { quantities, sources: [REST_DAY] })
}
