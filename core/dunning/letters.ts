// Which letters a debtor gets today: the claims that are due, put together as the policy says. A letter speaks with the voice
// of its highest level, costs that level's fee once, and is not written where it would ask for too little. Where that level
// demands late interest, it is demanded of every item, up to the letter's own day and anew in each letter: a later letter's
// interest takes the place of an earlier one's and is not added to it. A claim whose interest is not known gets no such letter.

import { type IsHoliday, type LocalDate, addDays, workingDayFrom } from '../calendar/index.ts'
import { type Minor, ZERO, sum } from '../money/index.ts'
import type { Refusal } from '../refusals/index.ts'
import { type DunningClaim, type DunningDebtor, type NotDue, decideDunning } from './decide.ts'
import type { DunningPolicy, DunningStep } from './policy.ts'

export type LetterItem = {
  readonly claim: DunningClaim
  readonly step: DunningStep
  /** Late interest that the letter demands for it, beyond what its open sum holds. */
  readonly interest: Minor
}

export type PlannedLetter = {
  readonly debtorId: string
  /** The step of the highest level among the items: its channel, fee and period hold for the letter. */
  readonly step: DunningStep
  /** The oldest due day first. The fee is charged to the first item of the letter's level. */
  readonly items: readonly LetterItem[]
  /** What the items still owe, without the letter's own fee and interest. */
  readonly open: Minor
  /** The sum of the items'. */
  readonly interest: Minor
  readonly payBy: LocalDate
}

export type NotReminded = { readonly claim: DunningClaim; readonly why: NotDue | TooLittle | InterestUnknown }

/** The letter would ask for less than the policy's least sum. */
export type TooLittle = { readonly kind: 'too_little'; readonly open: Minor; readonly least: Minor }

/** The letter demands interest, and the law of a day that is needed is not known or not trusted. */
export type InterestUnknown = { readonly kind: 'interest_unknown'; readonly refusal: Refusal }

export type DebtorPlan = { readonly letters: readonly PlannedLetter[]; readonly notReminded: readonly NotReminded[] }

/**
 * Plans a debtor's letters of a day. Every claim is either in one letter or among those not reminded, with the reason. `early`: as
 * a person wishes, before their day.
 */
export function planLetters(
  debtor: DunningDebtor,
  claims: readonly DunningClaim[],
  policy: DunningPolicy,
  today: LocalDate,
  isHoliday: IsHoliday,
  early = false,
): DebtorPlan {
  const items: LetterItem[] = []
  const notReminded: NotReminded[] = []
  for (const claim of claims) {
    const decision = decideDunning(claim, debtor, policy, today, isHoliday, early)
    if (decision.due) items.push({ claim, step: decision.step, interest: ZERO })
    else notReminded.push({ claim, why: decision.why })
  }
  const letters: PlannedLetter[] = []
  for (const group of groupsOf(items, policy)) {
    const planned = planGroup(debtor.id, group, policy, today, isHoliday)
    letters.push(...planned.letters)
    notReminded.push(...planned.notReminded)
  }
  return { letters, notReminded }
}

function planGroup(
  debtorId: string,
  items: readonly LetterItem[],
  policy: DunningPolicy,
  today: LocalDate,
  isHoliday: IsHoliday,
): DebtorPlan {
  if (items.length === 0) return { letters: [], notReminded: [] }
  const letter = letterOf(debtorId, items, today, isHoliday)
  if (letter.open < policy.leastOpen)
    return { letters: [], notReminded: items.map(({ claim }) => ({ claim, why: tooLittle(letter.open, policy) })) }
  const unknown = letter.step.interest ? items.flatMap(interestUnknown) : []
  if (unknown.length === 0) return { letters: [letter], notReminded: [] }
  // What is left may speak with a lower voice, or ask for too little.
  const left = items.filter(({ claim }) => unknown.every((one) => one.claim !== claim))
  const planned = planGroup(debtorId, left, policy, today, isHoliday)
  return { letters: planned.letters, notReminded: [...unknown, ...planned.notReminded] }
}

function interestUnknown({ claim }: LetterItem): NotReminded[] {
  const { interest } = claim
  if (interest === undefined || interest.ok) return []
  return [{ claim, why: { kind: 'interest_unknown', refusal: interest.refusal } }]
}

function groupsOf(items: readonly LetterItem[], policy: DunningPolicy): readonly (readonly LetterItem[])[] {
  if (items.length === 0) return []
  const ordered = items.toSorted(byAge)
  return policy.grouping === 'per_debtor' ? [ordered] : ordered.map((item) => [item])
}

function byAge(a: LetterItem, b: LetterItem): number {
  if (a.claim.dueDate !== b.claim.dueDate) return a.claim.dueDate < b.claim.dueDate ? -1 : 1
  return a.claim.id < b.claim.id ? -1 : 1
}

function letterOf(
  debtorId: string,
  items: readonly LetterItem[],
  today: LocalDate,
  isHoliday: IsHoliday,
): PlannedLetter {
  const step = items.map((item) => item.step).reduce((highest, each) => (each.level > highest.level ? each : highest))
  return {
    debtorId,
    step,
    items: step.interest ? items.map(withInterest) : items,
    open: sum(items.map((item) => item.claim.open)),
    interest: step.interest ? sum(items.map((item) => withInterest(item).interest)) : ZERO,
    payBy: workingDayFrom(addDays(today, step.periodDays), isHoliday),
  }
}

function withInterest(item: LetterItem): LetterItem {
  const { interest } = item.claim
  return interest?.ok === true ? { ...item, interest: interest.value } : item
}

function tooLittle(open: Minor, { leastOpen: least }: DunningPolicy): TooLittle {
  return { kind: 'too_little', open, least }
}
