import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { moneyOf } from '../api/money.ts'
import { oneOf } from '../search-params.ts'
import { caseRowOf } from './case-from-api.ts'
import { CASE_VIEWS, type CaseView } from './case-row.ts'
import { CaseListPage } from './list-page.tsx'

const route = getRouteApi('/office/faelle')

type Asked = { readonly state: 'active' | 'closed' | 'all'; readonly questions?: 'open' }

const ASKED: Readonly<Record<CaseView, Asked>> = {
  aktiv: { state: 'active' },
  fragen: { state: 'active', questions: 'open' },
  beendet: { state: 'closed' },
  alle: { state: 'all' },
}

export default function CasesRoute() {
  const view = oneOf(CASE_VIEWS, route.useSearch().ansicht, 'aktiv')
  const list = useInfiniteQuery({
    queryKey: ['cases', view],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/cases', {
          params: { query: { ...ASKED[view], ...(pageParam === undefined ? {} : { before: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const trouble = useTold(list.error)
  const first = list.data?.pages[0]
  return (
    <CaseListPage
      view={view}
      rows={list.data?.pages.flatMap((page) => page.cases.map(caseRowOf)) ?? []}
      total={
        first === undefined
          ? undefined
          : { count: first.count, open: moneyOf(first.open, first.cases[0]?.currency ?? 'EUR') }
      }
      loading={list.isPending}
      trouble={trouble}
      more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      onRetry={() => void list.refetch()}
    />
  )
}
