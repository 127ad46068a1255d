import type { DunningPolicies } from '@mahnwerk/client/api'
import { lastLevelOf } from '@mahnwerk/core/claims'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { type Filter, type Sort, filterFromText, filterToText } from '../../ui/index.ts'
import { answer, api } from '../api/client.ts'
import { dayOf, moneyOf } from '../api/money.ts'
import type { RowDialog } from '../invoices/row-dialogs.tsx'
import { useRowActions } from '../invoices/row-actions.ts'
import { noticeRowOf } from './dunning-from-api.ts'
import { NOTICE_STATES } from './dunning-view.ts'
import { LAST } from './notice-columns.tsx'
import { policiesQuery } from './policies.ts'
import { PrintPool } from './print-pool.tsx'
import { NoticesPage } from './notices-page.tsx'

const RowDialogs = lazy(() => import('../invoices/row-dialogs.tsx'))
const route = getRouteApi('/office/mahnungen')

const OPERATORS = ['level', 'state', 'words'].map((id) => ({
  id,
  operators: [{ id: id === 'words' ? 'all' : 'is', label: '' }],
}))
const USUAL = [0, 1, 2] as const
const PAGE = 100
const SORTS = ['number', 'debtor', 'level', 'day', 'payBy', 'asked', 'fee', 'channel', 'state'] as const

export default function NoticesRoute() {
  const { filter: written = [], lauf, sortierung } = route.useSearch()
  const navigate = useNavigate({ from: '/mahnungen' })
  const [dialog, setDialog] = useState<RowDialog>()
  const actions = useRowActions(setDialog)
  const filters = useMemo(
    () => written.map((each) => filterFromText(each, OPERATORS)).filter((filter) => filter !== undefined),
    [written],
  )
  const asked = { ...queryOf(filters), ...(lauf === undefined ? {} : { runId: lauf }) }
  const sort = sortOf(sortierung)
  const order = { sort: sort.by, direction: sort.descending ? ('desc' as const) : ('asc' as const) }
  const summary = useQuery({
    queryKey: ['notices', 'summary', asked],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/notices/summary', { params: { query: asked }, signal })),
  })
  const policies = useQuery(policiesQuery)
  const run = useQuery({
    queryKey: ['dunning-run', lauf],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/dunning/runs/{id}', { params: { path: { id: lauf ?? '' } }, signal })),
    enabled: lauf !== undefined,
  })
  const list = useInfiniteQuery({
    queryKey: ['notices', asked, order],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/notices', {
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
  const search = (next: { filter?: readonly string[]; sortierung?: string }): void =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const trouble = useTold(list.error ?? summary.error)
  return (
    <NoticesPage
      rows={useMemo(() => (list.data?.pages ?? []).flatMap((page) => page.notices.map(noticeRowOf)), [list.data])}
      filters={filters}
      levels={useMemo(() => (policies.data === undefined ? USUAL : levelsOf(policies.data)), [policies.data])}
      sort={sort}
      onSort={({ by, descending }) => search({ sortierung: descending ? `-${by}` : by })}
      run={lauf === undefined ? undefined : { id: lauf, day: run.data === undefined ? undefined : dayOf(run.data.day) }}
      total={
        summary.data === undefined
          ? undefined
          : {
              count: summary.data.count,
              sums: summary.data.totals.map(({ currency, asked: sum, fees }) => ({
                asked: moneyOf(sum, currency),
                fees: moneyOf(fees, currency),
              })),
            }
      }
      loading={list.isPending}
      trouble={trouble}
      more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      actions={actions}
      tools={<PrintPool />}
      onFilters={(next) => search({ filter: next.map(filterToText) })}
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

/** "-asked" sorts descending; without a word the latest number first. */
function sortOf(word: string | undefined): Sort & { readonly by: (typeof SORTS)[number] } {
  const descending = word === undefined || word.startsWith('-')
  const by = SORTS.find((known) => known === word?.replace(/^-/, ''))
  return by === undefined ? { by: 'number', descending: true } : { by, descending }
}

// What a row calls its level: by its number, or the last one.
function levelQuery(level: string) {
  return level === LAST ? ({ last: 'true' } as const) : ({ level: Number(level), last: 'false' } as const)
}

/** The friendly reminder and each notice that is not the last one of every policy. */
function levelsOf({ policies, builtIn }: DunningPolicies): readonly number[] {
  const highest = Math.max(...[builtIn, ...policies].map(({ steps }) => lastLevelOf(steps)), 2)
  return Array.from({ length: highest }, (_, level) => level)
}

function queryOf(filters: readonly Filter[]) {
  const of = (field: string): string | undefined => filters.find((filter) => filter.field === field)?.value
  const level = of('level')
  const state = NOTICE_STATES.find((known) => known === of('state'))
  const words = of('words')
  return {
    ...(level === undefined ? {} : levelQuery(level)),
    ...(state === undefined ? {} : { state }),
    ...(words === undefined ? {} : { q: words }),
  }
}
