import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { type Filter, type Sort, filterFromText, filterToText } from '../../ui/index.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { moneyOf } from '../api/money.ts'
import type { InvoiceView } from '../paths.ts'
import { invoiceRowOf } from './invoice-from-api.ts'
import { FILTER_OPERATORS, filterQuery } from './list-filters.ts'
import { InvoiceListPage } from './list-page.tsx'
import { useRowActions } from './row-actions.ts'
import type { RowDialog } from './row-dialogs.tsx'

const RowDialogs = lazy(() => import('./row-dialogs.tsx'))
const route = getRouteApi('/office/rechnungen')

const API_VIEWS = {
  alle: 'all',
  offen: 'open',
  ueberfaellig: 'overdue',
  inkasso: 'collection',
  bezahlt: 'paid',
  ausgebucht: 'written_off',
} as const satisfies Record<InvoiceView, string>
const SORTS = [
  'debtor',
  'number',
  'invoiceDate',
  'dueDate',
  'daysOverdue',
  'amount',
  'open',
  'level',
  'status',
] as const
const PAGE = 100

export default function InvoicesRoute() {
  const { ansicht: view, filter: written = [], sortierung } = route.useSearch()
  const navigate = useNavigate({ from: '/rechnungen' })
  const me = useMe()
  const [dialog, setDialog] = useState<RowDialog>()
  const filters = useMemo(
    () => written.map((each) => filterFromText(each, FILTER_OPERATORS)).filter((filter) => filter !== undefined),
    [written],
  )
  const sort = sortOf(sortierung, view)
  const lists = useInvoices(view, filters, sort)
  const actions = useRowActions(setDialog)
  const search = (next: { filter?: readonly string[]; sortierung?: string }): void =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  return (
    <InvoiceListPage
      {...lists}
      view={view}
      filters={filters}
      sort={sort}
      mayImport={me.may('invoices.import')}
      mayWrite={me.may('invoices.write')}
      actions={actions}
      onSort={({ by, descending }) => search({ sortierung: descending ? `-${by}` : by })}
      onFilters={(next) => search({ filter: next.map(filterToText) })}
      overlay={
        dialog === undefined ? undefined : (
          <Suspense fallback={null}>
            <RowDialogs dialog={dialog} onClose={() => setDialog(undefined)} />
          </Suspense>
        )
      }
    />
  )
}

function useInvoices(view: InvoiceView, filters: readonly Filter[], sort: Sort | undefined) {
  const asked = { view: API_VIEWS[view], ...filterQuery(filters) }
  const by = SORTS.find((known) => known === sort?.by)
  const order =
    by === undefined ? {} : { sort: by, direction: sort?.descending === true ? ('desc' as const) : ('asc' as const) }
  const rows = useInfiniteQuery({
    queryKey: ['invoices', asked, order],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/invoices', {
          params: {
            query: { ...asked, ...order, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
  const summary = useQuery({
    queryKey: ['invoices', 'summary', asked],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/invoices/summary', { params: { query: asked }, signal })),
  })
  const tabs = useQuery({
    queryKey: ['invoice-counts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/invoices/tabs', { signal })),
  })
  const connections = useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/connections', { signal })),
  })
  const trouble = useTold(rows.error ?? summary.error)
  const counts = Object.fromEntries(
    Object.entries(API_VIEWS).map(([id, name]) => [id, tabs.data?.tabs.find((tab) => tab.view === name)?.count]),
  )
  const total = summary.data?.totals[0]
  return {
    counts,
    collection: (connections.data?.connections ?? []).some(({ state }) => state === 'active'),
    rows: useMemo(() => (rows.data?.pages ?? []).flatMap((page) => page.invoices.map(invoiceRowOf)), [rows.data]),
    total:
      summary.data === undefined
        ? undefined
        : { count: summary.data.count, open: moneyOf(total?.open ?? 0, total?.currency ?? 'EUR') },
    loading: rows.isPending,
    trouble,
    more: { has: rows.hasNextPage, loading: rows.isFetchingNextPage, load: () => void rows.fetchNextPage() },
    onRetry: () => void rows.refetch(),
  }
}

const USUAL_SORTS: Readonly<Partial<Record<InvoiceView, Sort>>> = {
  offen: { by: 'dueDate', descending: false },
  ueberfaellig: { by: 'daysOverdue', descending: true },
}

/** "-open" sorts descending; without a word the view's own order: the oldest debt first where that matters. */
function sortOf(word: string | undefined, view: InvoiceView): Sort {
  if (word === undefined) return USUAL_SORTS[view] ?? { by: 'invoiceDate', descending: true }
  return word.startsWith('-') ? { by: word.slice(1), descending: true } : { by: word, descending: false }
}
