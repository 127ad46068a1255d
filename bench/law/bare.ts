// The limit: the same figure by the least work that JavaScript can do it with. Days and rates are numbers in typed arrays,
// nothing is kept or explained, nothing checked; costs do not occur. It must come to the same total.

import type { ClaimQuestion } from '@mahnwerk/core/calculations'
import { type LocalDate, toEpochDay } from '@mahnwerk/core/calendar'
import type { InterestRule } from '@mahnwerk/core/interest'

export type BareClaim = {
  readonly principal: number
  readonly first: number
  readonly paidOn: Int32Array
  readonly paid: Float64Array
  readonly on: number
}

export type BareRates = { readonly starts: Int32Array; readonly rates: Int32Array }

export function bareRates(rule: InterestRule): BareRates {
  return { starts: Int32Array.from(rule.starts), rates: Int32Array.from(rule.periods.map((period) => period.rate)) }
}

/** What the limit is given: read beforehand, outside the measured time. */
export function bareClaim(question: ClaimQuestion, interestFrom: LocalDate): BareClaim {
  const payments = question.entries.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return {
    principal: question.facts.principal,
    first: toEpochDay(interestFrom),
    paidOn: Int32Array.from(payments.map((entry) => toEpochDay(entry.on))),
    paid: Float64Array.from(payments.map((entry) => entry.amount)),
    on: toEpochDay(question.on),
  }
}

/** Cents owed on the day, payment days counted, interest before principal, rounded half up at each payment. */
export function bareTotal(of: BareClaim, { starts, rates }: BareRates): number {
  let principal = of.principal
  let interest = 0
  let from = of.first
  let index = 0
  while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= from) index++
  for (let entry = 0; entry <= of.paidOn.length; entry++) {
    const until = (entry < of.paidOn.length ? (of.paidOn[entry] ?? 0) : of.on) + 1
    let numerator = 0
    while (from < until) {
      const next = index + 1 < starts.length ? (starts[index + 1] ?? 0) : 1e9
      const end = until < next ? until : next
      numerator += principal * (rates[index] ?? 0) * (end - from)
      from = end
      if (end === next) index++
    }
    interest += Math.floor((numerator + 182_500_000) / 365_000_000)
    if (entry === of.paidOn.length) break
    const paid = of.paid[entry] ?? 0
    const toInterest = Math.min(paid, interest)
    interest -= toInterest
    principal = Math.max(0, principal - (paid - toInterest))
  }
  return principal + interest
}
