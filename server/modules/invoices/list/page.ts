// One page of a list: first the ids in order, then their rows. Without filters each lane of the sort is read along its index.
// With a search or filters the matches are found first in the covering index, which costs the same whatever is asked for;
// only where they are so many that any order meets them soon are they, too, looked for along the sort.

import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../http/index.ts'
import {
  type Condition,
  allOf,
  conditionsOf,
  isNarrow,
  scopeOf,
  searchConditions,
  stateConditions,
  statesOf,
} from './conditions.ts'
import { type Place, cursorOf, placeOf } from './cursor.ts'
import type { ListQuery } from './query.ts'
import { type ListRow, LIST_COLUMNS, LIST_JOINS } from './row.ts'
import { type Sort, sortOf } from './sorts.ts'

export type Page = { readonly rows: readonly ListRow[]; readonly nextCursor?: string }

/** Matches beyond this number are looked for along the sort. */
const FOUND_MAX = 50_000

/** `foundMax`: fewer for a test that has not so many. */
export async function readPage(context: Context, query: ListQuery, foundMax = FOUND_MAX): Promise<Page> {
  const sort = sortOf(query.sort, query.direction, statesOf(query), context.today)
  const after = query.cursor === undefined ? undefined : placeOf(query, query.cursor)
  const found = isNarrow(query) ? await readFound(context, query, sort, after, foundMax) : undefined
  return found ?? pageOf(query, await readAlong(context, query, sort, after))
}

type Read = ListRow & { readonly page_rank: number; readonly page_value: string }

async function readAlong(context: Context, query: ListQuery, sort: Sort, after: Place | undefined): Promise<Read[]> {
  const { rows } = await sql<Read>`
    WITH page AS (${lanesOf(context, query, sort, after)})
    SELECT page.rank AS page_rank, page.value::text AS page_value, ${LIST_COLUMNS}
    FROM page JOIN invoices i ON i.tenant_id = ${context.tenantId} AND i.id = page.id ${LIST_JOINS}
    ORDER BY ${orderOf(sort, sql`page.`)}`.execute(context.trx)
  return rows
}

/** Undefined where there are more matches than are found first. */
async function readFound(
  context: Context,
  query: ListQuery,
  sort: Sort,
  after: Place | undefined,
  foundMax: number,
): Promise<Page | undefined> {
  const { trx, tenantId } = context
  const conditions = [...conditionsOf(context, query), ...searchConditions(query.q), ...stateConditions(query)]
  const { rows } = await sql<Read & { found: number }>`
    WITH ${foundOf(tenantId, sort, conditions, foundMax)}, page AS (
      SELECT * FROM found WHERE (SELECT count(*) FROM found) <= ${foundMax} AND ${behind(sort, after)}
      ORDER BY ${orderOf(sort)} LIMIT ${query.limit + 1}
    )
    SELECT matches.count AS found, page.rank AS page_rank, page.value::text AS page_value, ${LIST_COLUMNS}
    FROM (SELECT count(*) FROM found) AS matches LEFT JOIN page ON true
    LEFT JOIN invoices i ON i.tenant_id = ${tenantId} AND i.id = page.id ${LIST_JOINS}
    ORDER BY ${orderOf(sort, sql`page.`)}`.execute(trx)
  if ((rows[0]?.found ?? 0) > foundMax) return undefined
  return pageOf(
    query,
    rows.filter(({ page_rank }) => page_rank !== null),
  )
}

// What the order needs beyond the covering index is fetched for the matches only.
function foundOf(
  tenantId: string,
  sort: Sort,
  conditions: readonly Condition[],
  foundMax: number,
): RawBuilder<unknown> {
  const order = sql`${sort.column} AS value, ${rankOf(sort)} AS rank`
  const matching = sql`FROM invoices i WHERE ${allOf(conditions)} LIMIT ${foundMax + 1}`
  if (sort.covered) return sql`found AS MATERIALIZED (SELECT i.id, ${order} ${matching})`
  return sql`
    matching AS MATERIALIZED (SELECT i.id ${matching}), found AS MATERIALIZED (
      SELECT i.id, ${order} FROM matching JOIN invoices i ON i.tenant_id = ${tenantId} AND i.id = matching.id)`
}

function pageOf(query: ListQuery, read: readonly Read[]): Page {
  const rows = read.slice(0, query.limit)
  const last = rows.at(-1)
  if (read.length <= query.limit || last === undefined) return { rows }
  return { rows, nextCursor: cursorOf(query, { rank: last.page_rank, value: last.page_value, id: last.id }) }
}

