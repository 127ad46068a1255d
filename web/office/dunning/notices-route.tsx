import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { type Filter, filterFromText, filterToText } from '../../ui/index.ts'
import { answer, api } from '../api/client.ts'
import type { RowDialog } from '../invoices/row-dialogs.tsx'
import { useRowActions } from '../invoices/row-actions.ts'
import { noticeRowOf } from './dunning-from-api.ts'
import { NOTICE_STATES } from './dunning-view.ts'
import { PrintPool } from './print-pool.tsx'
import { NoticesPage } from './notices-page.tsx'

const RowDialogs = lazy(() => import('../invoices/row-dialogs.tsx'))
const route = getRouteApi('/office/mahnungen')

const OPERATORS = ['level', 'state', 'words'].map((id) => ({
  id,
  operators: [{ id: id === 'words' ? 'all' : 'is', label: '' }],
}))
const PAGE = 100

export default function NoticesRoute() {
  const { filter: written = [], lauf } = route.useSearch()
  const navigate = useNavigate({ from: '/mahnungen' })
  const [dialog, setDialog] = useState<RowDialog>()
  const actions = useRowActions(setDialog)
  const filters = useMemo(
    () => written.map((each) => filterFromText(each, OPERATORS)).filter((filter) => filter !== undefined),
    [written],
  )
  const asked = { ...queryOf(filters), ...(lauf === undefined ? {} : { runId: lauf }) }
  const list = useInfiniteQuery({
    queryKey: ['notices', asked],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/notices', {
          params: { query: { ...asked, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  })
  const trouble = useTold(list.error)
  return (
    <NoticesPage
      rows={useMemo(() => (list.data?.pages ?? []).flatMap((page) => page.notices.map(noticeRowOf)), [list.data])}
      filters={filters}
      loading={list.isPending}
      trouble={trouble}
      more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      actions={actions}
      tools={<PrintPool />}
      onFilters={(next) => void navigate({ search: { filter: next.map(filterToText) }, replace: true })}
      onRetry={() => void list.refetch()}
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

function queryOf(filters: readonly Filter[]) {
  const of = (field: string): string | undefined => filters.find((filter) => filter.field === field)?.value
  const level = of('level')
  const state = NOTICE_STATES.find((known) => known === of('state'))
  const words = of('words')
  return {
    ...(level === undefined ? {} : { level: Number(level) }),
    ...(state === undefined ? {} : { state }),
    ...(words === undefined ? {} : { q: words }),
  }
}
