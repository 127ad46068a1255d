import { instant } from '@mahnwerk/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { momentOrNone } from '../api/money.ts'
import { KeysPage, type KeysPageProps } from './keys-page.tsx'
import type { OfficeRole } from './roles.ts'

export default function KeysSection() {
  const [secret, setSecret] = useState<KeysPageProps['secret']>()
  const list = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/api-keys', { signal })),
  })
  const make = useAct(
    ({ name, role }: { name: string; role: OfficeRole }) =>
      answer(api.POST('/api/v1/api-keys', { body: { name, role, practices: null, expiresAt: null } })),
    ['api-keys'],
    ({ key, secret: made }) => setSecret(made === null ? undefined : { name: key.name, key: made }),
  )
  const revoke = useAct(
    (id: string) => answer(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    ['api-keys'],
  )
  const reading = useTold(list.error)
  return (
    <KeysPage
      keys={list.data?.keys.map(({ id, name, start, role, createdAt, lastUsedAt, revokedAt }) => ({
        id,
        name,
        start,
        role,
        createdAt: instant(createdAt),
        lastUsedAt: momentOrNone(lastUsedAt),
        revoked: revokedAt !== null,
      }))}
      busy={make.busy || revoke.busy}
      trouble={make.trouble ?? revoke.trouble ?? reading}
      secret={secret}
      onMake={(name, role) => make.run({ name, role })}
      onRevoke={revoke.run}
      onRetry={() => void list.refetch()}
    />
  )
}
