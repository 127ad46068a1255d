// Strikes the account of a claim: what is owed if it is paid on a day, and how that came to be. Interest runs on the principal
// (and, where the rule compounds, on a year's unpaid interest), stops at each entry, and is rounded there. Entries of one day
// are taken in a fixed order, so that the order in which they were recorded does not matter: additions, credits, payments.

import { type Balance, NOTHING_OWED, PARTS, type Part, allocate, totalOf } from '../allocation/index.ts'
import { type LocalDate, addMonths, fromEpochDay, toEpochDay } from '../calendar/index.ts'
import type { LawRefusal, Mark } from '../facts/index.ts'
import { type Stretch, interestOf, stretchesOf } from '../interest/index.ts'
import { type Minor, ZERO, add, least, minor, subtract } from '../money/index.ts'
import { type Result, accept, refuse } from '../refusals/index.ts'
import type { Entry, Obligation } from './obligation.ts'

/** One thing that happened, with the interest that had run since the one before. */
export type Step = {
  /** Absent on the last step, which is the day asked for, and where a year's interest joined the base. */
  readonly entry?: Entry
  readonly on: LocalDate
  readonly stretches: readonly Stretch[]
  /** Interest since the step before. */
  readonly accrued: Minor
  /** Where a payment or a credit went. */
  readonly parts?: Balance
  readonly surplus: Minor
  readonly balance: Balance
}

export type Statement = {
  readonly on: LocalDate
  readonly obligation: Obligation
  readonly steps: readonly Step[]
  readonly balance: Balance
  readonly total: Minor
  /** Paid beyond what was owed when it came. */
  readonly overpaid: Minor
  readonly marks: readonly Mark[]
}

/**
 * The statement of a day: entries up to and including it count. Refused where a rate that is needed is not known: before the
 * first record, after the last published day (unless provisional figures are trusted).
 */
export function strike(obligation: Obligation, on: LocalDate): Result<Statement, LawRefusal> {
  const account = new Account(obligation)
  const entries = inOrder(obligation.entries, on)
  for (const entry of entries) account.enter(entry)
  account.close(on)
  return account.refusal ?? accept(account.statement(on))
}

const RANK = { charge: 0, credit: 1, payment: 2 } as const

function inOrder(entries: readonly Entry[], until: LocalDate): readonly Entry[] {
  return entries.filter((entry) => entry.on <= until).toSorted(compareEntries)
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return (
    RANK[a.kind] - RANK[b.kind] || namedOf(a) - namedOf(b) || a.amount - b.amount || (textOf(a) < textOf(b) ? -1 : 1)
  )
}

// Among payments of one day, those with a wish go first: the wish is about what was owed that morning.
function namedOf(entry: Entry): number {
  return entry.kind === 'payment' && entry.named !== undefined && entry.named.length > 0 ? 0 : 1
}

function textOf(entry: Entry): string {
  const what = entry.kind === 'payment' ? (entry.named ?? []).join() : entry.part
  return `${what}:${entry.ref ?? ''}`
}

// The running account. A class because one statement takes some thirty steps and a run takes millions of statements: the state
// is kept in place instead of being copied at each step. Nothing of it leaves but the finished statement.
class Account {
  refusal:
    | { readonly ok: false; readonly refusal: { code: LawRefusal; facts: Record<string, string | number> } }
    | undefined
  private readonly obligation: Obligation
  private readonly steps: Step[] = []
  private balance: Balance
  private overpaid: Minor = ZERO
  private provisional = false
  private readonly marked = new Set<Mark>()
  // Interest has run up to, but not including, this day; Infinity while no interest runs.
  private ranUntil: number
  private anniversary: { readonly at: number; readonly years: number }
  // A year's unpaid interest that bears interest itself.
  private compounded: Minor = ZERO

  constructor(obligation: Obligation) {
    this.obligation = obligation
    this.balance = { ...NOTHING_OWED, principal: obligation.principal }
    this.ranUntil = obligation.interestFrom === undefined ? Infinity : toEpochDay(obligation.interestFrom)
    this.anniversary = this.anniversaryAfter(1)
  }

  enter(entry: Entry): void {
    const { stretches, accrued } = this.run(entry.on)
    const before = this.balance
    if (entry.kind === 'charge') {
      this.balance = { ...before, [entry.part]: add(before[entry.part], entry.amount) }
      this.step(entry.on, stretches, accrued, { entry, surplus: ZERO })
      return
    }
    const { parts, rest, surplus } =
      entry.kind === 'payment' ? this.paid(entry) : credited(before, entry.part, entry.amount)
    this.balance = rest
    this.compounded = minor(Math.max(0, this.compounded - parts.interest))
    this.overpaid = add(this.overpaid, surplus)
    this.step(entry.on, stretches, accrued, { entry, parts, surplus })
  }

