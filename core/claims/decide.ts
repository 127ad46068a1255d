// What a person may do with a claim outside of payments and collection: note a marker, take it back, write the claim off
// and bring it back, cancel the invoice. Pure: the claim and the command in; the next claim, the event and its transfers out.

import type { LocalDate } from '../calendar/index.ts'
import { type Amounts, COMPONENTS, type Component, type Transfer, fromDebtor, transfer } from '../ledger/index.ts'
import { type Minor, ZERO, subtract, sum } from '../money/index.ts'
import { type Result, accept, assertNever, refuse } from '../refusals/index.ts'
import { type Claim, type Marker } from './claim.ts'
import type { ClaimRefusal } from './refusals.ts'

export type ClaimCommand =
  | { readonly type: 'set_marker'; readonly marker: Marker }
  /** `was`: the marker before the last change; absent where none was ever set. */
  | { readonly type: 'undo_marker'; readonly was: Marker | undefined }
  | { readonly type: 'write_off'; readonly reason: string }
  /** `writtenOff`: what the ledger holds as written off of this claim. */
  | { readonly type: 'undo_write_off'; readonly writtenOff: Amounts }
  | { readonly type: 'cancel'; readonly reason: string }
  /** Gives up what was charged for the delay, all of it or a sum: dunning fees. */
  | { readonly type: 'waive_charges'; readonly amount?: Minor; readonly reason: string }

export type ClaimEvent =
  | {
      readonly type: 'invoice.marker_changed'
      readonly data: { readonly marker: Marker; readonly was: Marker; readonly undo: boolean }
    }
  | { readonly type: 'invoice.written_off'; readonly data: { readonly amounts: Amounts; readonly reason: string } }
  | { readonly type: 'invoice.write_off_undone'; readonly data: { readonly amounts: Amounts } }
  | { readonly type: 'invoice.cancelled'; readonly data: { readonly amounts: Amounts; readonly reason: string } }
  | {
      readonly type: 'invoice.charges_waived'
      readonly data: { readonly amount: Minor; readonly reason: string }
    }

export type ClaimDecision = {
  readonly claim: Claim
  readonly event: ClaimEvent
  readonly transfers: readonly Transfer[]
}

const NOTHING: Amounts = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }

export function decide(claim: Claim, command: ClaimCommand, today: LocalDate): Result<ClaimDecision, ClaimRefusal> {
  switch (command.type) {
    case 'set_marker':
      return changeMarker(claim, command.marker, today, false)
    case 'undo_marker':
      return command.was === undefined ? refuse('nothing_to_undo') : changeMarker(claim, command.was, today, true)
    case 'write_off':
      return writeOff(claim, command.reason, today)
    case 'undo_write_off':
      return undoWriteOff(claim, command.writtenOff, today)
    case 'cancel':
      return cancel(claim, command.reason, today)
    case 'waive_charges':
      return waiveCharges(claim, command.amount ?? claim.open.charges, command.reason, today)
    default:
      return assertNever(command)
  }
}

/** The claim after an event: what the history proves and `decide` foretells. */
export function evolve(claim: Claim, event: ClaimEvent): Claim {
  switch (event.type) {
    case 'invoice.marker_changed':
      return { ...claim, marker: event.data.marker }
    case 'invoice.written_off':
      return { ...claim, state: 'written_off', open: NOTHING, writtenOff: sum(Object.values(event.data.amounts)) }
    case 'invoice.write_off_undone':
      return { ...claim, state: 'open', open: event.data.amounts, writtenOff: ZERO }
    case 'invoice.cancelled':
      return { ...claim, state: 'cancelled', open: NOTHING }
    case 'invoice.charges_waived':
      return afterWaiver(claim, event.data.amount)
    default:
      return assertNever(event)
  }
}

function decided(claim: Claim, event: ClaimEvent, transfers: readonly Transfer[]): Result<ClaimDecision, ClaimRefusal> {
  return accept({ claim: evolve(claim, event), event, transfers })
}

