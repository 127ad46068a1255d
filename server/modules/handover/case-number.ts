// Case numbers are gapless per tenant and year: the counter is raised in the transaction that uses the number.

import { sql } from 'kysely'
import type { Context } from '../../http/index.ts'

/** The next number, such as F-2026-0041. */
export async function takeNumber(context: Context): Promise<string> {
  const year = Number(context.today.slice(0, 4))
  const { rows } = await sql<{ last: number }>`
    INSERT INTO counters (tenant_id, kind, year, last) VALUES (${context.tenantId}, 'case', ${year}, 1)
    ON CONFLICT (tenant_id, kind, year) DO UPDATE SET last = counters.last + 1 RETURNING last`.execute(context.trx)
  return `F-${year}-${String(rows[0]?.last).padStart(4, '0')}`
}
