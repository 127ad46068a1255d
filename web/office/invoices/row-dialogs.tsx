// The dialogs of a row, fetched when the first of them opens.

import HandoverFlow from '../handover/handover-flow.tsx'
import { DunFlow } from '../dunning/dun-flow.tsx'
import { PaymentFlow } from '../payments/payment-flow.tsx'
import { MarkFlow } from './mark-flow.tsx'
import type { InvoiceRow } from './invoice-row.ts'

export type DialogRow = Pick<InvoiceRow, 'id' | 'debtorId' | 'debtorName' | 'number' | 'open' | 'version'>

export type RowDialog = { readonly kind: 'payment' | 'flag' | 'mark' | 'dun'; readonly row: DialogRow }

export default function RowDialogs({ dialog, onClose }: { dialog: RowDialog; onClose: () => void }) {
  const { row } = dialog
  switch (dialog.kind) {
    case 'payment':
      return (
        <PaymentFlow
          invoiceId={row.id}
          debtorName={row.debtorName}
          number={row.number}
          open={row.open}
          onClose={onClose}
        />
      )
    case 'flag':
      return <HandoverFlow invoiceId={row.id} onClose={onClose} />
    case 'dun':
      return <DunFlow row={row} onClose={onClose} />
    case 'mark':
      return <MarkFlow row={row} onClose={onClose} />
  }
}