function changeMarker(
  claim: Claim,
  marker: Marker,
  today: LocalDate,
  undo: boolean,
): Result<ClaimDecision, ClaimRefusal> {
  const ended = refusalOfEnded(claim)
  if (ended !== undefined) return refuse(ended)
  const until = marker.kind === 'hold' ? marker.until : marker.kind === 'promised' ? marker.by : undefined
  if (!undo && until !== undefined && until < today) return refuse('marker_until_past', { until })
  if (sameMarker(marker, claim.marker)) return refuse('marker_unchanged')
  return decided(claim, { type: 'invoice.marker_changed', data: { marker, was: claim.marker, undo } }, [])
}

function sameMarker(one: Marker, other: Marker): boolean {
  const text = (marker: Marker) => JSON.stringify(Object.entries(marker).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return text(one) === text(other)
}

function refusalOfEnded({ state }: Claim): ClaimRefusal | undefined {
  if (state === 'cancelled') return 'invoice_cancelled'
  if (state === 'written_off') return 'invoice_written_off'
  return state === 'paid' ? 'invoice_paid' : undefined
}

function writeOff(claim: Claim, reason: string, today: LocalDate): Result<ClaimDecision, ClaimRefusal> {
  const refused = refusalOfEnded(claim) ?? refusalOfCollection(claim)
  if (refused !== undefined) return refuse(refused)
  return decided(
    claim,
    { type: 'invoice.written_off', data: { amounts: claim.open, reason } },
    fromDebtor(claim.id, claim.open, () => ({ kind: 'write_off' }), claim.currency, today),
  )
}

function refusalOfCollection({ state }: Claim): ClaimRefusal | undefined {
  return state === 'collection' ? 'invoice_in_collection' : undefined
}

function undoWriteOff(claim: Claim, amounts: Amounts, today: LocalDate): Result<ClaimDecision, ClaimRefusal> {
  if (claim.state !== 'written_off') return refuse('invoice_not_written_off')
  return decided(
    claim,
    { type: 'invoice.write_off_undone', data: { amounts } },
    COMPONENTS.flatMap((component) =>
      transfer(debtor(claim, component), { kind: 'write_off' }, amounts[component], claim.currency, today),
    ),
  )
}

// The invoice was wrong: what was earned by it is taken back, what was charged for its delay is waived. Money that came
// on it must be returned or moved first.
function cancel(claim: Claim, reason: string, today: LocalDate): Result<ClaimDecision, ClaimRefusal> {
  const refused = refusalOfEnded(claim) ?? refusalOfCollection(claim)
  if (refused !== undefined) return refuse(refused)
  const paid = subtract(claim.amount, claim.open.principal)
  if (paid > 0 || claim.overpaid > 0) return refuse('invoice_has_payments', { paid })
  return decided(
    claim,
    { type: 'invoice.cancelled', data: { amounts: claim.open, reason } },
    fromDebtor(
      claim.id,
      claim.open,
      (component) => ({ kind: component === 'principal' ? 'revenue' : 'waived' }),
      claim.currency,
      today,
    ),
  )
}

function waiveCharges(
  claim: Claim,
  amount: Minor,
  reason: string,
  today: LocalDate,
): Result<ClaimDecision, ClaimRefusal> {
  const refused = refusalOfEnded(claim) ?? refusalOfCollection(claim)
  if (refused !== undefined) return refuse(refused)
  if (amount <= 0 || amount > claim.open.charges) return refuse('charges_not_open', { open: claim.open.charges })
  return decided(
    claim,
    { type: 'invoice.charges_waived', data: { amount, reason } },
    transfer({ kind: 'waived' }, debtor(claim, 'charges'), amount, claim.currency, today),
  )
}

function afterWaiver(claim: Claim, amount: Minor): Claim {
  const open = { ...claim.open, charges: subtract(claim.open.charges, amount) }
  return { ...claim, open, state: sum(Object.values(open)) === 0 ? 'paid' : claim.state }
}

function debtor({ id }: Claim, component: Component) {
  return { kind: 'debtor', component, invoiceId: id } as const
}
