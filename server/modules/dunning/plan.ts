// What a day's letters are, decided on what was read. A preview, a run and a single click ask it through interest.ts.

import type { IsHoliday, LocalDate } from '@mahnwerk/core/calendar'
import { totalOpen } from '@mahnwerk/core/claims'
import {
  type DunningClaim,
  type DunningPolicy,
  type NotReminded,
  type PlannedLetter,
  planLetters,
} from '@mahnwerk/core/dunning'
import type { Minor } from '@mahnwerk/core/money'
import type { Result } from '@mahnwerk/core/refusals'
import type { Candidate, CandidateDebtor } from './candidates.ts'
import type { Policies } from './policy.ts'

/** What the rules of the place give: which days are holidays where the creditor is. */
export type Place = { readonly isHoliday: IsHoliday }

export type Day = Place & {
  readonly today: LocalDate
  /** A person wishes the letter before its day. */
  readonly early?: boolean
  /** Late interest of this day by the claim's id, of those that it was asked of. */
  readonly interest?: ReadonlyMap<string, Result<Minor>>
}

/** The policy speaks of another currency than the claim. */
export type OtherCurrency = { readonly kind: 'other_currency'; readonly currency: string }

export type Why = NotReminded['why'] | OtherCurrency

export type DebtorOfDay = {
  readonly debtor: CandidateDebtor
  readonly policy: DunningPolicy
  readonly letters: readonly PlannedLetter[]
  readonly notReminded: readonly { readonly claim: DunningClaim; readonly why: Why }[]
}

/** Candidates in the order in which they are read: those of one debtor together. */
export function planDay(candidates: readonly Candidate[], policies: Policies, day: Day): readonly DebtorOfDay[] {
  const planned: DebtorOfDay[] = []
  for (let start = 0; start < candidates.length;) {
    const first = candidates[start]
    if (first === undefined) break
    let end = start + 1
    while (candidates[end]?.debtor.id === first.debtor.id) end++
    planned.push(planDebtor(first.debtor, candidates.slice(start, end), policies, day))
    start = end
  }
  return planned
}

function planDebtor(
  known: CandidateDebtor,
  candidates: readonly Candidate[],
  policies: Policies,
  { today, isHoliday, early = false, interest: interests }: Day,
): DebtorOfDay {
  const policy = policies.of(known)
  const levelMax = policies.levelMaxOf(known.id)
  const debtor = levelMax === undefined ? known : { ...known, levelMax }
  const speaks = (candidate: Candidate): boolean => candidate.invoice.currency === policy.currency
  const claims = candidates.filter(speaks).map((candidate) => {
    const change = policies.changeOf(candidate.invoice.id)
    const interest = interests?.get(candidate.invoice.id)
    return {
      ...claimOf(candidate),
      ...(change === undefined ? {} : { change }),
      ...(interest === undefined ? {} : { interest }),
    }
  })
  const { letters, notReminded } = planLetters(debtor, claims, policy, today, isHoliday, early)
  const foreign = candidates
    .filter((candidate) => !speaks(candidate))
    .map((candidate) => ({
      claim: claimOf(candidate),
      why: { kind: 'other_currency', currency: candidate.invoice.currency } as const,
    }))
  return { debtor, policy, letters, notReminded: [...notReminded, ...foreign] }
}

export function claimOf({ invoice }: Candidate): DunningClaim {
  return {
    id: invoice.id,
    state: invoice.state,
    marker: invoice.marker,
    dueDate: invoice.dueDate,
    open: totalOpen(invoice),
    level: invoice.dunningLevel,
    ...(invoice.lastNoticeOn === undefined ? {} : { lastNoticeOn: invoice.lastNoticeOn }),
  }
}
