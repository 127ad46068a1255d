import { sql } from 'kysely'
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import { DEBTOR_COLUMNS, type Debtor, type DebtorRow, debtorOf } from './debtor.ts'

/** One debtor. Throws Refused (404) where the principal may not see it. */
export async function loadDebtor(context: Context, id: string): Promise<Debtor> {
  return read(context, id, sql``)
}

/** Private person or company, of many debtors by id. The function throws Refused (404) for one the principal may not see. */
export async function debtorKinds(
  { trx, tenantId, principal }: Context,
  ids: readonly string[],
): Promise<(id: string) => DebtorKind> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<{ id: string; kind: DebtorKind }>`
    SELECT id, kind FROM debtors WHERE tenant_id = ${tenantId} AND id = ANY (${[...new Set(ids)]}::uuid[])
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  return (id) => {
    const kind = kinds.get(id)
    if (kind === undefined) throw notFound('debtor')
    return kind
  }
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
