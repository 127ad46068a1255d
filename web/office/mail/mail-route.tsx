import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTold } from '../../texts/index.ts'
import { useMailText } from '../../texts/mail/mail-text.ts'
import { toast, useNavigation } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { paths } from '../paths.ts'
import type { DemoAnswer } from './demo-answers.tsx'
import { MailPage } from './mail-page.tsx'

const route = getRouteApi('/office/postausgang/$id')

export default function MailRoute() {
  const { id } = route.useParams()
  const text = useMailText()
  const me = useMe()
  const { go } = useNavigation()
  const params = { path: { id } }
  const told = useQuery({
    queryKey: ['mails', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/mails/{id}', { params, signal })),
  })
  const again = useAct(
    (_: undefined) => answer(api.POST('/api/v1/mails/{id}/again', { params })),
    ['mails', 'tasks'],
    () => toast({ text: text('mail.againDone') }),
  )
  const arrived = useAct(
    (_: undefined) => answer(api.POST('/api/v1/mails/{id}/arrived', { params })),
    ['mails', 'tasks'],
    () => toast({ text: text('mail.arrivedDone') }),
  )
  const done = useAct(
    (_: undefined) => answer(api.POST('/api/v1/mails/{id}/done', { params })),
    ['mails', 'tasks'],
    () => toast({ text: text('mail.doneDone') }),
  )
  const demo = useAct(
    (body: DemoAnswer) => answer(api.POST('/api/v1/demo/mails/{id}/answer', { params, body })),
    ['mails', 'received-mails', 'tasks', 'invoice', 'invoices'],
    (_, { kind }) =>
      toast({
        text: text(kind === 'bounce' ? 'mail.demo.bounced' : 'mail.demo.answered'),
        action: { label: text('mail.demo.toInbox'), run: () => go(paths.mails('eingang')) },
      }),
  )
  const reading = useTold(told.error)
  const may = me.may('invoices.write')
  return (
    <MailPage
      mail={told.data}
      trouble={again.trouble ?? arrived.trouble ?? done.trouble ?? demo.trouble ?? reading}
      busy={again.busy || arrived.busy || done.busy}
      onAgain={may ? () => again.run(undefined) : undefined}
      onArrived={may ? () => arrived.run(undefined) : undefined}
      onDone={may ? () => done.run(undefined) : undefined}
      onAnswer={me.tenant.demo && me.may('demo.travel') ? demo.run : undefined}
      answering={demo.busy}
      onRetry={() => void told.refetch()}
    />
  )
}
