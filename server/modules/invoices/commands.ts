// What a person does with one invoice: the story is always lock, decide in core, save with the event, post the transfers.

import {
  type Claim,
  type ClaimCommand,
  type ClaimDecision,
  type ClaimRefusal,
  type Marker,
  decide,
} from '@mahnwerk/core/claims'
import type { Amounts, Component } from '@mahnwerk/core/ledger'
import { type Minor, ZERO, minor } from '@mahnwerk/core/money'
import type { Result } from '@mahnwerk/core/refusals'
import { sql } from 'kysely'
import { type Context, Refused, refused } from '../../http/index.ts'
import { post } from '../ledger/index.ts'
import { tellRest } from '../partners/index.ts'
import type { Invoice } from './row.ts'
import { lockInvoice, saveInvoice } from './save.ts'

export type OnInvoice = {
  readonly id: string
  /** The state the person saw; another one is refused. Absent: whatever it is now. */
  readonly version?: number | undefined
}

export const setMarker = (context: Context, on: OnInvoice, marker: Marker): Promise<Invoice> =>
  run(context, on, () => ({ type: 'set_marker', marker }))

export const undoMarker = (context: Context, on: OnInvoice): Promise<Invoice> =>
  run(context, on, async (invoice) => ({ type: 'undo_marker', was: await markerBefore(context, invoice.id) }))

export const writeOff = (context: Context, on: OnInvoice, reason: string): Promise<Invoice> =>
  run(context, on, () => ({ type: 'write_off', reason }))

export const undoWriteOff = (context: Context, on: OnInvoice): Promise<Invoice> =>
  run(context, on, async (invoice) => ({ type: 'undo_write_off', writtenOff: await writtenOffOf(context, invoice.id) }))

export const cancelInvoice = (context: Context, on: OnInvoice, reason: string): Promise<Invoice> =>
  run(context, on, () => ({ type: 'cancel', reason }))

/** Waives what was charged for the delay: all of it, or a sum in minor units. */
export const waiveCharges = (context: Context, on: OnInvoice, reason: string, amount?: Minor): Promise<Invoice> =>
  run(context, on, () => ({ type: 'waive_charges', reason, ...(amount === undefined ? {} : { amount }) }))

async function run(
  context: Context,
  { id, version }: OnInvoice,
  commandFor: (invoice: Invoice) => ClaimCommand | Promise<ClaimCommand>,
): Promise<Invoice> {
  const invoice = await lockInvoice(context, id)
  if (version !== undefined && version !== invoice.version) throw refused('version_conflict', {}, { status: 409 })
  const { claim, event, transfers } = valueOf(decide(invoice, await commandFor(invoice), context.today))
  const saved = await saveInvoice(context, invoice, changesOf(claim), [event])
  const [written] = saved.events
  if (written === undefined) throw new Error('an event that was appended is returned')
  const postings = transfers.map((transfer) => ({ transfer, eventId: written.id, invoiceId: id }))
  await post(context.trx, context.tenantId, context.newId, postings)
  // What a person notes stops the partner as it stops us.
  if (event.type === 'invoice.marker_changed' && invoice.caseId !== undefined)
    await tellRest(context, { caseId: invoice.caseId })
  return saved.invoice
}

function valueOf(result: Result<ClaimDecision, ClaimRefusal>): ClaimDecision {
  if (result.ok) return result.value
  throw new Refused(result.refusal)
}

function changesOf({ state, open, writtenOff, marker }: Claim) {
  return { state, open, writtenOff, marker }
}

/** The marker before the last change of it; undefined where it was never changed. */
export async function markerBefore({ trx, tenantId }: Context, id: string): Promise<Marker | undefined> {
  const { rows } = await sql<{ data: string }>`
    SELECT data FROM events
    WHERE tenant_id = ${tenantId} AND stream = 'invoice' AND stream_id = ${id} AND type = 'invoice.marker_changed'
    ORDER BY version DESC LIMIT 1`.execute(trx)
  const event = rows[0] && (JSON.parse(rows[0].data) as { readonly was: Marker }) // written by `decide`
  return event?.was
}

/** What the ledger holds as given up of an invoice, by component: written off, less what is or was tried again since. */
export async function writtenOffOf({ trx, tenantId }: Context, id: string): Promise<Amounts> {
  const { rows } = await sql<{ component: Component; amount: number }>`
    SELECT split_part(CASE WHEN credit LIKE 'debtor:%' THEN credit ELSE debit END, ':', 2) AS component,
      sum(CASE WHEN credit LIKE 'debtor:%' THEN amount ELSE -amount END)::bigint AS amount
    FROM transfers WHERE tenant_id = ${tenantId} AND invoice_id = ${id}
      AND ((credit LIKE 'debtor:%' AND debit IN ('write_off', 'attempted'))
        OR (debit LIKE 'debtor:%' AND credit IN ('write_off', 'attempted')))
    GROUP BY 1`.execute(trx)
  const none: Amounts = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
  return { ...none, ...Object.fromEntries(rows.map(({ component, amount }) => [component, minor(amount)])) }
}
