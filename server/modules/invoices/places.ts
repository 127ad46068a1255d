// Where a claim stands in lists sorted by level or by status: one narrow row beside it (`invoice_places`), since an index of the
// claims themselves on what every letter changes would cost a run more than all else that it writes. Whoever writes a claim's
// level or standing moves its place in the same transaction; `mahnwerk verify` compares both.

import { type RawBuilder, sql } from 'kysely'
import type { Standing } from '@mahnwerk/core/claims'
import { LEVEL_MAX } from '@mahnwerk/core/dunning'
import { plainArray } from '../../db/arrays.ts'
import type { Context } from '../../http/index.ts'

/** Kept in the database: a code never changes its meaning. */
const CODES: Readonly<Record<Standing, number>> = {
  plain: 0,
  partly_paid: 1,
  reminded: 2,
  final_notice: 3,
  disputed: 4,
  clarification: 5,
  promised: 6,
  in_collection: 7,
  paid: 8,
  written_off: 9,
  cancelled: 10,
}
const CODES_MAX = 16

export function placeOf(level: number, standing: Standing): number {
  return level * CODES_MAX + CODES[standing]
}

/** The places of claims of one of these standings, by level. */
export function placesByLevel(standings: readonly Standing[]): readonly (readonly number[])[] {
  return Array.from({ length: LEVEL_MAX + 1 }, (_, level) => standings.map((standing) => placeOf(level, standing)))
}

/** The place as SQL, of a row of `invoices` under this name. */
export function placeIn(table: RawBuilder<unknown>): RawBuilder<number> {
  const codes = Object.entries(CODES).map(([standing, code]) => sql.raw(`WHEN '${standing}' THEN ${code}`))
  return sql<number>`(${table}.dunning_level * ${sql.raw(String(CODES_MAX))}
    + CASE ${table}.standing ${sql.join(codes, sql` `)} END)::smallint`
}

type Scope = Pick<Context, 'trx' | 'tenantId'>

/** For claims that are new; those that have the right place keep it. */
export async function insertPlaces({ trx, tenantId }: Scope, ids: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO invoice_places (tenant_id, place, due_date, invoice_id, practice_id)
    SELECT i.tenant_id, ${placeIn(sql`i`)}, i.due_date, i.id, i.practice_id
    FROM invoices i WHERE i.tenant_id = ${tenantId} AND i.id = ANY (${plainArray(ids)}::uuid[])
    ON CONFLICT DO NOTHING`.execute(trx)
}

export type Move = { readonly id: string; readonly dueDate: string; readonly from: number; readonly to: number }

/** For claims that were written, and are kept by this transaction until its end. A place that was missing is made. */
export async function movePlaces(scope: Scope, all: readonly Move[]): Promise<void> {
  const moves = all.filter(({ from, to }) => from !== to)
  if (moves.length === 0) return
  const each = (read: (move: Move) => string | number): string => plainArray(moves.map(read))
  // By the whole key as it was: the only index there is.
  const { numAffectedRows } = await sql`
    UPDATE invoice_places p SET place = m.next
    FROM unnest(${each(({ id }) => id)}::uuid[], ${each(({ dueDate }) => dueDate)}::date[],
      ${each(({ from }) => from)}::smallint[], ${each(({ to }) => to)}::smallint[]) AS m (id, due_date, old, next)
    WHERE p.tenant_id = ${scope.tenantId} AND p.place = m.old AND p.due_date = m.due_date AND p.invoice_id = m.id`.execute(
    scope.trx,
  )
  if (Number(numAffectedRows) !== moves.length)
    await insertPlaces(
      scope,
      moves.map(({ id }) => id),
    )
}
