import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { queryClient } from '../api/query-client.ts'
import { noticeRowOf, runOf } from './dunning-from-api.ts'
import { type RunAct, RunPage } from './run-page.tsx'

const route = getRouteApi('/office/mahnungen/lauf/$id')
const LOOK_AGAIN_MS = 1_000
const LETTERS = 50
const STALE = ['dunning-preview', 'dunning-runs', 'notices', 'invoices', 'invoice', 'invoice-dunning', 'overview']

export default function RunRoute() {
  const { id } = route.useParams()
  const me = useMe()
  const text = useDunningText()
  const told = useQuery({
    queryKey: ['dunning-run', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_AGAIN_MS : false),
  })
  const letters = useInfiniteQuery({
    queryKey: ['notices', 'of-run', id],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/notices', {
          params: {
            query: { runId: id, limit: LETTERS, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  })
  const repeat = useAct(
    (run: string) => answer(api.POST('/api/v1/dunning/runs/{id}/repeat', { params: { path: { id: run } } })),
    ['dunning-run', 'notices', 'mails', 'tasks'],
    ({ repeated }) => toast({ text: text.count('run.repeated', repeated) }),
  )
  const act = useAct((which: RunAct) => steer(id, which), ['dunning-run', ...STALE])
  const state = told.data?.state
  useEffect(() => {
    if (state === 'done') for (const key of STALE) void queryClient.invalidateQueries({ queryKey: [key] })
  }, [state])
  const rows = useMemo(
    () => (letters.data?.pages ?? []).flatMap((page) => page.notices.map(noticeRowOf)),
    [letters.data],
  )
  const trouble = useTold(told.error ?? letters.error)
  return (
    <RunPage
      run={told.data === undefined ? undefined : runOf(told.data)}
      letters={{
        rows,
        more: {
          has: letters.hasNextPage,
          loading: letters.isFetchingNextPage,
          load: () => void letters.fetchNextPage(),
        },
      }}
      busy={act.busy || repeat.busy}
      trouble={act.trouble ?? repeat.trouble ?? trouble}
      onRepeat={me.may('dunning.run') ? () => repeat.run(id) : undefined}
      onAct={me.may('dunning.run') ? act.run : undefined}
      onRetry={() => void told.refetch()}
    />
  )
}

function steer(id: string, act: RunAct) {
  const params = { path: { id } }
  switch (act) {
    case 'pause':
      return answer(api.POST('/api/v1/dunning/runs/{id}/pause', { params }))
    case 'resume':
      return answer(api.POST('/api/v1/dunning/runs/{id}/resume', { params }))
    case 'stop':
      return answer(api.POST('/api/v1/dunning/runs/{id}/stop', { params }))
  }
}
