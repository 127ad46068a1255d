// How a list is ordered. A sort is a column and lanes: parts of the list that an index has in that order already. Lanes of
// a lower rank come first; the rows of equal rank are merged by the column, then by id, so that the order is total. The lanes of
// level and status are read from the narrow table of places, and those of one level or status are sorted by the due date.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { type ClaimState, STATUS_ORDER, type Standing, type StatusKind } from '@mahnwerk/core/claims'
import { type RawBuilder, sql } from 'kysely'
import { placesByLevel } from '../places.ts'
import { type Condition, standingsOf } from './conditions.ts'
import type { SortKey } from './query.ts'

export type Lane = {
  readonly rank: number
  /** On `i` (invoices). */
  readonly where: Condition
  /** Read from the rows of these places, each a part in order, under a further condition on `r` (places). */
  readonly placed?: { readonly places: readonly number[]; readonly where: Condition }
}

export type Sort = {
  readonly column: RawBuilder<unknown>
  /** The type that a cursor's text is read as. */
  readonly type: 'text' | 'date' | 'bigint'
  readonly descending: boolean
  readonly rankDescending: boolean
  readonly lanes: readonly Lane[]
  /** Whether the index that searches read holds all that the order needs. */
  readonly covered: boolean
}

type Column = Pick<Sort, 'column' | 'type'>

const DUE: Column = { column: sql`i.due_date`, type: 'date' }

const COLUMNS: Readonly<Record<Exclude<SortKey, 'daysOverdue' | 'level' | 'status'>, Column>> = {
  debtor: { column: sql`i.debtor_name`, type: 'text' },
  number: { column: sql`i.number`, type: 'text' },
  invoiceDate: { column: sql`i.invoice_date`, type: 'date' },
  dueDate: DUE,
  amount: { column: sql`i.amount`, type: 'bigint' },
  open: { column: sql`i.open`, type: 'bigint' },
}

export function sortOf(key: SortKey, direction: 'asc' | 'desc', states: readonly ClaimState[], today: LocalDate): Sort {
  const descending = direction === 'desc'
  if (key === 'status' || key === 'level') {
    const lanes = key === 'level' ? levelLanes(states) : statusLanes(states, today)
    return { ...DUE, descending, rankDescending: descending, lanes, covered: false }
  }
  if (key === 'daysOverdue') {
    // Fewer days are a later due date; what is not overdue has no days and comes last either way.
    return {
      ...DUE,
      descending: !descending,
      rankDescending: false,
      lanes: states.flatMap((state) => overdueLanes(state, today)),
      covered: true,
    }
  }
  const lanes = states.map((state) => ({ rank: 0, where: sql`i.state = ${state}` }))
  return { ...COLUMNS[key], descending, rankDescending: false, lanes, covered: true }
}

function overdueLanes(state: ClaimState, today: LocalDate): Lane[] {
  if (state !== 'open' && state !== 'collection') return [{ rank: 1, where: sql`i.state = ${state}` }]
  return [
    { rank: 0, where: sql`i.state = ${state} AND i.due_date < ${today}` },
    { rank: 1, where: sql`i.state = ${state} AND i.due_date >= ${today}` },
  ]
}

function levelLanes(states: readonly ClaimState[]): Lane[] {
  return placesByLevel(standingsOf(states)).map((places, level) => ({
    rank: level,
    where: sql`i.dunning_level = ${level}`,
    placed: { places, where: sql`true` },
  }))
}

function statusLanes(states: readonly ClaimState[], today: LocalDate): Lane[] {
  const standings = standingsOf(states)
  return STATUS_ORDER.flatMap((kind, rank): Lane[] => {
    // A hold says what it says on its day only; few claims have one, and an index of them is there.
    if (kind === 'hold') return states.includes('open') ? [{ rank, where: heldOn(today) }] : []
    const { standing, due } = RESTS_ON[kind]
    if (!standings.includes(standing)) return []
    // OFFSET keeps the question with each row that is read: as a join it would be put to all of them at once.
    return [
      {
        rank,
        where: sql`i.standing = ${standing} AND NOT (${heldOn(today)}) AND ${dueCondition(sql`i.due_date`, due, today)}`,
        placed: {
          places: placesByLevel([standing]).flat(),
          where: sql`${dueCondition(sql`r.due_date`, due, today)} AND NOT EXISTS (SELECT FROM invoices i
            WHERE i.tenant_id = r.tenant_id AND i.due_date = r.due_date AND i.id = r.invoice_id AND ${heldOn(today)} OFFSET 0)`,
        },
      },
    ]
  })
}

function heldOn(today: LocalDate): Condition {
  return sql`i.marker = 'hold' AND i.marker_until >= ${today} AND i.state = 'open'`
}

type Due = 'before' | 'on' | 'after'

/** What core's statusOf rests each kind on; a test holds both together. */
const RESTS_ON: Readonly<Record<Exclude<StatusKind, 'hold'>, { readonly standing: Standing; readonly due?: Due }>> = {
  cancelled: { standing: 'cancelled' },
  written_off: { standing: 'written_off' },
  paid: { standing: 'paid' },
  in_collection: { standing: 'in_collection' },
  disputed: { standing: 'disputed' },
  clarification: { standing: 'clarification' },
  promised: { standing: 'promised' },
  final_notice: { standing: 'final_notice' },
  reminded: { standing: 'reminded' },
  partly_paid: { standing: 'partly_paid' },
  overdue: { standing: 'plain', due: 'before' },
  due_today: { standing: 'plain', due: 'on' },
  due_later: { standing: 'plain', due: 'after' },
}

function dueCondition(column: RawBuilder<unknown>, due: Due | undefined, today: LocalDate): Condition {
  if (due === undefined) return sql`true`
  const sign = { before: '<', on: '=', after: '>' }[due]
  return sql`${column} ${sql.raw(sign)} ${today}`
}
