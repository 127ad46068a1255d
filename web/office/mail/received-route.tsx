import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { useMailText } from '../../texts/mail/mail-text.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { ReceivedPage } from './received-page.tsx'

const route = getRouteApi('/office/postausgang/eingang/$id')

export default function ReceivedRoute() {
  const { id } = route.useParams()
  const text = useMailText()
  const me = useMe()
  const [query, setQuery] = useState('')
  const params = { path: { id } }
  const told = useQuery({
    queryKey: ['received-mails', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/received-mails/{id}', { params, signal })),
  })
  const found = useQuery({
    queryKey: ['debtors', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/debtors', { params: { query: { q: query.trim() } }, signal })),
    enabled: query.trim().length >= 2,
  })
  const file = useAct(
    (debtorId: string) => answer(api.POST('/api/v1/received-mails/{id}/file', { params, body: { debtorId } })),
    ['received-mails', 'tasks'],
    () => toast({ text: text('mail.in.filed') }),
  )
  const done = useAct(
    (_: undefined) => answer(api.POST('/api/v1/received-mails/{id}/done', { params })),
    ['received-mails', 'tasks'],
    () => toast({ text: text('mail.doneDone') }),
  )
  const reading = useTold(told.error ?? found.error)
  return (
    <ReceivedPage
      mail={told.data}
      trouble={file.trouble ?? done.trouble ?? reading}
      busy={done.busy}
      onDone={me.may('invoices.write') ? () => done.run(undefined) : undefined}
      filing={
        me.may('invoices.write')
          ? {
              query,
              found: found.data?.debtors.map(({ id: debtorId, listName, address }) => ({
                id: debtorId,
                name: listName,
                place: `${address.postCode} ${address.city}`.trim(),
              })),
              busy: file.busy,
              onQuery: setQuery,
              onFile: file.run,
            }
          : undefined
      }
      onRetry={() => void told.refetch()}
    />
  )
}
