import { useInfiniteQuery } from '@tanstack/react-query'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { useRowActions } from '../invoices/row-actions.ts'
import type { RowDialog } from '../invoices/row-dialogs.tsx'
import { suggestionOf } from './dunning-from-api.ts'
import { SuggestionsPage } from './suggestions-page.tsx'

const RowDialogs = lazy(() => import('../invoices/row-dialogs.tsx'))
const PAGE = 100

export default function SuggestionsRoute() {
  const me = useMe()
  const [dialog, setDialog] = useState<RowDialog>()
  const actions = useRowActions(setDialog)
  const list = useInfiniteQuery({
    queryKey: ['invoices', 'suggestions'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/dunning/suggestions', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  })
  const trouble = useTold(list.error)
  const rows = useMemo(
    () => (list.data?.pages ?? []).flatMap((page) => page.suggestions.map(suggestionOf)),
    [list.data],
  )
  return (
    <SuggestionsPage
      rows={rows}
      loading={list.isPending}
      trouble={trouble}
      more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      actions={actions}
      maySet={me.may('settings.write')}
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
