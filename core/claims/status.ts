// What a list says about a claim today: one word of a closed set, the strongest first. An end (paid, written off,
// cancelled) wins over collection, that over what a person noted, that over dunning, that over part payment and the due
// date. A claim due today is not overdue: the day belongs to the debtor (§ 286 BGB: default begins after it).

import { type LocalDate, daysBetween } from '../calendar/index.ts'
import { type Minor, subtract } from '../money/index.ts'
import { assertNever } from '../refusals/index.ts'
import { type Claim, LAST_LEVEL, isOutstanding } from './claim.ts'

export type Status =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'written_off' }
  | { readonly kind: 'paid' }
  | { readonly kind: 'in_collection'; readonly partner: string }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'clarification' }
  | { readonly kind: 'promised'; readonly by: LocalDate }
  | { readonly kind: 'hold'; readonly until: LocalDate }
  | { readonly kind: 'final_notice'; readonly level: number }
  | { readonly kind: 'reminded'; readonly level: number }
  | { readonly kind: 'partly_paid'; readonly paid: Minor }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'due_today' }
  | { readonly kind: 'due_later'; readonly on: LocalDate }

export type StatusKind = Status['kind']

export function statusOf(claim: Claim, today: LocalDate): Status {
  switch (claim.state) {
    case 'cancelled':
    case 'written_off':
    case 'paid':
      return { kind: claim.state }
    case 'collection':
      return { kind: 'in_collection', partner: claim.partner ?? '' }
    case 'open':
      return marked(claim, today) ?? dunned(claim) ?? partlyPaid(claim) ?? byDueDate(claim, today)
    default:
      return assertNever(claim.state)
  }
}

function marked({ marker }: Claim, today: LocalDate): Status | undefined {
  switch (marker.kind) {
    case 'none':
      return undefined
    case 'hold':
      // A hold that has run out no longer says anything.
      return marker.until < today ? undefined : { kind: 'hold', until: marker.until }
    case 'promised':
      return { kind: 'promised', by: marker.by }
    case 'disputed':
    case 'clarification':
      return { kind: marker.kind }
    default:
      return assertNever(marker)
  }
}

function dunned({ dunningLevel: level }: Claim): Status | undefined {
  if (level >= LAST_LEVEL) return { kind: 'final_notice', level }
  return level > 0 ? { kind: 'reminded', level } : undefined
}

function partlyPaid(claim: Claim): Status | undefined {
  const paid = subtract(claim.amount, claim.open.principal)
  return paid > 0 ? { kind: 'partly_paid', paid } : undefined
}

function byDueDate({ dueDate }: Claim, today: LocalDate): Status {
  if (dueDate < today) return { kind: 'overdue', days: daysBetween(dueDate, today) }
  return dueDate === today ? { kind: 'due_today' } : { kind: 'due_later', on: dueDate }
}

/** Days since the due date of a claim that somebody still has to pay; undefined where it is not overdue. */
export function daysOverdue(claim: Claim, today: LocalDate): number | undefined {
  return isOutstanding(claim) && claim.dueDate < today ? daysBetween(claim.dueDate, today) : undefined
}
