// Zahlung empfangen with its server: the preview while typing, the record on saving.

import type { RecordPaymentEffect } from '@mahnwerk/client/api'
import type { Money } from '@mahnwerk/core/money'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api, newKey } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf, moneyOf } from '../api/money.ts'
import { type DirectPayment, PaymentDialog, type PaymentEffect } from './payment-dialog.tsx'

type Props = {
  readonly invoiceId: string
  readonly debtorName: string
  readonly number: string
  readonly open: Money
  readonly onClose: () => void
}

export function PaymentFlow({ invoiceId, debtorName, number, open, onClose }: Props) {
  const text = useText()
  const { money } = useFormat()
  const me = useMe()
  const path = { id: invoiceId }
  const preview = useMutation({
    mutationFn: (payment: DirectPayment) =>
      answer(api.POST('/api/v1/invoices/{id}/payments/preview', { params: { path }, body: bodyOf(payment) })),
  })
  // One key per dialog: pressing twice, or again after a broken connection, records the payment once.
  const key = useRef(newKey())
  const save = useAct(
    (payment: DirectPayment) =>
      answer(
        api.POST('/api/v1/invoices/{id}/payments', {
          params: { path },
          body: bodyOf(payment),
          headers: { 'idempotency-key': key.current },
        }),
      ),
    ['invoice', 'invoices', 'invoice-counts', 'case', 'cases', 'payments', 'cash-book', 'overview'],
    (recorded) => {
      const sum = money(moneyOf(recorded.amount, recorded.currency))
      const partner = recorded.partner
      toast({
        text:
          recorded.report === 'not_needed' || partner === null
            ? text('payment.saved', { sum })
            : text('payment.savedAndTold', { sum, partner }),
      })
      onClose()
    },
  )
  const effect = preview.data === undefined ? undefined : effectOf(preview.data)
  return (
    <PaymentDialog
      debtorName={debtorName}
      number={number}
      open={open}
      today={dayOf(me.today)}
      effect={effect}
      busy={save.busy}
      trouble={save.trouble}
      onPreview={preview.mutate}
      onSave={save.run}
      onClose={onClose}
    />
  )
}

function bodyOf({ amount, on, method, note }: DirectPayment) {
  return { amount, on, method, ...(note.trim() === '' ? {} : { note: note.trim() }) }
}

function effectOf(told: RecordPaymentEffect): PaymentEffect {
  const { principal, charges, interest, costs } = told.openAfter
  return {
    openAfter: moneyOf(principal + charges + interest + costs, told.currency),
    overpaid: moneyOf(told.allocation.overpaid, told.currency),
    toldTo: told.partner ?? undefined,
    costsRemain: told.costsRemain ? moneyOf(costs, told.currency) : undefined,
  }
}
