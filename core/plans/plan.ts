// Instalment plans: which payments, when, and what of each goes where, so that the debtor knows the whole price before saying
// yes (§ 13a Abs. 3 RDG asks for it in Germany; elsewhere it is fair). Interest goes on; payments are allocated by the claim's
// own rule. The last instalment is what is left.

import { type Balance, allocate } from '../allocation/index.ts'
import { type LocalDate, addMonths } from '../calendar/index.ts'
import type { LawRefusal, Mark } from '../facts/index.ts'
import { type Minor, least, minor, subtract, sum } from '../money/index.ts'
import { type Result, accept, refuse } from '../refusals/index.ts'
import { type Entry, type Obligation, type Statement, strike } from '../statement/index.ts'

export type PlanQuestion = {
  /** The claim without the plan's payments; entries up to today. */
  readonly obligation: Obligation
  /** The day on which the plan is agreed; its cost falls due then. */
  readonly agreedOn: LocalDate
  readonly firstOn: LocalDate
  /** What making the plan costs the debtor, gross; zero where nothing is charged. */
  readonly cost: Minor
  /** Either so much a month, or so many equal months. */
  readonly by: { readonly kind: 'amount'; readonly amount: Minor } | { readonly kind: 'count'; readonly count: number }
}

export type Instalment = {
  readonly on: LocalDate
  readonly amount: Minor
  /** Where it goes. */
  readonly parts: Balance
  /** Owed after it. */
  readonly left: Minor
}

export type Plan = {
  readonly instalments: readonly Instalment[]
  /** Owed on the day of the agreement, before the plan's own cost. */
  readonly owedBefore: Minor
  readonly cost: Minor
  /** Interest that runs while the plan is paid. */
  readonly interest: Minor
  /** Everything that the debtor pays from the agreement to the end. */
  readonly total: Minor
  readonly marks: readonly Mark[]
}

export type PlanRefusal = LawRefusal | 'plan_nothing_owed' | 'plan_never_ends' | 'plan_too_long' | 'plan_starts_before'

/** Ten years of months: longer plans are refused. */
const MONTHS_MAX = 120

/** Works out a plan. Refused where nothing is owed, the rate does not cover the interest, or it would take over ten years. */
export function planOf(question: PlanQuestion): Result<Plan, PlanRefusal> {
  if (question.firstOn < question.agreedOn) {
    return refuse('plan_starts_before', { first: question.firstOn, agreed: question.agreedOn })
  }
  const before = strike(question.obligation, question.agreedOn)
  if (!before.ok) return before
  if (before.value.total === 0) return refuse('plan_nothing_owed', { day: question.agreedOn })
  const { by } = question
  if (by.kind === 'amount') return paidBy(question, before.value, by.amount)
  if (by.count < 1 || by.count > MONTHS_MAX) return refuse('plan_too_long', { months: by.count, most: MONTHS_MAX })
  return inEqualParts(question, before.value, by.count)
}

// The least monthly amount that ends the plan within the months asked for, found by halving.
function inEqualParts(question: PlanQuestion, before: Statement, count: number): Result<Plan, PlanRefusal> {
  // Interest only adds: less than this many-th part of what is owed today never ends in time.
  let low = Math.ceil((before.total + question.cost) / count)
  let high = before.total + question.cost
  let found = paidBy(question, before, minor(high))
  while (found.ok && found.value.instalments.length > count) {
    high *= 2
    found = paidBy(question, before, minor(high))
  }
  if (!found.ok) return found
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const tried = paidBy(question, before, minor(middle), count)
    if (tried.ok) {
      high = middle
      found = tried
    } else if (tried.refusal.code === 'plan_too_long' || tried.refusal.code === 'plan_never_ends') low = middle + 1
    else return tried
  }
  return found
}

function paidBy(
  question: PlanQuestion,
  before: Statement,
  amount: Minor,
  monthsMax: number = MONTHS_MAX,
): Result<Plan, PlanRefusal> {
  const { obligation, agreedOn, firstOn, cost } = question
  const charge: Entry[] = cost > 0 ? [{ kind: 'charge', on: agreedOn, amount: cost, part: 'costs' }] : []
  const entries: Entry[] = [...obligation.entries.filter((entry) => entry.on <= agreedOn), ...charge]
  const instalments: Instalment[] = []
  let owedBefore = Infinity
  for (let month = 0; ; month++) {
    if (month >= monthsMax) return refuse('plan_too_long', { months: month, most: monthsMax })
    const on = addMonths(firstOn, month)
    const due = strike({ ...obligation, entries }, on)
    if (!due.ok) return due
    if (due.value.total >= owedBefore) return refuse('plan_never_ends', { day: on })
    owedBefore = due.value.total
    const paid = least(amount, due.value.total)
    const left = subtract(due.value.total, paid)
    // What the next statement will do with it: the day is struck already, so nothing else comes between.
    const { parts } = allocate(due.value.balance, paid, obligation.allocation)
    entries.push({ kind: 'payment', on, amount: paid })
    instalments.push({ on, amount: paid, parts, left })
    if (left === 0) return accept(planFrom(instalments, before, cost, due.value))
  }
}

function planFrom(instalments: readonly Instalment[], before: Statement, cost: Minor, last: Statement): Plan {
  const total = sum(instalments.map((each) => each.amount))
  return {
    instalments,
    owedBefore: before.total,
    cost,
    interest: minor(total - before.total - cost),
    total,
    marks: last.marks,
  }
}
