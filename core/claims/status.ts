// What a list says about a claim today: one word of a closed set, the strongest first. An end (paid, written off,
// cancelled) wins over collection, that over what a person noted, that over dunning, that over part payment and the due
// date. A claim due today is not overdue: the day belongs to the debtor (§ 286 BGB: default begins after it).

import { type LocalDate, daysBetween } from '../calendar/index.ts'
import { type Minor, subtract } from '../money/index.ts'
import { assertNever } from '../refusals/index.ts'
import { type Claim, isOutstanding } from './claim.ts'

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

/** The order in which a list sorts by status: what needs a person first, what is over last. */
export const STATUS_ORDER = [
  'disputed',
  'clarification',
  'promised',
  'final_notice',
  'reminded',
  'overdue',
  'partly_paid',
  'hold',
  'due_today',
  'due_later',
  'in_collection',
  'paid',
  'written_off',
  'cancelled',
] as const satisfies readonly StatusKind[]

/** What a status rests on before a hold and the day have their say: it changes only when the claim does. */
export type Standing =
  | 'cancelled'
  | 'written_off'
  | 'paid'
  | 'in_collection'
  | 'disputed'
  | 'clarification'
  | 'promised'
  | 'final_notice'
  | 'reminded'
  | 'partly_paid'
  | 'plain'

/** `lastLevel`: of the policy that holds for the claim. */
export function standingOf({ state, marker, dunningLevel, amount, open }: Claim, lastLevel: number): Standing {
  if (state === 'collection') return 'in_collection'
  if (state !== 'open') return state
  if (marker.kind !== 'none' && marker.kind !== 'hold') return marker.kind
  if (dunningLevel > 0) return dunningLevel >= lastLevel ? 'final_notice' : 'reminded'
  return open.principal < amount ? 'partly_paid' : 'plain'
}

/** Whether a hold still says something: one that has run out does not. */
export function isHeld({ state, marker }: Claim, today: LocalDate): boolean {
  return state === 'open' && marker.kind === 'hold' && marker.until >= today
}

/** `lastLevel`: of the policy that holds for the claim. */
export function statusOf(claim: Claim, today: LocalDate, lastLevel: number): Status {
  const { marker, dunningLevel: level } = claim
  if (marker.kind === 'hold' && isHeld(claim, today)) return { kind: 'hold', until: marker.until }
  const standing = standingOf(claim, lastLevel)
  switch (standing) {
    case 'cancelled':
    case 'written_off':
    case 'paid':
    case 'disputed':
    case 'clarification':
      return { kind: standing }
    case 'in_collection':
      return { kind: standing, partner: claim.partner ?? '' }
    case 'promised':
      if (marker.kind !== 'promised') throw new TypeError('a promise without its marker')
      return { kind: standing, by: marker.by }
    case 'final_notice':
    case 'reminded':
      return { kind: standing, level }
    case 'partly_paid':
      return { kind: standing, paid: subtract(claim.amount, claim.open.principal) }
    case 'plain':
      return byDueDate(claim, today)
    default:
      return assertNever(standing)
  }
}

function byDueDate({ dueDate }: Claim, today: LocalDate): Status {
  if (dueDate < today) return { kind: 'overdue', days: daysBetween(dueDate, today) }
  return dueDate === today ? { kind: 'due_today' } : { kind: 'due_later', on: dueDate }
}

/** Days since the due date of a claim that somebody still has to pay; undefined where it is not overdue. */
export function daysOverdue(claim: Claim, today: LocalDate): number | undefined {
  return isOutstanding(claim) && claim.dueDate < today ? daysBetween(claim.dueDate, today) : undefined
}