  close(on: LocalDate): void {
    const { stretches, accrued } = this.run(on)
    this.step(on, stretches, accrued, { surplus: ZERO })
  }

  statement(on: LocalDate): Statement {
    if (this.provisional) this.marked.add('provisional')
    return {
      on,
      obligation: this.obligation,
      steps: this.steps,
      balance: this.balance,
      total: totalOf(this.balance),
      overpaid: this.overpaid,
      marks: [...this.marked],
    }
  }

  private paid(entry: Entry & { readonly kind: 'payment' }): ReturnType<typeof allocate> {
    if (entry.booked !== undefined) return booked(this.balance, entry.amount, entry.booked)
    return allocate(this.balance, entry.amount, this.obligation.allocation, entry.named)
  }

  private step(
    on: LocalDate,
    stretches: readonly Stretch[],
    accrued: Minor,
    rest: Pick<Step, 'entry' | 'parts' | 'surplus'>,
  ): void {
    this.steps.push({ on, stretches, accrued, balance: this.balance, ...rest })
  }

  // Lets interest run up to a day, with a step of its own at each anniversary that the rule knows; where it compounds, unpaid
  // interest joins the base there.
  private run(on: LocalDate): { stretches: readonly Stretch[]; accrued: Minor } {
    const until = toEpochDay(on) + (this.obligation.paymentDayCounts ? 1 : 0)
    while (this.anniversary.at < until) {
      const at = this.anniversary.at
      const { stretches, accrued } = this.accrue(at)
      this.anniversary = this.anniversaryAfter(this.anniversary.years + 1)
      if (this.obligation.interest.compounding === 'yearly') this.compounded = this.balance.interest
      if (this.balance.interest > 0) this.step(fromEpochDay(at), stretches, accrued, { surplus: ZERO })
    }
    return this.accrue(until)
  }

  private accrue(until: number): { stretches: readonly Stretch[]; accrued: Minor } {
    const from = this.ranUntil
    if (from >= until) return { stretches: [], accrued: ZERO }
    this.ranUntil = until
    const base = add(this.balance.principal, this.compounded)
    if (base === 0) return { stretches: [], accrued: ZERO }
    this.check(from, until)
    const rule = this.obligation.interest
    const stretches = stretchesOf(rule, base, from, until)
    const accrued = interestOf(rule, stretches)
    this.balance = { ...this.balance, interest: add(this.balance.interest, accrued) }
    for (const each of stretches) for (const mark of each.period.marks) this.marked.add(mark)
    return { stretches, accrued }
  }

  private check(from: number, until: number): void {
    const { interest, trust } = this.obligation
    const refused = (code: LawRefusal, facts: Record<string, string | number>): void => {
      this.refusal ??= refuse(code, { series: interest.name, ...facts })
    }
    const first = interest.starts[0] ?? 0
    if (from < first) refused('law_before_records', { day: fromEpochDay(from), first: fromEpochDay(first) })
    if (until - 1 <= interest.knownUntil) return
    if (!trust.provisional) {
      refused('law_not_known_yet', { day: fromEpochDay(until - 1), last: fromEpochDay(interest.knownUntil) })
    }
    this.provisional = true
  }

  private anniversaryAfter(years: number): { readonly at: number; readonly years: number } {
    const { interest, interestFrom } = this.obligation
    const apart = interest.compounding === 'yearly' || interest.yearsApart === true
    if (!apart || interestFrom === undefined) return { at: Infinity, years }
    return { at: toEpochDay(addMonths(interestFrom, 12 * years)), years }
  }
}

// What is given back beyond what is owed was paid already: it is surplus.
function credited(owed: Balance, part: Part, amount: Minor): ReturnType<typeof allocate> {
  const share = least(amount, owed[part])
  return {
    parts: { ...NOTHING_OWED, [part]: share },
    rest: { ...owed, [part]: subtract(owed[part], share) },
    surplus: subtract(amount, share),
  }
}

// A payment that the books have allocated: nothing is allocated anew.
function booked(owed: Balance, amount: Minor, held: Partial<Balance>): ReturnType<typeof allocate> {
  const parts: Record<Part, Minor> = { ...NOTHING_OWED }
  const rest: Record<Part, Minor> = { ...owed }
  let surplus = amount
  for (const part of PARTS) {
    parts[part] = least(least(held[part] ?? ZERO, owed[part]), surplus)
    rest[part] = subtract(owed[part], parts[part])
    surplus = subtract(surplus, parts[part])
  }
  return { parts, rest, surplus }
}
