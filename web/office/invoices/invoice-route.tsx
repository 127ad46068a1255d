import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useFormat, useText, useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import InvoiceDunningPlace from '../dunning/invoice-dunning-place.tsx'
import { StatementPlace } from '../law/statement-place.tsx'
import { invoiceDetailOf } from './invoice-from-api.ts'
import { InvoicePage } from './invoice-page.tsx'
import type { RowDialog } from './row-dialogs.tsx'
import { useStateActs } from './state-acts.ts'

const RowDialogs = lazy(() => import('./row-dialogs.tsx'))
const route = getRouteApi('/office/rechnungen/$id')

export default function InvoiceRoute() {
  const { id } = route.useParams()
  const text = useText()
  const format = useFormat()
  const me = useMe()
  const [dialog, setDialog] = useState<RowDialog>()
  const told = useQuery({
    queryKey: ['invoice', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/invoices/{id}', { params: { path: { id } }, signal })),
  })
  const trouble = useTold(told.error)
  const acts = useStateActs(id)
  const invoice = useMemo(() => {
    if (told.data === undefined) return undefined
    const practice = me.practices.find((each) => each.id === told.data.practiceId)?.name ?? ''
    return invoiceDetailOf(told.data, practice, text, format)
  }, [told.data, me.practices, text, format])
  const show = (next: (row: NonNullable<typeof invoice>) => RowDialog): void =>
    setDialog(invoice === undefined ? undefined : next(invoice))
  return (
    <InvoicePage
      invoice={invoice}
      trouble={trouble}
      onRetry={() => void told.refetch()}
      onPayment={me.may('payments.record') ? () => show((row) => ({ kind: 'payment', row })) : undefined}
      mayHandOver={me.may('handover.prepare')}
      onMark={me.may('invoices.write') ? () => show((row) => ({ kind: 'mark', row })) : undefined}
      onState={me.may('invoices.write_off') ? acts : undefined}
      onDun={me.may('invoices.write') ? () => show((row) => ({ kind: 'dun', row })) : undefined}
      dunning={
        invoice === undefined ? null : (
          <InvoiceDunningPlace
            id={id}
            debtorId={invoice.debtorId}
            debtorName={invoice.debtorName}
            level={invoice.dunningLevel}
            over={['paid', 'cancelled', 'written_off'].includes(invoice.status.kind)}
          />
        )
      }
      statement={<StatementPlace kind="invoice" id={id} />}
      overlay={
        dialog === undefined ? undefined : (
          <Suspense fallback={null}>
            <RowDialogs dialog={dialog} onClose={() => setDialog(undefined)} />
          </Suspense>
        )
      }
    />
  )
}
