import { instant } from '@mahnwerk/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { dayOrNone, momentOrNone, moneyOf } from '../api/money.ts'
import { CollectionPlace } from './collection-place.tsx'
import { ConnectionsPage } from './connections-page.tsx'

export default function ConnectionsSection() {
  const list = useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/connections', { signal })),
  })
  const trouble = useTold(list.error)
  const connections = list.data?.connections.map((told) => ({
    ...told,
    activeSince: instant(told.activeSince),
    portalUrl: told.portalUrl ?? undefined,
    caseFeeMin: moneyOf(told.caseFeeMin, 'EUR'),
    caseFeeMax: moneyOf(told.caseFeeMax, 'EUR'),
    freeUntil: dayOrNone(told.freeUntil),
    registerEntry: told.registerEntry ?? undefined,
    association: told.association ?? undefined,
    lastContactAt: momentOrNone(told.lastContactAt),
    lastFailure: told.lastFailure ?? undefined,
    lastFailureAt: momentOrNone(told.lastFailureAt),
  }))
  return (
    <ConnectionsPage connections={connections} trouble={trouble} onRetry={() => void list.refetch()}>
      <CollectionPlace />
    </ConnectionsPage>
  )
}
