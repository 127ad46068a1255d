import { instant } from '@mahnwerk/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { dayOf } from '../api/money.ts'
import { RunsPage } from './runs-page.tsx'

export default function RunsRoute() {
  const list = useQuery({
    queryKey: ['dunning-runs', 'all'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/runs', { params: { query: { limit: 200 } }, signal })),
  })
  const trouble = useTold(list.error)
  return (
    <RunsPage
      rows={(list.data?.runs ?? []).map((run) => ({
        ...run,
        day: dayOf(run.day),
        startedAt: instant(run.startedAt),
      }))}
      loading={list.isPending}
      trouble={trouble}
      onRetry={() => void list.refetch()}
    />
  )
}
