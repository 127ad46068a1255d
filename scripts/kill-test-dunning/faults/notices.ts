// Each invoice due has exactly one item of its level, none is missing, none is there that should not be, what was written is what the
// list promised, and the numbers have no gap.
import { sql } from 'kysely'
import type { Trx } from '../../../server/db/database.ts'
import { type Letter, lineOf } from '../list.ts'
import type { Part } from '../moment.ts'

export async function noticeFaults(trx: Trx, part: Part): Promise<string[]> {
  return [...(await fateFaults(trx, part)), ...(await promiseFaults(trx, part)), ...(await numberFaults(trx, part))]
}

async function fateFaults(trx: Trx, { creditor: { tenantId }, claims }: Part): Promise<string[]> {
  const { rows } = await sql<{ id: string; levels: readonly number[]; reached: number }>`
    SELECT i.id, i.dunning_level AS reached,
      ARRAY(SELECT o.level FROM notice_items o WHERE o.tenant_id = i.tenant_id AND o.invoice_id = i.id) AS levels
    FROM invoices i WHERE i.tenant_id = ${tenantId} AND i.id = ANY (${[...claims.fates.keys()]}::uuid[])`.execute(trx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...claims.fates].flatMap(([id, fate]) => {
    const { levels = [], reached } = byId.get(id) ?? {}
    const wanted = fate === undefined ? [] : [fate]
    if (levels.join() !== wanted.join())
      return [`invoice ${id}: notices of levels [${levels.join()}], not [${wanted.join()}]`]
    return fate !== undefined && reached !== fate ? [`invoice ${id}: stands at level ${reached}, not ${fate}`] : []
  })
}

async function promiseFaults(trx: Trx, { creditor: { tenantId }, letters, before }: Part): Promise<string[]> {
  const { rows } = await sql<Letter>`
    SELECT n.debtor_id AS "debtorId", n.level, n.channel, n.open, n.fee, n.pay_by AS "payBy",
      (SELECT jsonb_agg(jsonb_build_object('invoiceId', o.invoice_id, 'level', o.level, 'open', o.open)) FROM notice_items o
        WHERE o.tenant_id = n.tenant_id AND o.notice_id = n.id) AS items
    FROM notices n WHERE n.tenant_id = ${tenantId} AND n.run_id <> ALL (${before}::uuid[])`.execute(trx)
  const left = new Map<string, number>()
  for (const letter of letters) left.set(lineOf(letter), (left.get(lineOf(letter)) ?? 0) + 1)
  for (const letter of rows) {
    const line = lineOf({ ...letter, items: letter.items ?? [] })
    left.set(line, (left.get(line) ?? 0) - 1)
  }
  return [...left].flatMap(([line, count]) => {
    if (count === 0) return []
    return [count > 0 ? `promised and not written: ${line}` : `written and not promised: ${line}`]
  })
}

async function numberFaults(trx: Trx, { creditor: { tenantId } }: Part): Promise<string[]> {
  const { rows } = await sql<{ year: number; count: number; least: number; most: number; counted: number | null }>`
    SELECT n.year, count(*)::int AS count, min(n.number)::int AS least, max(n.number)::int AS most,
      (SELECT c.last::int FROM counters c WHERE c.tenant_id = ${tenantId} AND c.kind = 'notice' AND c.year = n.year) AS counted
    FROM notices n WHERE n.tenant_id = ${tenantId} GROUP BY n.year`.execute(trx)
  return rows.flatMap(({ year, count, least, most, counted }) =>
    least === 1 && most === count && counted === count
      ? []
      : [`${count} notices of ${year} have numbers ${least} to ${most}, the counter stands at ${counted}`],
  )
}
