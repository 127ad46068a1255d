// What was printed: the notices are marked and the history of each invoice says so, who printed and whether it was a copy. Invoices
// are locked before their notices, in the order of their ids, as whoever writes about a mail does.

import { sql } from 'kysely'
import { noticeNumber } from '@mahnwerk/core/letters'
import { type EventRow, type NewEvent, announce, chain, insertEvents } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'

/** Where `again` is not wanted, refuses what somebody else has printed meanwhile. */
export async function markPrinted(context: Context, noticeIds: readonly string[], again: boolean): Promise<void> {
  const invoices = await lockInvoices(context, noticeIds)
  const notices = await mark(context, noticeIds, again)
  const rows = invoices.flatMap((invoice) => historyOf(context, invoice, notices))
  await insertEvents(context.trx, context.tenantId, rows)
  await raiseVersions(context, rows)
  await announce(context.trx, { tenantId: context.tenantId, topic: 'run', id: context.tenantId })
}

type LockedInvoice = {
  readonly id: string
  readonly version: number
  readonly hash: Buffer
  readonly notices: readonly string[]
}

// Locked first and read then: a claim that changed while it was waited for is read as it is now.
async function lockInvoices({ trx, tenantId }: Context, noticeIds: readonly string[]): Promise<LockedInvoice[]> {
  const { rows: locked } = await sql<{ id: string }>`
    SELECT i.id FROM invoices i WHERE i.tenant_id = ${tenantId} AND i.id IN (
      SELECT o.invoice_id FROM notice_items o WHERE o.tenant_id = ${tenantId} AND o.notice_id = ANY (${noticeIds}::uuid[]))
    ORDER BY i.id FOR NO KEY UPDATE`.execute(trx)
  const { rows } = await sql<LockedInvoice>`
    SELECT i.id, i.version, e.hash, ARRAY(
      SELECT o.notice_id FROM notice_items o WHERE o.tenant_id = i.tenant_id AND o.invoice_id = i.id
        AND o.notice_id = ANY (${noticeIds}::uuid[]) ORDER BY o.notice_id)::text[] AS notices
    FROM invoices i
    JOIN events e ON e.tenant_id = i.tenant_id AND e.stream = 'invoice' AND e.stream_id = i.id AND e.version = i.version
    WHERE i.tenant_id = ${tenantId} AND i.id = ANY (${locked.map(({ id }) => id)}::uuid[])`.execute(trx)
  if (rows.length !== locked.length) throw new Error('an invoice lacks the last event of its history')
  return rows
}

type Marked = { readonly id: string; readonly number: string; readonly level: number; readonly copy: boolean }

async function mark(
  { trx, tenantId, now }: Context,
  noticeIds: readonly string[],
  again: boolean,
): Promise<ReadonlyMap<string, Marked>> {
  const { rows } = await sql<Omit<Marked, 'number'> & { year: number; sequence: number }>`
    SELECT id, year, number::int AS sequence, level, printed_at IS NOT NULL AS copy FROM notices
    WHERE tenant_id = ${tenantId} AND id = ANY (${noticeIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`.execute(trx)
  if (!again && rows.some(({ copy }) => copy)) throw refused('print_pool_changed', {}, { status: 409 })
  await sql`
    UPDATE notices SET state = 'printed', printed_at = coalesce(printed_at, ${now})
    WHERE tenant_id = ${tenantId} AND id = ANY (${noticeIds}::uuid[])`.execute(trx)
  return new Map(rows.map(({ year, sequence, ...row }) => [row.id, { ...row, number: noticeNumber(year, sequence) }]))
}

function historyOf(
  context: Context,
  { id, version, hash, notices }: LockedInvoice,
  marked: ReadonlyMap<string, Marked>,
): EventRow[] {
  const events = notices.flatMap((noticeId): NewEvent[] => {
    const notice = marked.get(noticeId)
    if (notice === undefined) return []
    const { number, level, copy } = notice
    return [{ type: 'notice.printed', data: { noticeId, number, level, copy } }]
  })
  return chain(context, 'invoice', id, version, hash, events)
}

async function raiseVersions({ trx, tenantId }: Context, rows: readonly EventRow[]): Promise<void> {
  const versions = new Map(rows.map(({ streamId, version }) => [streamId, version]))
  await sql`
    UPDATE invoices i SET version = n.version
    FROM unnest(${[...versions.keys()]}::uuid[], ${[...versions.values()]}::integer[]) AS n (id, version)
    WHERE i.tenant_id = ${tenantId} AND i.id = n.id`.execute(trx)
}
