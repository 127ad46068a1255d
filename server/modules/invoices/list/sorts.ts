// How a list is ordered. A sort is a column and lanes: parts of the list that an index has in that order already. Lanes of
// a lower rank come first; the rows of equal rank are merged by the column, then by id, so that the order is total. Level and
// status have no index, since a dunning run changes them on every claim it reminds of: their lanes are read from end to end.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { type ClaimState, STATUS_ORDER, type StatusKind } from '@mahnwerk/core/claims'
import { assertNever } from '@mahnwerk/core/refusals'
import { type RawBuilder, sql } from 'kysely'
import type { Condition } from './conditions.ts'
import type { SortKey } from './query.ts'

/** Its rows have one rank, or each its own. */
export type Lane = { readonly rank: number | RawBuilder<unknown>; readonly where: Condition }

export type Sort = {
  readonly column: RawBuilder<unknown>
  /** The type that a cursor's text is read as. */
  readonly type: 'text' | 'date' | 'bigint' | 'integer'
  readonly descending: boolean
  readonly rankDescending: boolean
  readonly lanes: readonly Lane[]
  /** Whether the index that searches read holds all that the order needs. */
  readonly covered: boolean
}

type Column = Pick<Sort, 'column' | 'type'>

const DUE: Column = { column: sql`i.due_date`, type: 'date' }

const COLUMNS: Readonly<Record<Exclude<SortKey, 'daysOverdue' | 'status'>, Column>> = {
  debtor: { column: sql`i.debtor_name`, type: 'text' },
  number: { column: sql`i.number`, type: 'text' },
  invoiceDate: { column: sql`i.invoice_date`, type: 'date' },
  dueDate: DUE,
  amount: { column: sql`i.amount`, type: 'bigint' },
  open: { column: sql`i.open`, type: 'bigint' },
  level: { column: sql`i.dunning_level`, type: 'integer' },
}

export function sortOf(key: SortKey, direction: 'asc' | 'desc', states: readonly ClaimState[], today: LocalDate): Sort {
  const descending = direction === 'desc'
  if (key === 'status') {
    return { ...DUE, descending, rankDescending: descending, lanes: statusLanes(states, today), covered: false }
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
  return { ...COLUMNS[key], descending, rankDescending: false, lanes, covered: key !== 'level' }
}

function overdueLanes(state: ClaimState, today: LocalDate): Lane[] {
  if (state !== 'open' && state !== 'collection') return [{ rank: 1, where: sql`i.state = ${state}` }]
  return [
    { rank: 0, where: sql`i.state = ${state} AND i.due_date < ${today}` },
    { rank: 1, where: sql`i.state = ${state} AND i.due_date >= ${today}` },
  ]
}

function statusLanes(states: readonly ClaimState[], today: LocalDate): Lane[] {
  return states.map((state) => ({ where: sql`i.state = ${state}`, rank: statusRank(state, today) }))
}

function statusRank(state: ClaimState, today: LocalDate): Lane['rank'] {
  const kinds = STATUS_ORDER.map((kind, rank) => ({ kind, rank })).filter(({ kind }) => stateOf(kind) === state)
  const [only, another] = kinds
  if (only !== undefined && another === undefined) return only.rank
  const ranks = kinds.map(({ kind, rank }) => sql`WHEN ${statusCondition(kind, today)} THEN ${rank}::integer`)
  return sql`CASE ${sql.join(ranks, sql` `)} END`
}

function stateOf(kind: StatusKind): ClaimState {
  if (kind === 'in_collection') return 'collection'
  return kind === 'paid' || kind === 'written_off' || kind === 'cancelled' ? kind : 'open'
}

/** The rows that core's statusOf gives this kind; a test holds both together. */
function statusCondition(kind: StatusKind, today: LocalDate): Condition {
  const notHeld = sql`(i.marker <> 'hold' OR i.marker_until < ${today})`
  switch (kind) {
    case 'cancelled':
    case 'written_off':
    case 'paid':
    case 'in_collection':
    case 'disputed':
    case 'clarification':
    case 'promised':
      return sql`i.standing = ${kind}`
    case 'hold':
      return sql`i.marker = 'hold' AND i.marker_until >= ${today} AND i.state = 'open'`
    case 'final_notice':
    case 'reminded':
    case 'partly_paid':
      return sql`i.standing = ${kind} AND ${notHeld}`
    case 'overdue':
      return sql`i.standing = 'plain' AND i.due_date < ${today} AND ${notHeld}`
    case 'due_today':
      return sql`i.standing = 'plain' AND i.due_date = ${today} AND ${notHeld}`
    case 'due_later':
      return sql`i.standing = 'plain' AND i.due_date > ${today} AND ${notHeld}`
    default:
      return assertNever(kind)
  }
}
