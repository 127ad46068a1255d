// A stop is a stop for the partner, too: what holds of a claim (on its debtor, or noted on the invoice) is held against what the
// partner was asked last, and the difference leaves as a message. Only the reason's word and the day go out, no note. A day that is
// over needs none: the partner goes on by itself. Who does not rest by a message says so, and a person is told.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Marker } from '@mahnwerk/core/claims'
import type { Pause } from '@mahnwerk/connectors/protocol'
import { announce, appendEvents } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'
import { enqueue } from '../../outbox/index.ts'
import { settleTask } from '../tasks/index.ts'

/** What a claim at the partner rests for, and until when; without a day until somebody lifts it. */
type Rest = { readonly reason: Pause['reason']; readonly until?: LocalDate }

type CaseAtPartner = {
  readonly id: string
  readonly version: number
  readonly practiceId: string
  readonly connectionId: string
  readonly marker: Marker['kind']
  readonly markerUntil: LocalDate | null
  readonly holdReason: Pause['reason'] | null
  readonly holdUntil: LocalDate | null
}

/** Tells the partner of every active case concerned what has changed about its rest; nothing where nothing has. */
export async function tellRest(
  context: Context,
  of: { readonly debtorId: string } | { readonly caseId: string },
): Promise<void> {
  for (const found of await casesOf(context, of)) await tellOne(context, found)
}

/** One task a case, while its partner does not rest by a message. */
export function restTask(caseId: string): string {
  return `rest_at_partner:${caseId}`
}

async function casesOf(
  { trx, tenantId }: Context,
  of: { readonly debtorId: string } | { readonly caseId: string },
): Promise<readonly CaseAtPartner[]> {
  const { rows } = await sql<CaseAtPartner>`
    SELECT c.id, c.version, c.practice_id AS "practiceId", c.connection_id AS "connectionId", i.marker,
      i.marker_until AS "markerUntil", h.reason AS "holdReason", h.until AS "holdUntil"
    FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
    LEFT JOIN debtor_holds h ON h.tenant_id = c.tenant_id AND h.debtor_id = c.debtor_id AND h.lifted_at IS NULL
    WHERE c.tenant_id = ${tenantId} AND c.active
      AND ${'caseId' in of ? sql`c.id = ${of.caseId}` : sql`c.debtor_id = ${of.debtorId}`}
    ORDER BY c.id FOR UPDATE OF c`.execute(trx)
  return rows
}

async function tellOne(context: Context, found: CaseAtPartner): Promise<void> {
  const { today } = context
  const wanted = restOf(found, today)
  const asked = await askedLast(context, found.id)
  const rests = asked?.pause !== undefined && (asked.pause.until === undefined || asked.pause.until >= today)
  if (wanted !== undefined) {
    if (rests && asked.pause?.reason === wanted.reason && asked.pause.until === wanted.until) return
    const pause = { pauseId: context.newId(), ...wanted }
    await enqueue(context, found.connectionId, found.id, { kind: 'case.pause', payload: { pause } })
    return note(context, found, 'case.rest_asked', wanted)
  }
  if (!rests) return
  await settleTask(context, restTask(found.id))
  // Who refused to rest has nothing to end.
  if (!asked.refused) {
    const resumption = { resumptionId: context.newId() }
    await enqueue(context, found.connectionId, found.id, { kind: 'case.resume', payload: { resumption } })
  }
  await note(context, found, 'case.rest_ended', {})
}

// Of two stops the longer one; one without an end is the longest.
function restOf({ marker, markerUntil, holdReason, holdUntil }: CaseAtPartner, today: LocalDate): Rest | undefined {
  const ofDebtor = holdReason === null ? [] : [restUntil(holdReason, holdUntil)]
  const ofInvoice = marker === 'none' ? [] : [restUntil(REASONS[marker], markerUntil)]
  const inForce = [...ofDebtor, ...ofInvoice].filter(({ until }) => until === undefined || until >= today)
  return inForce.toSorted((a, b) => ((a.until ?? '9999') < (b.until ?? '9999') ? 1 : -1))[0]
}

const REASONS: Readonly<Record<Exclude<Marker['kind'], 'none'>, Pause['reason']>> = {
  hold: 'other',
  promised: 'promise',
  disputed: 'dispute',
  clarification: 'other',
}

function restUntil(reason: Pause['reason'], until: LocalDate | null): Rest {
  return until === null ? { reason } : { reason, until }
}

type Asked = { readonly pause?: Pause; readonly refused: boolean }

async function askedLast({ trx, tenantId }: Context, caseId: string): Promise<Asked | undefined> {
  const { rows } = await sql<{ payload: { readonly pause?: Pause }; refused: boolean }>`
    SELECT payload, state = 'dead' AS refused FROM outbox
    WHERE tenant_id = ${tenantId} AND lane = ${caseId} AND kind IN ('case.pause', 'case.resume')
    ORDER BY position DESC LIMIT 1`.execute(trx)
  const [row] = rows
  return row && { ...row.payload, refused: row.refused }
}

async function note(context: Context, { id, version, practiceId }: CaseAtPartner, type: string, data: object) {
  const { trx, tenantId } = context
  await appendEvents(trx, context, 'case', id, version, [{ type, data: { ...data } }])
  await sql`UPDATE cases SET version = version + 1 WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  await announce(trx, { tenantId, topic: 'case', id, practiceId })
}
