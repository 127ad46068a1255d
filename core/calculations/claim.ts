// The question most people ask: what does the debtor owe on this claim if they pay on that day, and why? Puts the country's
// answers together: late from when, interest by which rule, flat compensation, order of payments, and strikes the account.

import type { LocalDate } from '../calendar/index.ts'
import type { Line } from '../explanations/index.ts'
import type { LawRefusal } from '../facts/index.ts'
import type { ClaimFacts, FlatCompensation, LateStart } from '../late-payment/index.ts'
import { type Currency, MILLION, type Minor, ZERO, portion } from '../money/index.ts'
import { type Result, accept } from '../refusals/index.ts'
import { type Entry, type Statement, explainStatement, strike } from '../statement/index.ts'
import type { Country, LawSettings } from '../countries/index.ts'

export type ClaimQuestion = {
  readonly facts: ClaimFacts
  readonly currency: Currency
  readonly entries: readonly Entry[]
  readonly on: LocalDate
  /** The creditor demands interest; it may also forgo it. */
  readonly interestDemanded: boolean
  /** Interest before this day was booked or demanded otherwise: it runs from here at the earliest. */
  readonly interestNotBefore?: LocalDate
  /** The creditor demands the flat compensation where the law grants one. */
  readonly flatDemanded: boolean
}

export type ClaimAnswer = {
  readonly late: LateStart
  readonly flat: FlatCompensation
  readonly statement: Statement
  /** What one more day costs the debtor at the end, rounded as interest is. */
  readonly perDay: Minor
}

/** The statement of a claim on a day. Refused where the law of that day is not known; see LawRefusal. */
export function claimStatement(
  country: Country,
  question: ClaimQuestion,
  settings: LawSettings = country.settings,
): Result<ClaimAnswer, LawRefusal> {
  const { facts, on } = question
  const interest = country.interest(facts, settings)
  if (!interest.ok) return interest
  const allocation = country.allocation(facts, settings)
  if (!allocation.ok) return allocation
  const late = country.lateFrom(facts, settings)
  const flat = country.flatCompensation(facts, settings)
  const obligation = {
    currency: question.currency,
    principal: facts.principal,
    ...(late.late && question.interestDemanded ? { interestFrom: interestFrom(late.interestFrom, question) } : {}),
    interest: interest.value,
    allocation: allocation.value,
    paymentDayCounts: settings.paymentDayCounts,
    entries: [...question.entries, ...flatEntry(late, flat, question)],
    trust: settings.trust,
  }
  const struck = strike(obligation, on)
  if (!struck.ok) return struck
  const statement = struck.value
  return accept({ late, flat, statement, perDay: perDay(statement) })
}

function interestFrom(first: LocalDate, { interestNotBefore = first }: ClaimQuestion): LocalDate {
  return interestNotBefore > first ? interestNotBefore : first
}

function flatEntry(late: LateStart, flat: FlatCompensation, question: ClaimQuestion): readonly Entry[] {
  if (!late.late || !question.flatDemanded || flat.amount === 0) return []
  const source = flat.why.sources[0]
  return [{ kind: 'charge', on: late.from, amount: flat.amount, part: 'flat', ...(source ? { source } : {}) }]
}

// A day's interest on what is owed now, at the rate of the last day: to show how the sum grows.
function perDay(statement: Statement): Minor {
  const last = statement.steps.at(-1)?.stretches.at(-1)
  if (last === undefined) return ZERO
  return portion(statement.balance.principal, last.period.rate, last.yearDays * MILLION, 'half_up')
}

/** Why the sums are what they are: the statement's tree, and beside it why the debtor is late or not. */
export function explainClaim(answer: ClaimAnswer): Line {
  const statement = explainStatement(answer.statement)
  return { ...statement, lines: [...statement.lines, answer.late.why] }
}
