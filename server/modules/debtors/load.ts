import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import { DEBTOR_COLUMNS, type Debtor, type DebtorRow, debtorOf } from './debtor.ts'

/** One debtor. Throws Refused (404) where the principal may not see it. */
export async function loadDebtor(context: Context, id: string): Promise<Debtor> {
  return read(context, id, sql``)
}

/** As loadDebtor, locked until the end of the transaction. */
export async function lockDebtor(context: Context, id: string): Promise<Debtor> {
  return read(context, id, sql`FOR UPDATE`)
}

async function read({ trx, tenantId, principal }: Context, id: string, lock: ReturnType<typeof sql>): Promise<Debtor> {
  const { rows } = await sql<DebtorRow>`
    SELECT ${DEBTOR_COLUMNS} FROM debtors d
    WHERE d.tenant_id = ${tenantId} AND d.id = ${id}
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR d.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
    ${lock}`.execute(trx)
  if (!rows[0]) throw notFound('debtor')
  return debtorOf(rows[0])
}

/** Debtors for the invoice form: those whose name or number contains every word typed, by name. */
export async function findDebtors(
  { trx, tenantId, principal }: Context,
  { q, practiceId, limit }: { readonly q: string; readonly practiceId?: string | undefined; readonly limit: number },
): Promise<Debtor[]> {
  const { rows } = await sql<DebtorRow>`
    SELECT ${DEBTOR_COLUMNS} FROM debtors d
    WHERE d.tenant_id = ${tenantId}
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR d.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
      AND (${practiceId ?? null}::uuid IS NULL OR d.practice_id = ${practiceId ?? null}::uuid)
      AND lower(d.list_name || ' ' || coalesce(d.number, '')) LIKE ALL (${likePatterns(q)}::text[])
    ORDER BY d.list_name, d.id LIMIT ${limit}`.execute(trx)
  return rows.map(debtorOf)
}

/** One LIKE pattern per word typed, in lower case: every word must occur. */
export function likePatterns(q: string): string[] {
  return q
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
