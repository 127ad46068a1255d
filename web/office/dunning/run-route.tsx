import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTold } from '../../texts/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { queryClient } from '../api/query-client.ts'
import { runOf } from './dunning-from-api.ts'
import { type RunAct, RunPage } from './run-page.tsx'

const route = getRouteApi('/office/mahnungen/lauf/$id')
const LOOK_AGAIN_MS = 700
const STALE = ['dunning-preview', 'dunning-runs', 'notices', 'invoices', 'invoice', 'invoice-dunning', 'overview']

export default function RunRoute() {
  const { id } = route.useParams()
  const me = useMe()
  const told = useQuery({
    queryKey: ['dunning-run', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_AGAIN_MS : false),
  })
  const act = useAct((which: RunAct) => steer(id, which), ['dunning-run', ...STALE])
  const state = told.data?.state
  useEffect(() => {
    if (state === 'done') for (const key of STALE) void queryClient.invalidateQueries({ queryKey: [key] })
  }, [state])
  const trouble = useTold(told.error)
  return (
    <RunPage
      run={told.data === undefined ? undefined : runOf(told.data)}
      expected={queryClient.getQueryData<number>(['dunning-run-expected', id])}
      busy={act.busy}
      trouble={act.trouble ?? trouble}
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
