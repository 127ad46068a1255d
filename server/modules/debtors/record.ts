// Debtors come in with their invoices: each is made once per practice, known again by its identity key, and never
// overwritten by a later file: what a person corrected stays.

import { type DebtorDraft, debtorKey } from '@mahnwerk/core/claims'
import { listName } from '@mahnwerk/core/parties'
import { sql } from 'kysely'
import { chain, insertEvents } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'

export type KnownDebtor = { readonly id: string; readonly listName: string }

/** Finds or makes the debtors of one practice. Returns them by identity key (debtorKey of core). */
export async function recordDebtors(
  context: Context,
  practiceId: string,
  drafts: readonly DebtorDraft[],
): Promise<ReadonlyMap<string, KnownDebtor>> {
  const byKey = new Map(drafts.map((draft) => [debtorKey(draft), draft]))
  const known = await findByKeys(context, practiceId, [...byKey.keys()])
  // In one order, so that two imports of the same people wait for each other instead of dead-locking.
  const fresh = [...byKey].filter(([key]) => !known.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (fresh.length === 0) return known
  await insert(context, practiceId, fresh)
  return findByKeys(context, practiceId, [...byKey.keys()])
}

async function findByKeys(
  { trx, tenantId }: Context,
  practiceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownDebtor>> {
  const { rows } = await sql<KnownDebtor & { key: string }>`
    SELECT id, list_name AS "listName", identity_key AS key FROM debtors
    WHERE tenant_id = ${tenantId} AND practice_id = ${practiceId} AND identity_key = ANY (${keys}::text[])`.execute(trx)
  return new Map(rows.map(({ key, ...debtor }) => [key, debtor]))
}

async function insert(context: Context, practiceId: string, drafts: readonly [string, DebtorDraft][]): Promise<void> {
  const { trx, tenantId, newId } = context
  const rows = drafts.map(([key, draft]) => ({ id: newId(), key, draft, ...nameColumns(draft) }))
  const column = <Value>(read: (row: (typeof rows)[number]) => Value): Value[] => rows.map(read)
  const made = await sql<{ id: string }>`
    INSERT INTO debtors (tenant_id, practice_id, created_at, id, identity_key, number, kind, first_name, last_name, company,
      contact_person, list_name, street, extra, post_code, city, country, email, phone, birth_date)
    SELECT ${tenantId}::uuid, ${practiceId}::uuid, ${context.now}::timestamptz, * FROM unnest(
      ${column((row) => row.id)}::uuid[], ${column((row) => row.key)}::text[],
      ${column((row) => row.draft.number?.trim() || null)}::text[], ${column((row) => row.draft.name.kind)}::text[],
      ${column((row) => row.first)}::text[], ${column((row) => row.last)}::text[], ${column((row) => row.company)}::text[],
      ${column((row) => row.contactPerson)}::text[], ${column((row) => listName(row.draft.name))}::text[],
      ${column((row) => row.draft.address.street)}::text[], ${column((row) => row.draft.address.extra ?? null)}::text[],
      ${column((row) => row.draft.address.postCode)}::text[], ${column((row) => row.draft.address.city)}::text[],
      ${column((row) => row.draft.address.country)}::text[], ${column((row) => row.draft.email ?? null)}::text[],
      ${column((row) => row.draft.phone ?? null)}::text[], ${column((row) => row.draft.birthDate ?? null)}::date[])
    ON CONFLICT (tenant_id, practice_id, identity_key) DO NOTHING
    RETURNING id`.execute(trx)
  const ids = new Set(made.rows.map(({ id }) => id))
  const events = rows
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, draft }) =>
      chain(context, 'debtor', id, 0, undefined, [{ type: 'debtor.recorded', data: { ...draft, practiceId } }]),
    )
  await insertEvents(trx, tenantId, events)
}

function nameColumns({ name }: DebtorDraft) {
  return name.kind === 'consumer'
    ? { first: name.first, last: name.last, company: '', contactPerson: null }
    : { first: '', last: '', company: name.company, contactPerson: name.contactPerson ?? null }
}
