// Claims for the bench: each eight years old with ten part payments, every one different, made by a small generator so that a run
// of a million needs no list of a million.

import type { ClaimQuestion } from '@mahnwerk/core/calculations'
import { type LocalDate, addDays, day } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import { type Entry } from '@mahnwerk/core/statement'

export const PAYMENTS = 10
export const YEARS = 8
const FIRST_DUE = day('2018-06-01')
/** About eight years after the claims fell due. */
export const STRUCK_ON = day('2026-06-30')

/** The claim of a number: always the same for the same number. */
export function claim(index: number): ClaimQuestion {
  const dueOn = addDays(FIRST_DUE, index % 29)
  const principal = minor(40_000 + ((index * 7919) % 900_000))
  return {
    facts: {
      debtor: index % 3 === 0 ? 'business' : 'consumer',
      principal,
      contractOn: addDays(dueOn, -30),
      dueOn,
      dueAgreed: true,
      invoiceNotice: false,
      remindersReceivedOn: [],
      forPerformance: true,
      debtorAtFault: true,
    },
    currency: EUR,
    entries: Array.from({ length: PAYMENTS }, (_, number) => payment(index, number, dueOn, principal)),
    on: STRUCK_ON,
    interestDemanded: true,
    flatDemanded: false,
  }
}

function payment(index: number, number: number, dueOn: LocalDate, principal: number): Entry {
  const on = addDays(dueOn, 60 + number * 280 + ((index * 31 + number * 17) % 200))
  return { kind: 'payment', on, amount: minor(Math.floor(principal / 14) + ((index + number) % 97)) }
}
