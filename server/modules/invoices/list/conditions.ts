// Filters as conditions on the table `i`. Each value travels as a parameter.

import { addDays } from '@mahnwerk/core/calendar'
import type { ClaimState, Standing } from '@mahnwerk/core/claims'
import { EUR, parseAmountInput } from '@mahnwerk/core/money'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../http/index.ts'
import { placesByLevel } from '../places.ts'
import type { Filter, View } from './query.ts'

export type Condition = RawBuilder<unknown>

const STATES: Readonly<Record<View, readonly ClaimState[]>> = {
  all: ['open', 'collection', 'paid', 'written_off', 'cancelled'],
  open: ['open'],
  overdue: ['open'],
  collection: ['collection'],
  paid: ['paid'],
  written_off: ['written_off'],
}

/** The states a view shows; a list reads each of them by its own index range. */
export function statesOf({ view }: Filter): readonly ClaimState[] {
  return STATES[view]
}

const STANDINGS: Readonly<Record<ClaimState, readonly Standing[]>> = {
  open: ['plain', 'partly_paid', 'reminded', 'final_notice', 'disputed', 'clarification', 'promised'],
  collection: ['in_collection'],
  paid: ['paid'],
  written_off: ['written_off'],
  cancelled: ['cancelled'],
}

export function standingsOf(states: readonly ClaimState[]): readonly Standing[] {
  return states.flatMap((state) => STANDINGS[state])
}

/** The same as one condition, for what reads no lanes: none where a view shows every state. */
export function stateConditions(filter: Filter): Condition[] {
  return filter.view === 'all' ? [] : [sql`i.state = ANY (${statesOf(filter)}::text[])`]
}

/** The part of them that holds for invoices (`i`) and their places (`r`) alike; all there is without a search or a filter. */
export function scopeOf({ tenantId, principal, today }: Context, filter: Filter, table: 'i' | 'r'): Condition[] {
  const row = sql.raw(table)
  const wanted: (Condition | false)[] = [
    sql`${row}.tenant_id = ${tenantId}`,
    principal.practices !== undefined && sql`${row}.practice_id = ANY (${principal.practices}::uuid[])`,
    filter.view === 'overdue' && sql`${row}.due_date < ${today}`,
    filter.practiceId !== undefined && sql`${row}.practice_id = ${filter.practiceId}`,
  ]
  return wanted.filter((condition) => condition !== false)
}

/** Everything but the states and the words searched. Always names the tenant. */
export function conditionsOf(context: Context, filter: Filter): Condition[] {
  const { tenantId, today } = context
  const wanted: (Condition | false)[] = [
    ...scopeOf(context, filter, 'i'),
    filter.overdueDaysMin !== undefined && sql`i.due_date < ${addDays(today, 1 - filter.overdueDaysMin)}`,
    filter.overdueDaysMin !== undefined && sql`i.state IN ('open', 'collection')`,
    filter.amountMin !== undefined && sql`i.amount >= ${filter.amountMin}`,
    filter.amountMax !== undefined && sql`i.amount <= ${filter.amountMax}`,
    filter.dueFrom !== undefined && sql`i.due_date >= ${filter.dueFrom}`,
    filter.dueTo !== undefined && sql`i.due_date <= ${filter.dueTo}`,
    filter.debtorId !== undefined && sql`i.debtor_id = ${filter.debtorId}`,
    filter.marker !== undefined && sql`i.marker = ${filter.marker}`,
    filter.level !== undefined && atLevel(tenantId, filter.level, statesOf(filter)),
    filter.partner !== undefined && sql`i.partner_name = ${filter.partner}`,
  ]
  return wanted.filter((condition) => condition !== false)
}

/** The places of claims of these states at a level. */
function placesAt(level: number, states: readonly ClaimState[]): readonly number[] {
  return placesByLevel(standingsOf(states))[level] ?? []
}

function atLevel(tenantId: string, level: number, states: readonly ClaimState[]): Condition {
  return sql`i.id IN (SELECT r.invoice_id FROM invoice_places r
    WHERE r.tenant_id = ${tenantId} AND r.place = ANY (${placesAt(level, states)}::smallint[]))`
}

const NARROWING = [
  'overdueDaysMin',
  'amountMin',
  'amountMax',
  'dueFrom',
  'dueTo',
  'debtorId',
  'marker',
  'level',
  'partner',
] as const satisfies readonly (keyof Filter)[]

/** Whether more is asked for than a view and a practice: then the matches can be few. */
export function isNarrow(filter: Filter): boolean {
  return wordsOf(filter.q).length > 0 || NARROWING.some((name) => filter[name] !== undefined)
}

/** One condition per word typed; a word that reads as an amount may be the invoice's amount or what is open of it. */
export function searchConditions(q: string): Condition[] {
  return wordsOf(q).map((word) => {
    const amount = parseAmountInput(word, EUR)
    const text = sql`strpos(i.search_text, ${word}) > 0`
    return amount === undefined ? text : sql`(${text} OR i.amount = ${amount} OR i.open = ${amount})`
  })
}

function wordsOf(q: string): string[] {
  return q
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[,;]+|[,;€]+$/g, ''))
    .filter((word) => word !== '')
}

export function allOf(conditions: readonly Condition[]): Condition {
  return sql.join(conditions, sql` AND `)
}
