// Filters as conditions on the table `i`. Each value travels as a parameter.

import { addDays } from '@mahnwerk/core/calendar'
import type { ClaimState } from '@mahnwerk/core/claims'
import { EUR, parseAmountInput } from '@mahnwerk/core/money'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../http/index.ts'
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

/** The same as one condition, for what reads no lanes: none where a view shows every state. */
export function stateConditions(filter: Filter): Condition[] {
  return filter.view === 'all' ? [] : [sql`i.state = ANY (${statesOf(filter)}::text[])`]
}

/** Everything but the states and the words searched. Always names the tenant. */
export function conditionsOf({ tenantId, principal, today }: Context, filter: Filter): Condition[] {
  const dueBefore = [
    filter.view === 'overdue' ? today : undefined,
    filter.overdueDaysMin === undefined ? undefined : addDays(today, 1 - filter.overdueDaysMin),
  ].filter((day) => day !== undefined)
  const wanted: (Condition | false)[] = [
    sql`i.tenant_id = ${tenantId}`,
    principal.practices !== undefined && sql`i.practice_id = ANY (${principal.practices}::uuid[])`,
    ...dueBefore.map((day) => sql`i.due_date < ${day}`),
    filter.overdueDaysMin !== undefined && sql`i.state IN ('open', 'collection')`,
    filter.amountMin !== undefined && sql`i.amount >= ${filter.amountMin}`,
    filter.amountMax !== undefined && sql`i.amount <= ${filter.amountMax}`,
    filter.dueFrom !== undefined && sql`i.due_date >= ${filter.dueFrom}`,
    filter.dueTo !== undefined && sql`i.due_date <= ${filter.dueTo}`,
    filter.practiceId !== undefined && sql`i.practice_id = ${filter.practiceId}`,
    filter.debtorId !== undefined && sql`i.debtor_id = ${filter.debtorId}`,
    filter.marker !== undefined && sql`i.marker = ${filter.marker}`,
    filter.level !== undefined && sql`i.dunning_level = ${filter.level}`,
    filter.partner !== undefined && sql`i.partner_name = ${filter.partner}`,
  ]
  return wanted.filter((condition) => condition !== false)
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
