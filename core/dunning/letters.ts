// Which letters a debtor gets today: the claims that are due, put together as the policy says. A letter speaks with the voice
// of its highest level, costs that level's fee once, and is not written where it would ask for too little.

import { type IsHoliday, type LocalDate, addDays, workingDayFrom } from '../calendar/index.ts'
import { type Minor, sum } from '../money/index.ts'
import { type DunningClaim, type DunningDebtor, type NotDue, decideDunning } from './decide.ts'
import type { DunningPolicy, DunningStep } from './policy.ts'

export type LetterItem = { readonly claim: DunningClaim; readonly step: DunningStep }

export type PlannedLetter = {
  readonly debtorId: string
  /** The step of the highest level among the items: its channel, fee and period hold for the letter. */
  readonly step: DunningStep
  /** The oldest due day first. The fee is charged to the first item of the letter's level. */
  readonly items: readonly LetterItem[]
  /** What the items still owe, without the letter's own fee. */
  readonly open: Minor
  readonly payBy: LocalDate
}

export type NotReminded = { readonly claim: DunningClaim; readonly why: NotDue | TooLittle }

/** The letter would ask for less than the policy's least sum. */
export type TooLittle = { readonly kind: 'too_little'; readonly open: Minor; readonly least: Minor }

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
    if (decision.due) items.push({ claim, step: decision.step })
    else notReminded.push({ claim, why: decision.why })
  }
  const letters: PlannedLetter[] = []
  for (const group of groupsOf(items, policy)) {
    const letter = letterOf(debtor.id, group, today, isHoliday)
    if (letter.open >= policy.leastOpen) letters.push(letter)
    else for (const { claim } of group) notReminded.push({ claim, why: tooLittle(letter.open, policy) })
  }
  return { letters, notReminded }
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
    items,
    open: sum(items.map((item) => item.claim.open)),
    payBy: workingDayFrom(addDays(today, step.periodDays), isHoliday),
  }
}

function tooLittle(open: Minor, { leastOpen: least }: DunningPolicy): TooLittle {
  return { kind: 'too_little', open, least }
}
