import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { momentOrNone } from '../api/money.ts'
import type { OfficeRole } from './roles.ts'
import { type NewOfficeUser, UsersPage, type UsersPageProps } from './users-page.tsx'

type Change = { readonly id: string; readonly role?: OfficeRole; readonly active?: boolean }

export default function UsersSection() {
  const me = useMe()
  const [initialPassword, setInitialPassword] = useState<UsersPageProps['initialPassword']>()
  const list = useQuery({ queryKey: ['users'], queryFn: ({ signal }) => answer(api.GET('/api/v1/users', { signal })) })
  const show = ({
    user,
    initialPassword: password,
  }: {
    user: { name: string }
    initialPassword: string | null
  }): void => setInitialPassword(password === null ? undefined : { name: user.name, password })
  const add = useAct(
    (user: NewOfficeUser) =>
      answer(
        api.POST('/api/v1/users', {
          body: { ...user, practices: user.practices === null ? null : [...user.practices] },
        }),
      ),
    ['users'],
    show,
  )
  const change = useAct(
    ({ id, ...rest }: Change) => answer(api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body: rest })),
    ['users'],
  )
  const renew = useAct(
    (id: string) => answer(api.POST('/api/v1/users/{id}/initial-password', { params: { path: { id } } })),
    ['users'],
    show,
  )
  const reading = useTold(list.error)
  return (
    <UsersPage
      users={list.data?.users.map(({ id, name, email, role, practices, active, twoFactorEnabled, lastSignInAt }) => ({
        id,
        name,
        email,
        role,
        practices: practices ?? undefined,
        active,
        twoFactor: twoFactorEnabled,
        lastSignIn: momentOrNone(lastSignInAt),
      }))}
      practices={me.practices}
      ownId={me.id}
      busy={add.busy || change.busy || renew.busy}
      trouble={add.trouble ?? change.trouble ?? renew.trouble ?? reading}
      initialPassword={initialPassword}
      onAdd={add.run}
      onRole={(id, role) => change.run({ id, role })}
      onActive={(id, active) => change.run({ id, active })}
      onRenewPassword={renew.run}
      onRetry={() => void list.refetch()}
    />
  )
}
