// What can be done with an invoice now, and why not the rest: each act is asked of the rule that would decide it.

import {
  type ClaimCommand,
  type ClaimRefusal,
  type Marker,
  type NotYet,
  type Readiness,
  decide,
} from '@mahnwerk/core/claims'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { ZERO } from '@mahnwerk/core/money'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Right } from '../../auth/rights.ts'
import type { RefusalCode } from '../../http/index.ts'
import type { Invoice } from './row.ts'

export type Action =
  | 'change_marker'
  | 'undo_marker'
  | 'write_off'
  | 'undo_write_off'
  | 'cancel'
  | 'waive_charges'
  | 'record_payment'
  | 'hand_over'

export type Reason = { readonly code: RefusalCode; readonly facts: Readonly<Record<string, string | number>> }

/** An act without a reason is allowed. */
export type Possible = { readonly action: Action; readonly reason?: Reason }

type Given = {
  readonly invoice: Invoice
  readonly readiness: Readiness
  /** What sentences about a handover speak of: the partner's minimum, the debtor's country. */
  readonly facts: Reason['facts']
  readonly markerBefore: Marker | undefined
  readonly rights: ReadonlySet<Right>
  readonly today: LocalDate
}

const NEEDS: Readonly<Record<Action, Right>> = {
  change_marker: 'invoices.write',
  undo_marker: 'invoices.write',
  write_off: 'invoices.write_off',
  undo_write_off: 'invoices.write_off',
  cancel: 'invoices.write_off',
  waive_charges: 'invoices.write_off',
  record_payment: 'payments.record',
  hand_over: 'handover.prepare',
}

export function possibleActions(given: Given): Possible[] {
  const actions = Object.keys(NEEDS) as Action[] // the keys of a record of all actions
  return actions.map((action) => {
    const reason = given.rights.has(NEEDS[action]) ? reasonAgainst(action, given) : noFacts('not_allowed')
    return reason === undefined ? { action } : { action, reason }
  })
}

function reasonAgainst(action: Action, given: Given): Reason | undefined {
  switch (action) {
    case 'record_payment':
      return againstPayment(given.invoice)
    case 'hand_over':
      return againstHandover(given)
    case 'change_marker':
      return againstCommand(given, { type: 'set_marker', marker: otherMarker(given.invoice.marker) })
    case 'undo_marker':
      return againstCommand(given, { type: 'undo_marker', was: given.markerBefore })
    case 'write_off':
    case 'cancel':
    case 'waive_charges':
      return againstCommand(given, { type: action, reason: '' })
    case 'undo_write_off':
      return againstCommand(given, {
        type: action,
        writtenOff: { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO },
      })
    default:
      return assertNever(action)
  }
}

function againstCommand({ invoice, today }: Given, command: ClaimCommand): Reason | undefined {
  const result = decide(invoice, command, today)
  return result.ok ? undefined : (result.refusal satisfies { readonly code: ClaimRefusal })
}

/** Any marker that the invoice does not carry: whether it may be changed at all. */
function otherMarker({ kind }: Marker): Marker {
  return kind === 'none' ? { kind: 'clarification', note: '' } : { kind: 'none' }
}

function againstPayment({ state }: Invoice): Reason | undefined {
  if (state === 'cancelled') return noFacts('payment_on_cancelled')
  return state === 'written_off' ? noFacts('payment_on_written_off') : undefined
}

function againstHandover({ readiness, facts }: Given): Reason | undefined {
  switch (readiness.kind) {
    case 'ready':
      return undefined
    case 'already':
      return noFacts('already_handed_over')
    case 'missing':
      return { code: 'address_incomplete', facts: { missing: readiness.what.join(', ') } }
    case 'not_yet':
      return {
        code: NOT_YET[readiness.why],
        facts: readiness.until === undefined ? facts : { ...facts, dueDate: readiness.until },
      }
    default:
      return assertNever(readiness)
  }
}

// The handover's own refusals, which its overview page would show.
const NOT_YET: Readonly<Record<NotYet, RefusalCode>> = {
  nothing_open: 'nothing_open',
  cancelled: 'invoice_closed',
  not_overdue: 'not_overdue',
  disputed: 'invoice_disputed',
  clarification: 'invoice_on_hold',
  promised: 'invoice_on_hold',
  hold: 'invoice_on_hold',
  debtor_hold: 'notice_debtor_hold',
  no_connection: 'no_partner',
  connection_not_active: 'no_partner',
  below_minimum: 'below_minimum',
  country_not_covered: 'country_not_covered',
  currency_not_covered: 'currency_not_covered',
}

function noFacts(code: RefusalCode): Reason {
  return { code, facts: {} }
}
