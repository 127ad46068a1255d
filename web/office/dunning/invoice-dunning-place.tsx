// The section on the invoice's page, with its server. It waits for nobody: the page stands without it.

import { useQuery } from '@tanstack/react-query'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { ErrorState, LoadingState, Sheet } from '../../ui/index.ts'
import { invoiceDunningOf } from './dunning-from-api.ts'
import { InvoiceDunning } from './invoice-dunning.tsx'
import { invoiceDunningQuery } from './invoice-dunning-query.ts'

export default function InvoiceDunningPlace({ id, level }: { id: string; level: number }) {
  const text = useDunningText()
  const told = useQuery(invoiceDunningQuery(id))
  const trouble = useTold(told.error)
  if (told.data !== undefined) return <InvoiceDunning view={invoiceDunningOf(id, level, told.data)} />
  return (
    <Sheet title={text('invoice.title')}>
      {trouble === undefined ? (
        <LoadingState lines={3} />
      ) : (
        <ErrorState trouble={trouble} onRetry={() => void told.refetch()} />
      )}
    </Sheet>
  )
}
