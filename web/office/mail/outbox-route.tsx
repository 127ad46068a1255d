import { type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTold } from '../../texts/index.ts'
import { useMailText } from '../../texts/mail/mail-text.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { oneOf } from '../search-params.ts'
import { MAIL_VIEWS, type MailView, OutboxPage } from './outbox-page.tsx'

const route = getRouteApi('/office/postausgang')

const FIRST = undefined as string | undefined // the page before the first
const next = (page: { readonly next: string | null }): string | undefined => page.next ?? undefined
const COUNT_MAX = 200 // the largest page; more than that nobody counts
const behind = (before: string | undefined) => ({ query: before === undefined ? {} : { before } })

const incoming = (view: MailView, before: string | undefined) => ({
  query: { ...behind(before).query, ...(view === 'unzugeordnet' ? { unfiled: 'true' } : {}) },
})

export default function OutboxRoute() {
  const text = useMailText()
  const me = useMe()
  const view = oneOf(MAIL_VIEWS, route.useSearch().ansicht, 'ausgang')
  const sent = useInfiniteQuery({
    queryKey: ['mails'],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/api/v1/mails', { params: behind(pageParam), signal })),
    initialPageParam: FIRST,
    getNextPageParam: next,
    enabled: view === 'ausgang',
  })
  const received = useInfiniteQuery({
    queryKey: ['received-mails', view],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/received-mails', { params: incoming(view, pageParam), signal })),
    initialPageParam: FIRST,
    getNextPageParam: next,
    enabled: view !== 'ausgang',
  })
  const unfiled = useQuery({
    queryKey: ['received-mails', 'unfiled-count'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/received-mails', { params: { query: { unfiled: 'true', limit: COUNT_MAX } }, signal })),
  })
  const fetchNow = useAct(
    (_: undefined) => answer(api.POST('/api/v1/mail/fetch')),
    ['received-mails', 'mails', 'mail-intake', 'tasks'],
    ({ outcome, title, detail }) =>
      toast(outcome === 'accepted' ? { text: `${title}. ${detail}` } : { text: `${title}. ${detail}`, tone: 'warn' }),
  )
  const bring = useAct(bringAll, ['received-mails', 'mails', 'tasks'], (taken) =>
    toast({ text: text.count('mail.in.taken', taken) }),
  )
  const reading = useTold((view === 'ausgang' ? sent : received).error)
  return (
    <OutboxPage
      view={view}
      sent={listOf(sent)}
      received={listOf(received)}
      unfiled={unfiled.data?.mails.length}
      trouble={bring.trouble ?? fetchNow.trouble ?? reading}
      busy={bring.busy}
      onFiles={me.may('invoices.write') ? bring.run : undefined}
      onFetch={me.may('invoices.write') ? () => fetchNow.run(undefined) : undefined}
      fetching={fetchNow.busy}
      onRetry={() => {
        bring.reset()
        fetchNow.reset()
        void (view === 'ausgang' ? sent : received).refetch()
      }}
    />
  )
}

type Pages<Row> = UseInfiniteQueryResult<{ readonly pages: readonly { readonly mails: readonly Row[] }[] }>

function listOf<Row>(list: Pages<Row>) {
  return {
    rows: list.data?.pages.flatMap(({ mails }) => mails) ?? [],
    loading: list.isPending,
    more: { has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() },
  }
}

/** One after the other, so that the first that is no mail is told and those before it are in. */
async function bringAll(files: readonly File[]): Promise<number> {
  for (const file of files) {
    const form = new FormData()
    form.append('file', file, file.name)
    // A form is sent as it is; the document names no body for a raw mail.
    await answer(api.POST('/api/v1/mail/inbound', { body: form as never, bodySerializer: () => form }))
  }
  return files.length
}
