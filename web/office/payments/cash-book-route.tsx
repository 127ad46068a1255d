import { useQuery } from '@tanstack/react-query'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { dayOf, moneyOf } from '../api/money.ts'
import { CashBookPage } from './cash-book-page.tsx'

export default function CashBookRoute() {
  const book = useQuery({
    queryKey: ['cash-book'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/cash-book', { signal })),
  })
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overview', { signal })),
  })
  const trouble = useTold(book.error)
  const entries = (book.data?.entries ?? []).map((entry) => ({
    ...entry,
    on: dayOf(entry.on),
    amount: moneyOf(entry.amount, entry.currency),
    balance: moneyOf(entry.balance, entry.currency),
  }))
  return (
    <CashBookPage
      entries={entries}
      partner={overview.data?.atPartner.partner ?? undefined}
      loading={book.isPending}
      trouble={trouble}
      onRetry={() => void book.refetch()}
    />
  )
}
