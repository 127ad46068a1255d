// Beside the notices: one entry in the history for each item, one transfer for each fee, and the sums that the runs and the list tell.
import { sql } from 'kysely'
import type { Trx } from '../../../server/db/database.ts'
import type { Part } from '../moment.ts'

export async function booksFaults(trx: Trx, part: Part): Promise<string[]> {
  return [...(await historyFaults(trx, part)), ...(await feeFaults(trx, part)), ...(await sumFaults(part))]
}

async function historyFaults(trx: Trx, { creditor: { tenantId } }: Part): Promise<string[]> {
  const { rows } = await sql<{ invoice: string; items: number; entries: number }>`
    WITH items AS (
      SELECT invoice_id, notice_id::text AS notice, level, count(*)::int AS count FROM notice_items
      WHERE tenant_id = ${tenantId} GROUP BY 1, 2, 3
    ), entries AS (
      SELECT stream_id AS invoice_id, data::jsonb ->> 'noticeId' AS notice, (data::jsonb ->> 'level')::int AS level, count(*)::int AS count
      FROM events WHERE tenant_id = ${tenantId} AND stream = 'invoice' AND type = 'notice.written' GROUP BY 1, 2, 3
    )
    SELECT coalesce(i.invoice_id, e.invoice_id) AS invoice, coalesce(i.count, 0) AS items, coalesce(e.count, 0) AS entries
    FROM items i FULL JOIN entries e USING (invoice_id, notice, level)
    WHERE i.count IS DISTINCT FROM 1 OR e.count IS DISTINCT FROM 1`.execute(trx)
  return rows.map(
    ({ invoice, items, entries }) => `invoice ${invoice}: ${items} items, ${entries} entries in its history`,
  )
}

async function feeFaults(trx: Trx, { creditor: { tenantId } }: Part): Promise<string[]> {
  const { rows } = await sql<{ notice: string; fee: number; transfers: number; amount: number }>`
    SELECT n.id AS notice, n.fee, count(t.id)::int AS transfers, coalesce(sum(t.amount), 0)::int AS amount
    FROM notices n
    LEFT JOIN events e ON e.tenant_id = n.tenant_id AND e.stream = 'invoice' AND e.type = 'notice.written'
      AND e.stream_id IN (SELECT o.invoice_id FROM notice_items o WHERE o.tenant_id = n.tenant_id AND o.notice_id = n.id)
      AND e.data::jsonb ->> 'noticeId' = n.id::text
    LEFT JOIN transfers t ON t.tenant_id = e.tenant_id AND t.event_id = e.id AND t.debit = 'debtor:charges:' || e.stream_id
    WHERE n.tenant_id = ${tenantId} GROUP BY n.id, n.fee
    HAVING count(t.id) <> (CASE WHEN n.fee > 0 THEN 1 ELSE 0 END) OR coalesce(sum(t.amount), 0) <> n.fee`.execute(trx)
  const faults = rows.map(
    ({ notice, fee, transfers, amount }) => `notice ${notice}: fee ${fee}, ${transfers} transfers of ${amount}`,
  )
  const { rows: totals } = await sql<{ charged: number; fees: number }>`
    SELECT (SELECT coalesce(sum(amount), 0)::int FROM transfers WHERE tenant_id = ${tenantId} AND debit LIKE 'debtor:charges:%') AS charged,
      (SELECT coalesce(sum(fee), 0)::int FROM notices WHERE tenant_id = ${tenantId}) AS fees`.execute(trx)
  const [total] = totals
  if (total?.charged !== total?.fees) faults.push(`notices cost ${total?.fees}, debtors were charged ${total?.charged}`)
  return faults
}

type Sums = { readonly letters: number; readonly claims: number; readonly fees: number; readonly asked: number }

async function sumFaults(part: Part): Promise<string[]> {
  const { creditor, letters, claims, sums, before } = part
  const { json } = await creditor.ask('GET', '/dunning/runs?limit=200')
  const { runs } = json as { readonly runs: readonly (Sums & { readonly id: string })[] } // as the route's schema has it
  const ours = runs.filter(({ id }) => !before.includes(id))
  const summed = (of: keyof Sums): number => ours.reduce((total, run) => total + run[of], 0)
  const told: Sums = {
    letters: summed('letters'),
    claims: summed('claims'),
    fees: summed('fees'),
    asked: summed('asked'),
  }
  const promised: Sums = {
    letters: letters.length,
    claims: letters.reduce((total, { items }) => total + items.length, 0),
    fees: letters.reduce((total, { fee }) => total + fee, 0),
    asked: letters.reduce((total, { open }) => total + open, 0),
  }
  const [a, b] = [JSON.stringify(told), JSON.stringify(promised)]
  const faults = a === b ? [] : [`the runs tell ${a}, the list promised ${b}`]
  // The sums before the run know of no debtor whom somebody takes out of it.
  const total = sums.totals[0] ?? { claims: 0, open: 0, fees: 0 }
  const c = JSON.stringify({ letters: sums.letters, claims: total.claims, fees: total.fees, asked: total.open })
  if (claims.excluded.length === 0 && c !== b) faults.push(`the sums were ${c}, the list ${b}`)
  return faults
}
