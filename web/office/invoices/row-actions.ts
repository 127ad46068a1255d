// What a row of the invoice list and of the dunning list lets this person do.

import { useMemo } from 'react'
import { useMe } from '../api/me.ts'
import type { RowActions } from './invoice-cells.tsx'
import type { InvoiceRow } from './invoice-row.ts'
import type { RowDialog } from './row-dialogs.tsx'

export function useRowActions(open: (dialog: RowDialog) => void): RowActions {
  const me = useMe()
  return useMemo(() => {
    const when = (right: string, kind: RowDialog['kind']): ((row: InvoiceRow) => void) | undefined =>
      me.rights.includes(right) ? (row) => open({ kind, row }) : undefined
    return {
      onDun: when('invoices.write', 'dun'),
      onFlag: when('handover.prepare', 'flag'),
      onPayment: when('payments.record', 'payment'),
      onMark: when('invoices.write', 'mark'),
    }
  }, [me.rights, open])
}
