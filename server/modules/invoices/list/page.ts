// One page of a list: the ids by the sort's indexes, then their rows. A search first finds its matches in the covering
// index; only where they are so many that any order meets them soon are they looked for along the sort.

import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../http/index.ts'
import { type Condition, allOf, conditionsOf, searchConditions, statesOf } from './conditions.ts'
import { type Place, cursorOf, placeOf } from './cursor.ts'
import type { ListQuery } from './query.ts'
import { type ListRow, LIST_COLUMNS, LIST_JOINS } from './row.ts'
import { type Lane, type Sort, sortOf } from './sorts.ts'

export type Page = { readonly rows: readonly ListRow[]; readonly nextCursor?: string }

/** Matches beyond this number are looked for along the sort. */
const FOUND_MAX = 30_000

export async function readPage(context: Context, query: ListQuery): Promise<Page> {
  const sort = sortOf(query.sort, query.direction, statesOf(query), context.today)
  const after = query.cursor === undefined ? undefined : placeOf(query, query.cursor)
  const words = searchConditions(query.q)
  const conditions = conditionsOf(context, query)
  const found = words.length === 0 ? undefined : await readFound(context, query, sort, after, [...conditions, ...words])
  return found ?? pageOf(query, await readAlong(context, query, sort, after, [...conditions, ...words]))
}

type Read = ListRow & { readonly page_rank: number; readonly page_value: string }

async function readAlong(
  { trx, tenantId }: Context,
  { limit }: ListQuery,
  sort: Sort,
  after: Place | undefined,
  conditions: readonly Condition[],
): Promise<Read[]> {
  const { rows } = await sql<Read>`
    WITH page AS (${lanesFrom(sql`invoices`, sort, after, conditions, limit)})
    SELECT page.rank AS page_rank, page.value::text AS page_value, ${LIST_COLUMNS}
    FROM page JOIN invoices i ON i.tenant_id = ${tenantId} AND i.id = page.id ${LIST_JOINS}
    ORDER BY ${pageOrder(sort)}`.execute(trx)
  return rows
}

/** Undefined where there are more matches than are found first. */
async function readFound(
  { trx, tenantId }: Context,
  query: ListQuery,
  sort: Sort,
  after: Place | undefined,
  conditions: readonly Condition[],
): Promise<Page | undefined> {
  const few = sql`(SELECT count(*) FROM found) <= ${FOUND_MAX}`
  const { rows } = await sql<Read & { found: number }>`
    WITH found AS MATERIALIZED (
      SELECT i.id, i.state, i.standing, i.marker, i.marker_until, i.due_date, ${sort.column} AS value FROM invoices i
      WHERE i.state = ANY (${statesOf(query)}::text[]) AND ${allOf(conditions)} LIMIT ${FOUND_MAX + 1}
    ), page AS (${lanesFrom(sql`found`, { ...sort, column: sql`i.value` }, after, [few], query.limit)})
    SELECT matches.count AS found, page.rank AS page_rank, page.value::text AS page_value, ${LIST_COLUMNS}
    FROM (SELECT count(*) FROM found) AS matches LEFT JOIN page ON true
    LEFT JOIN invoices i ON i.tenant_id = ${tenantId} AND i.id = page.id ${LIST_JOINS}
    ORDER BY ${pageOrder(sort)}`.execute(trx)
  if ((rows[0]?.found ?? 0) > FOUND_MAX) return undefined
  return pageOf(
    query,
    rows.filter(({ page_rank }) => page_rank !== null),
  )
}

function pageOf(query: ListQuery, read: readonly Read[]): Page {
  const rows = read.slice(0, query.limit)
  const last = rows.at(-1)
  if (read.length <= query.limit || last === undefined) return { rows }
  return { rows, nextCursor: cursorOf(query, { rank: last.page_rank, value: last.page_value, id: last.id }) }
}

// One row more than asked for tells whether a page follows.
function lanesFrom(
  source: RawBuilder<unknown>,
  sort: Sort,
  after: Place | undefined,
  conditions: readonly Condition[],
  limit: number,
): RawBuilder<unknown> {
  const ahead = after === undefined ? sort.lanes : sort.lanes.filter(({ rank }) => !isPast(rank, sort, after))
  const down = sql.raw(sort.descending ? 'DESC' : 'ASC')
  // The page's end can lie in the last lane: then nothing is ahead but nobody asked, since there was no next cursor.
  const lanes = (ahead.length === 0 ? sort.lanes.slice(0, 1) : ahead).map(
    (lane) => sql`(
      SELECT i.id, ${lane.rank}::integer AS rank, ${sort.column} AS value FROM ${source} i
      WHERE ${allOf([lane.where, ...conditions, ...placeCondition(lane, sort, after), ...(ahead.length === 0 ? [sql`false`] : [])])}
      ORDER BY ${sort.column} ${down}, i.id ${down} LIMIT ${limit + 1})`,
  )
  return sql`SELECT * FROM (${sql.join(lanes, sql` UNION ALL `)}) AS lanes
    ORDER BY rank ${sql.raw(sort.rankDescending ? 'DESC' : 'ASC')}, value ${down}, id ${down} LIMIT ${limit + 1}`
}

function isPast(rank: number, { rankDescending }: Sort, after: Place): boolean {
  return rankDescending ? rank > after.rank : rank < after.rank
}

function placeCondition(lane: Lane, { column, type, descending }: Sort, after: Place | undefined): Condition[] {
  if (after === undefined || lane.rank !== after.rank) return []
  const beyond = sql.raw(descending ? '<' : '>')
  return [sql`(${column}, i.id) ${beyond} (${after.value}::${sql.raw(type)}, ${after.id}::uuid)`]
}

function pageOrder(sort: Sort): RawBuilder<unknown> {
  const down = sql.raw(sort.descending ? 'DESC' : 'ASC')
  return sql`page.rank ${sql.raw(sort.rankDescending ? 'DESC' : 'ASC')}, page.value ${down}, page.id ${down}`
}
