// Whether a claim can be handed to a partner now: the light beside each row. `ready` may carry warnings that a person
// weighs (§ 286 BGB allows collection after the due date alone, yet a fair creditor reminds first); `missing` names what a
// partner cannot work without; `not_yet` names what stands against it. The overview page of the handover says the rest.

import type { LocalDate } from '../calendar/index.ts'
import type { Minor } from '../money/index.ts'
import { type Address, type PartyName, fullName } from '../parties/index.ts'
import { assertNever } from '../refusals/index.ts'
import type { Claim, Marker } from './claim.ts'

export type DebtorFacts = { readonly name: PartyName; readonly address: Address }

/** A stop on the debtor that holds today; `until` is its last day. */
export type Hold = { readonly reason: string; readonly until?: LocalDate }

/** The partner for whom the question is asked, and what it takes. */
export type ConnectionFacts = {
  readonly state: 'active' | 'suspended' | 'ended'
  readonly principalMin: Minor
  readonly countries: readonly string[]
  readonly currencies: readonly string[]
}

export type MissingFact = 'debtor_name' | 'street' | 'post_code' | 'city' | 'country'

export type NotYet =
  | 'nothing_open'
  | 'cancelled'
  | 'not_overdue'
  | 'disputed'
  | 'clarification'
  | 'promised'
  | 'hold'
  | 'debtor_hold'
  | 'no_connection'
  | 'connection_not_active'
  | 'below_minimum'
  | 'country_not_covered'
  | 'currency_not_covered'

export type Readiness =
  | { readonly kind: 'ready'; readonly warnings: readonly ('notices_missing' | 'no_notice')[] }
  | { readonly kind: 'missing'; readonly what: readonly MissingFact[] }
  | { readonly kind: 'not_yet'; readonly why: NotYet; readonly until?: LocalDate }
  | { readonly kind: 'already'; readonly partner: string }

export function readinessForHandover(
  claim: Claim,
  debtor: DebtorFacts,
  today: LocalDate,
  lastLevel: number,
  connection?: ConnectionFacts,
  hold?: Hold,
): Readiness {
  if (claim.state === 'collection') return { kind: 'already', partner: claim.partner ?? '' }
  const against = obstacle(claim, today) ?? obstacleOfHold(hold)
  if (against !== undefined) return against
  const what = missing(debtor)
  if (what.length > 0) return { kind: 'missing', what }
  const why = obstacleOfConnection(claim, debtor, connection)
  return why === undefined ? { kind: 'ready', warnings: warnings(claim, lastLevel) } : { kind: 'not_yet', why }
}

function obstacle(claim: Claim, today: LocalDate): Readiness | undefined {
  if (claim.state === 'cancelled') return { kind: 'not_yet', why: 'cancelled' }
  if (collectable(claim) === 0) return { kind: 'not_yet', why: 'nothing_open' }
  if (claim.dueDate >= today) return { kind: 'not_yet', why: 'not_overdue', until: claim.dueDate }
  return obstacleOfMarker(claim.marker, today)
}

function obstacleOfMarker(marker: Marker, today: LocalDate): Readiness | undefined {
  switch (marker.kind) {
    case 'none':
      return undefined
    case 'disputed':
    case 'clarification':
      return { kind: 'not_yet', why: marker.kind }
    case 'promised':
      return marker.by < today ? undefined : { kind: 'not_yet', why: 'promised', until: marker.by }
    case 'hold':
      return marker.until < today ? undefined : { kind: 'not_yet', why: 'hold', until: marker.until }
    default:
      return assertNever(marker)
  }
}

function obstacleOfHold(hold: Hold | undefined): Readiness | undefined {
  if (hold === undefined) return undefined
  return { kind: 'not_yet', why: 'debtor_hold', ...(hold.until === undefined ? {} : { until: hold.until }) }
}

function missing({ name, address }: DebtorFacts): MissingFact[] {
  const facts: readonly (readonly [MissingFact, string])[] = [
    ['debtor_name', fullName(name)],
    ['street', address.street],
    ['post_code', address.postCode],
    ['city', address.city],
    ['country', address.country],
  ]
  return facts.filter(([, value]) => value.trim() === '').map(([fact]) => fact)
}

function obstacleOfConnection(
  claim: Claim,
  { address }: DebtorFacts,
  connection: ConnectionFacts | undefined,
): NotYet | undefined {
  if (connection === undefined) return 'no_connection'
  if (connection.state !== 'active') return 'connection_not_active'
  if (!connection.currencies.includes(claim.currency)) return 'currency_not_covered'
  if (!connection.countries.includes(address.country)) return 'country_not_covered'
  return collectable(claim) < connection.principalMin ? 'below_minimum' : undefined
}

// A claim that was written off can be tried once more. Which part of it is principal the claim does not know; the handover
// looks into the ledger.
function collectable({ state, open, writtenOff }: Claim): Minor {
  return state === 'written_off' ? writtenOff : open.principal
}

function warnings({ dunningLevel, lastNoticeOn }: Claim, lastLevel: number): ('notices_missing' | 'no_notice')[] {
  if (dunningLevel === 0 && (lastLevel > 0 || lastNoticeOn === undefined)) return ['no_notice']
  return dunningLevel < lastLevel ? ['notices_missing'] : []
}
