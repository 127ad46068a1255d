// What people ask a list for: each view, each column both ways, filters, searches, counts, and a page deep inside.

export type Case = { readonly name: string; readonly path: string; readonly query: Readonly<Record<string, string>> }

const VIEWS = ['all', 'open', 'overdue', 'collection', 'paid', 'written_off']
const SORTS = ['debtor', 'number', 'invoiceDate', 'dueDate', 'daysOverdue', 'amount', 'open', 'level', 'status']

const page = (name: string, query: Case['query']): Case => ({ name, path: '/api/v1/invoices', query })
const summary = (name: string, query: Case['query']): Case => ({
  name: `summary: ${name}`,
  path: '/api/v1/invoices/summary',
  query,
})

const SEARCHES: readonly (readonly [string, string])[] = [
  ['part of a name', 'öztür'],
  ['a whole number', 'RE-2025-000777'],
  ['part of a number', '00077'],
  ['an amount', '123,40'],
  ['two words', 'anna weber'],
  ['nothing found', 'xylophon'],
]

export const CASES: readonly Case[] = [
  ...VIEWS.map((view) => page(`view ${view}`, { view })),
  ...SORTS.flatMap((sort) =>
    ['asc', 'desc'].flatMap((direction) => [
      page(`sort ${sort} ${direction}`, { sort, direction }),
      page(`sort ${sort} ${direction}, open`, { sort, direction, view: 'open' }),
    ]),
  ),
  page('filter overdue for 60 days', { overdueDaysMin: '60' }),
  page('filter amount from and to', { amountMin: '10000', amountMax: '20000' }),
  page('filter amount, seldom, by name', { amountMin: '12300', amountMax: '12400', sort: 'debtor' }),
  page('filter due in two weeks', { dueFrom: '2026-01-01', dueTo: '2026-01-14' }),
  page('filter marker hold', { marker: 'hold' }),
  page('filter level 3', { level: '3' }),
  page('filter partner, by days overdue', { partner: 'Kranich Inkasso', sort: 'daysOverdue', direction: 'desc' }),
  ...SEARCHES.map(([name, q]) => page(`search ${name}`, { q })),
  page('search part of a name, by amount, open', { q: 'weber', sort: 'amount', direction: 'desc', view: 'open' }),
  { name: 'tabs', path: '/api/v1/invoices/tabs', query: {} },
  ...VIEWS.map((view) => summary(`view ${view}`, { view })),
  summary('search part of a name', { q: 'öztür' }),
  summary('amount from and to', { amountMin: '10000', amountMax: '20000' }),
]

/** Lists of which a page deep inside is asked for, by the cursor of the page before. */
export const DEEP: readonly Case[] = [
  page('deep page, by due date', { limit: '200' }),
  page('deep page, by name, backwards', { sort: 'debtor', direction: 'desc', limit: '200' }),
  page('deep page of a search', { q: 'anna', limit: '200' }),
]

export const DEEP_PAGES = 20

export function urlOf({ path, query }: Case): string {
  return `${path}?${new URLSearchParams(query).toString()}`
}