// One row more than asked for tells whether a page follows.
function lanesOf(context: Context, query: ListQuery, sort: Sort, after: Place | undefined): RawBuilder<unknown> {
  const conditions = [...conditionsOf(context, query), ...searchConditions(query.q)]
  const lanes = sort.lanes
    .filter(({ rank }) => after === undefined || !isPast(rank, sort, after))
    .map(({ rank, where, placed }) => {
      const place = after?.rank === rank ? after : undefined
      return placed === undefined
        ? laneOf(rank, [where, ...conditions], sort, place, query.limit)
        : placedLaneOf(context, query, { rank, ...placed }, sort, place)
    })
  return sql`SELECT * FROM (${sql.join(lanes, sql` UNION ALL `)}) AS lanes ORDER BY ${orderOf(sort)} LIMIT ${query.limit + 1}`
}

function laneOf(
  rank: number,
  conditions: readonly Condition[],
  sort: Sort,
  after: Place | undefined,
  limit: number,
): RawBuilder<unknown> {
  const { column, down } = directionOf(sort)
  return sql`(
    SELECT i.id, ${rank}::integer AS rank, ${column} AS value FROM invoices i
    WHERE ${allOf(conditions)} AND ${behindPlace(sql`${column}, i.id`, sort, after)}
    ORDER BY ${column} ${down}, i.id ${down} LIMIT ${limit + 1})`
}

// Each place is read by itself, along the key of the table; the claims only where more is asked of them.
function placedLaneOf(
  context: Context,
  query: ListQuery,
  { rank, places, where }: { readonly rank: number; readonly places: readonly number[]; readonly where: Condition },
  sort: Sort,
  after: Place | undefined,
): RawBuilder<unknown> {
  const { down } = directionOf(sort)
  const conditions = [sql`r.place = p.place`, ...scopeOf(context, query, 'r'), where]
  const claims = isNarrow(query) ? sql`JOIN invoices i ON i.tenant_id = r.tenant_id AND i.id = r.invoice_id` : sql``
  const more = isNarrow(query) ? [...conditionsOf(context, query), ...searchConditions(query.q)] : []
  return sql`(
    SELECT lane.id, ${rank}::integer AS rank, lane.value
    FROM unnest(${places}::smallint[]) AS p (place) CROSS JOIN LATERAL (
      SELECT r.invoice_id AS id, r.due_date AS value FROM invoice_places r ${claims}
      WHERE ${allOf([...conditions, ...more])} AND ${behindPlace(sql`r.due_date, r.invoice_id`, sort, after)}
      ORDER BY r.due_date ${down}, r.invoice_id ${down} LIMIT ${query.limit + 1}
    ) AS lane ORDER BY lane.value ${down}, lane.id ${down} LIMIT ${query.limit + 1})`
}

function directionOf({ column, descending, rankDescending }: Sort) {
  const word = (down: boolean) => sql.raw(down ? 'DESC' : 'ASC')
  return { column, down: word(descending), rankDown: word(rankDescending) }
}

function isPast(rank: number, { rankDescending }: Sort, after: Place): boolean {
  return rankDescending ? rank > after.rank : rank < after.rank
}

function behindPlace(columns: RawBuilder<unknown>, { type, descending }: Sort, after: Place | undefined): Condition {
  if (after === undefined) return sql`true`
  return sql`(${columns}) ${sql.raw(descending ? '<' : '>')} (${after.value}::${sql.raw(type)}, ${after.id}::uuid)`
}

/** The rank of each row where lanes are not read one by one. */
function rankOf({ lanes }: Sort): RawBuilder<unknown> {
  const ranks = new Set(lanes.map(({ rank }) => rank))
  const [first] = ranks
  if (ranks.size === 1 && first !== undefined) return sql`${first}::integer`
  return sql`CASE ${sql.join(
    lanes.map(({ rank, where }) => sql`WHEN ${where} THEN ${rank}::integer`),
    sql` `,
  )} END`
}

function behind({ type, descending, rankDescending }: Sort, after: Place | undefined): Condition {
  if (after === undefined) return sql`true`
  const beyond = sql.raw(descending ? '<' : '>')
  return sql`(rank ${sql.raw(rankDescending ? '<' : '>')} ${after.rank} OR (rank = ${after.rank}
    AND (value, id) ${beyond} (${after.value}::${sql.raw(type)}, ${after.id}::uuid)))`
}

function orderOf(sort: Sort, table: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  const { down, rankDown } = directionOf(sort)
  return sql`${table}rank ${rankDown}, ${table}value ${down}, ${table}id ${down}`
}
