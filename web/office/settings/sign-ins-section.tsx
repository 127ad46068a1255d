import { instant } from '@mahnwerk/core/calendar'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useText, useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { deviceWords } from './device-words.ts'
import { SignInsPage } from './sign-ins-page.tsx'

export default function SignInsSection() {
  const text = useText()
  const list = useInfiniteQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/sign-ins', { params: { query: pageParam === undefined ? {} : { after: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const trouble = useTold(list.error)
  const entries = (list.data?.pages ?? [])
    .flatMap((page) => page.signIns)
    .map(({ id, at, outcome, user, key, address, userAgent }) => ({
      id,
      at: instant(at),
      outcome,
      who: user?.name ?? key?.name ?? text('signIns.nobody'),
      address: address ?? undefined,
      device: userAgent === null ? undefined : deviceWords(userAgent),
    }))
  return (
    <SignInsPage
      entries={entries}
      loading={list.isPending}
      trouble={trouble}
      more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      onRetry={() => void list.refetch()}
    />
  )
}
