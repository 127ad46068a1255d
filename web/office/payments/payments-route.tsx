import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { oneOf } from '../search-params.ts'
import { paymentLineOf } from './payment-from-api.ts'
import { PAYMENT_VIEWS, type PaymentView, PaymentsPage } from './payments-page.tsx'

const route = getRouteApi('/office/zahlungen')

type Asked = { readonly receivedBy?: 'creditor' | 'partner'; readonly report?: 'pending' }

const ASKED: Readonly<Record<PaymentView, Asked>> = {
  alle: {},
  direkt: { receivedBy: 'creditor' },
  partner: { receivedBy: 'partner' },
  'nicht-gemeldet': { report: 'pending' },
}

export default function PaymentsRoute() {
  const view = oneOf(PAYMENT_VIEWS, route.useSearch().ansicht, 'alle')
  const list = useInfiniteQuery({
    queryKey: ['payments', view],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/payments', {
          params: { query: { ...ASKED[view], ...(pageParam === undefined ? {} : { before: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overview', { signal })),
  })
  const trouble = useTold(list.error)
  return (
    <PaymentsPage
      view={view}
      rows={list.data?.pages.flatMap((page) => page.payments.map(paymentLineOf)) ?? []}
      loading={list.isPending}
      trouble={trouble}
      unreported={overview.data?.unreported ?? 0}
      more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      onRetry={() => void list.refetch()}
    />
  )
}
