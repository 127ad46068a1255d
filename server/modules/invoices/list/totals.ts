// Count and sums of a list, and of each tab: from covering indexes alone.

import { sql } from 'kysely'
import type { Context } from '../../../http/index.ts'
import { allOf, conditionsOf, searchConditions, stateConditions, statesOf } from './conditions.ts'
import { type Filter, VIEWS, type View } from './query.ts'

/** Amounts in minor units of the currency. */
export type Total = {
  readonly currency: string
  readonly count: number
  readonly open: number
  readonly writtenOff: number
}

export async function readSummary(context: Context, filter: Filter): Promise<Total[]> {
  const conditions = allOf([
    ...conditionsOf(context, filter),
    ...searchConditions(filter.q),
    ...stateConditions(filter),
  ])
  const { rows } = await sql<Total>`
    SELECT i.currency, count(*) AS count, sum(i.open)::bigint AS open, sum(i.written_off)::bigint AS "writtenOff"
    FROM invoices i WHERE ${conditions} GROUP BY i.currency ORDER BY count(*) DESC, i.currency`.execute(context.trx)
  return rows
}

export type Tab = { readonly view: View; readonly count: number; readonly totals: readonly Total[] }

type Part = Total & { readonly state: string; readonly late: boolean }

/** Every view with its count and its sums; the other filters and the search leave the tabs alone. */
export async function readTabs(context: Context, practiceId: string | undefined): Promise<Tab[]> {
  const conditions = allOf(conditionsOf(context, { view: 'all', q: '', practiceId }))
  const { rows } = await sql<Part>`
    SELECT i.state, i.due_date < ${context.today} AS late, i.currency, count(*) AS count, sum(i.open)::bigint AS open,
      sum(i.written_off)::bigint AS "writtenOff"
    FROM invoices i WHERE ${conditions} GROUP BY 1, 2, 3`.execute(context.trx)
  return VIEWS.map((view) => tabOf(view, rows))
}

function tabOf(view: View, parts: readonly Part[]): Tab {
  const states = statesOf({ view, q: '' })
  const byCurrency = new Map<string, Total>()
  for (const part of parts.filter(({ state }) => states.some((one) => one === state))) {
    if (view === 'overdue' && !part.late) continue
    const { currency } = part
    const before = byCurrency.get(currency) ?? { currency, count: 0, open: 0, writtenOff: 0 }
    byCurrency.set(currency, {
      currency,
      count: before.count + part.count,
      open: before.open + part.open,
      writtenOff: before.writtenOff + part.writtenOff,
    })
  }
  const totals = [...byCurrency.values()].toSorted((a, b) => b.count - a.count)
  return { view, count: totals.reduce((count, total) => count + total.count, 0), totals }
}
