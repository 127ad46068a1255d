import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { useMailText } from '../../texts/mail/mail-text.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { type Candidate, ReceivedPage } from './received-page.tsx'

const route = getRouteApi('/office/postausgang/eingang/$id')

export default function ReceivedRoute() {
  const { id } = route.useParams()
  const text = useMailText()
  const me = useMe()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<Candidate>()
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
  const whose = told.data?.debtorId ?? chosen?.id
  const invoices = useQuery({
    queryKey: ['invoices', 'for-mail', whose],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/invoices', { params: { query: { view: 'all', debtorId: whose ?? '', limit: 100 } }, signal }),
      ),
    enabled: whose !== undefined,
  })
  const names = invoices.data?.invoices.map(({ id: invoiceId, number }) => ({ id: invoiceId, number }))
  const file = useAct(
    ({ debtorId, invoiceIds }: { debtorId: string; invoiceIds: readonly string[] }) =>
      answer(
        api.POST('/api/v1/received-mails/{id}/file', {
          params,
          // None chosen: what the message itself names stands.
          body: { debtorId, ...(invoiceIds.length === 0 ? {} : { invoiceIds: [...invoiceIds] }) },
        }),
      ),
    ['received-mails', 'tasks', 'invoices', 'invoice'],
    () => toast({ text: text('mail.in.filed') }),
  )
  const done = useAct(
    (_: undefined) => answer(api.POST('/api/v1/received-mails/{id}/done', { params })),
    ['received-mails', 'tasks'],
    () => toast({ text: text('mail.doneDone') }),
  )
  const reading = useTold(told.error ?? found.error ?? invoices.error)
  return (
    <ReceivedPage
      mail={told.data}
      about={(names ?? []).filter((one) => told.data?.invoiceIds.includes(one.id))}
      trouble={file.trouble ?? done.trouble ?? reading}
      busy={done.busy}
      onDone={me.may('invoices.write') ? () => done.run(undefined) : undefined}
      filing={
        me.may('invoices.write')
          ? {
              query,
              found: found.data?.debtors.map(({ id: candidateId, listName, address }) => ({
                id: candidateId,
                name: listName,
                place: `${address.postCode} ${address.city}`.trim(),
              })),
              busy: file.busy,
              onQuery: setQuery,
              chosen,
              onChoose: setChosen,
              invoices: names,
              onFile: (to, invoiceIds) => file.run({ debtorId: to, invoiceIds }),
            }
          : undefined
      }
      onRetry={() => void told.refetch()}
    />
  )
}
