// The dunning list: notices by any of its columns, page by page, and what all of them ask for.

import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { LEVEL_MAX } from '@mahnwerk/core/dunning'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, refused } from '../../http/index.ts'
import { likePatterns } from '../debtors/index.ts'
import { type LastLevels, loadLastLevels } from './last-levels.ts'
import { LABEL, NOTICE_STATES, type NoticeRow, noticeSchema, readNotices, withItems } from './notices.ts'

const filterFields = {
  level: z.coerce.number().int().min(0).max(LEVEL_MAX).optional(),
  last: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .describe('Only the last notices by the policies that hold for their debtors, or only the others'),
  state: z.enum(NOTICE_STATES).optional(),
  debtorId: z.uuid().optional(),
  runId: z.uuid().optional(),
  dayFrom: z.iso.date().optional(),
  dayTo: z.iso.date().optional(),
  q: z.string().trim().max(200).default('').describe('Words that all must occur in the debtor’s name or the number'),
}

const SORTS = ['number', 'debtor', 'level', 'day', 'payBy', 'asked', 'fee', 'channel', 'state'] as const
type SortKey = (typeof SORTS)[number]

export const noticeFilterSchema = z.object(filterFields)
export const noticeQuerySchema = z.object({
  ...filterFields,
  sort: z.enum(SORTS).default('number'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const noticePageSchema = z
  .object({ notices: z.array(noticeSchema), nextCursor: z.string().optional() })
  .meta({ id: 'NoticePage' })

export const noticeSummarySchema = z
  .object({
    count: z.int(),
    totals: z
      .array(z.object({ currency: z.string(), count: z.int(), asked: z.int(), fees: z.int() }))
      .describe('By currency, the most frequent first'),
  })
  .meta({ id: 'NoticeSummary' })

type Filter = z.output<typeof noticeFilterSchema>
type Query = z.output<typeof noticeQuerySchema>

type Column = { readonly by: RawBuilder<unknown>; readonly type: 'text' | 'date' | 'bigint' | 'integer' }

const COLUMNS: Readonly<Record<Exclude<SortKey, 'number'>, Column>> = {
  debtor: { by: sql`d.list_name`, type: 'text' },
  level: { by: sql`n.level`, type: 'integer' },
  day: { by: sql`n.day`, type: 'date' },
  payBy: { by: sql`n.pay_by`, type: 'date' },
  asked: { by: sql`(n.open + n.fee + n.interest)`, type: 'bigint' },
  fee: { by: sql`n.fee`, type: 'bigint' },
  channel: { by: sql`n.channel`, type: 'text' },
  state: { by: sql`n.state`, type: 'text' },
}

/** Rows of equal value follow their numbers. */
export async function listNotices(context: Context, asked: Query): Promise<z.output<typeof noticePageSchema>> {
  const { sort, direction, limit } = asked
  const place = placeOf(asked)
  const lasts = await loadLastLevels(context)
  const down = sql.raw(direction === 'desc' ? 'DESC' : 'ASC')
  const beyond = sql.raw(direction === 'desc' ? '<' : '>')
  const number = sql`n.year ${down}, n.number ${down}`
  const column = sort === 'number' ? undefined : COLUMNS[sort]
  const order = column === undefined ? number : sql`${column.by} ${down}, ${number}`
  const behind =
    place === undefined
      ? sql`true`
      : column === undefined
        ? sql`(n.year, n.number) ${beyond} (${place.year}, ${place.number})`
        : sql`(${column.by}, n.year, n.number) ${beyond} (${String(place.value)}::${sql.raw(column.type)}, ${place.year}, ${place.number})`
  const rows = await readNotices(
    context,
    sql`${wanted(asked, lasts)} AND ${behind} ORDER BY ${order} LIMIT ${limit + 1}`,
    lasts,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const notices = await withItems(context, page)
  return rows.length > limit && last ? { notices, nextCursor: cursorOf(asked, last) } : { notices }
}

/** What all notices of the filter ask for. */
export async function summarizeNotices(context: Context, asked: Filter): Promise<z.output<typeof noticeSummarySchema>> {
  const { trx, tenantId, principal } = context
  const practices = practiceFilter(principal)
  const lasts = await loadLastLevels(context)
  const ofDebtors = asked.q !== '' || asked.last !== undefined
  const { rows } = await sql<z.output<typeof noticeSummarySchema>['totals'][number]>`
    SELECT n.currency, count(*)::integer AS count, sum(n.open + n.fee + n.interest)::bigint AS asked, sum(n.fee)::bigint AS fees
    FROM notices n ${ofDebtors ? sql`JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id` : sql``}
    WHERE n.tenant_id = ${tenantId} AND (${practices}::uuid[] IS NULL OR n.practice_id = ANY (${practices}::uuid[]))
      AND ${wanted(asked, lasts)} GROUP BY n.currency ORDER BY count(*) DESC, n.currency`.execute(trx)
  return { count: rows.reduce((all, { count }) => all + count, 0), totals: rows }
}

function wanted(
  { level, last, state, debtorId, runId, dayFrom, dayTo, q }: Filter,
  { isLastRow }: LastLevels,
): RawBuilder<unknown> {
  const conditions = [
    level === undefined ? undefined : sql`n.level = ${level}`,
    last === undefined ? undefined : sql`${isLastRow} = ${last}`,
    state === undefined ? undefined : sql`n.state = ${state}`,
    debtorId === undefined ? undefined : sql`n.debtor_id = ${debtorId}`,
    runId === undefined ? undefined : sql`n.run_id = ${runId}`,
    dayFrom === undefined ? undefined : sql`n.day >= ${dayFrom}`,
    dayTo === undefined ? undefined : sql`n.day <= ${dayTo}`,
    q === '' ? undefined : sql`lower(d.list_name || ' ' || ${LABEL}) LIKE ALL (${likePatterns(q)}::text[])`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

const placeSchema = z.object({
  sort: z.enum(SORTS),
  direction: z.enum(['asc', 'desc']),
  value: z.union([z.string(), z.number()]),
  year: z.int(),
  number: z.int(),
})

function cursorOf({ sort, direction }: Query, row: NoticeRow): string {
  const place = { sort, direction, value: valueOf(sort, row), year: row.year, number: row.sequence }
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function valueOf(sort: SortKey, row: NoticeRow): string | number {
  switch (sort) {
    case 'debtor':
      return row.debtorName
    case 'asked':
      return row.total
    default:
      return row[sort]
  }
}

// A cursor belongs to the order in which it was given.
function placeOf({ cursor, sort, direction }: Query): z.output<typeof placeSchema> | undefined {
  if (cursor === undefined) return undefined
  const place = placeSchema.safeParse(parsed(cursor))
  if (!place.success || place.data.sort !== sort || place.data.direction !== direction)
    throw refused('cursor_not_usable', {}, { status: 400 })
  return place.data
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
