// What our own database says about the handovers, and both books beside each other.

import { sql } from 'kysely'
import { inTenant } from '@mahnwerk/server/db'
import type { House } from '../house/index.ts'
import type { Line } from './partner.ts'

export type Progress = { readonly cases: number; readonly delivered: number; readonly accepted: number }

export async function progressOf({ ground, tenantId }: House): Promise<Progress> {
  return inTenant(ground.db, tenantId, async (trx) => {
    const { rows } = await sql<Progress>`
      SELECT count(*) AS cases, count(accepted_at) AS accepted,
        (SELECT count(*) FROM outbox WHERE tenant_id = ${tenantId} AND state = 'delivered') AS delivered
      FROM cases WHERE tenant_id = ${tenantId}`.execute(trx)
    return rows[0] ?? { cases: 0, delivered: 0, accepted: 0 }
  })
}

export async function packageOf({ ground, tenantId }: House): Promise<string> {
  return inTenant(ground.db, tenantId, async (trx) => {
    const { rows } = await sql<{ text: string }>`
      SELECT payload::text AS text FROM outbox WHERE tenant_id = ${tenantId} LIMIT 1`.execute(trx)
    return rows[0]?.text ?? '{}'
  })
}

async function ourLines({ ground, tenantId }: House): Promise<readonly Line[]> {
  return inTenant(ground.db, tenantId, async (trx) => {
    const { rows } = await sql<Line>`
      SELECT c.id AS "claimRef", c.last_sequence AS "lastSequence", i.open FROM cases c
      JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id WHERE c.tenant_id = ${tenantId}`.execute(trx)
    return rows
  })
}

export type Compared = {
  /** Confirmed here and not in the partner's books. */
  readonly lost: number
  /** More than once here or there, or there without being here. */
  readonly doubled: number
  /** In both, with another amount or another last message. */
  readonly different: number
}

export async function compare(house: House, confirmed: readonly string[], theirs: readonly Line[]): Promise<Compared> {
  const ours = await ourLines(house)
  const [here, there] = [byRef(ours), byRef(theirs)]
  const twice = confirmed.length - new Set(confirmed).size + ours.length - here.size + theirs.length - there.size
  return {
    lost: confirmed.filter((ref) => !here.has(ref) || !there.has(ref)).length,
    doubled: twice + theirs.filter(({ claimRef }) => !here.has(claimRef)).length,
    different: ours.filter((line) => JSON.stringify(line) !== JSON.stringify(sameOrder(there.get(line.claimRef))))
      .length,
  }
}

function byRef(lines: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map(lines.map((line) => [line.claimRef, line]))
}

function sameOrder(line: Line | undefined): Line | undefined {
  return line && { claimRef: line.claimRef, lastSequence: line.lastSequence, open: line.open }
}
