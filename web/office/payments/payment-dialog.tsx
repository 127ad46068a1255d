// Zahlung empfangen: what came straight to the creditor. Before saving it says what it does; with a case the partner is told.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { PaymentMethod } from '@mahnwerk/core/cases'
import type { Minor, Money } from '@mahnwerk/core/money'
import { useEffect, useState } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import {
  AmountField,
  Button,
  DateField,
  Dialog,
  ErrorState,
  LongTextField,
  Note,
  SelectField,
  Stack,
  type Trouble,
} from '../../ui/index.ts'
import styles from '../invoices/invoices.module.css'

export type DirectPayment = {
  readonly amount: Minor
  readonly on: LocalDate
  readonly method: PaymentMethod
  readonly note: string
}

/** What a payment would do, from the server's preview. */
export type PaymentEffect = {
  readonly openAfter: Money
  readonly overpaid: Money
  /** The partner that will be told. */
  readonly toldTo?: string | undefined
  /** The principal is settled while costs of the partner are open. */
  readonly costsRemain?: Money | undefined
}

export type PaymentDialogProps = {
  readonly debtorName: string
  readonly number: string
  readonly open: Money
  readonly today: LocalDate
  readonly effect: PaymentEffect | undefined
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onPreview: (payment: DirectPayment) => void
  readonly onSave: (payment: DirectPayment) => void
  readonly onClose: () => void
}

const METHODS: readonly PaymentMethod[] = ['transfer', 'cash', 'card', 'direct_debit', 'other']

export function PaymentDialog(props: PaymentDialogProps) {
  const { debtorName, number, open, today, busy, trouble, onPreview, onSave, onClose } = props
  const text = useText()
  const [amount, setAmount] = useState<Minor | undefined>(open.amount > 0 ? open.amount : undefined)
  const [on, setOn] = useState<LocalDate | undefined>(today)
  const [method, setMethod] = useState<PaymentMethod>('transfer')
  const [note, setNote] = useState('')
  const complete = amount !== undefined && amount > 0 && on !== undefined
  useEffect(() => {
    if (amount === undefined || amount <= 0 || on === undefined) return
    // The note changes nothing about the effect.
    const timer = setTimeout(() => onPreview({ amount, on, method, note: '' }), 150)
    return () => clearTimeout(timer)
  }, [amount, on, method, onPreview])
  const save = (): void => {
    if (complete) onSave({ amount, on, method, note })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={save}
      title={text('payment.receive')}
      lead={`${debtorName} · ${number}`}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" busy={busy} reason={complete ? undefined : text('payment.incomplete')}>
            {text('payment.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        <div className={styles.two}>
          <AmountField
            label={text('payment.amount')}
            currency={open.currency}
            value={amount}
            onChange={setAmount}
            required
            autoFocus
          />
          <DateField label={text('payment.on')} value={on} max={today} onChange={setOn} required />
        </div>
        <SelectField
          label={text('payment.method')}
          data={METHODS.map((value) => ({ value, label: text(`method.${value}`) }))}
          value={method}
          onChange={(event) => setMethod(METHODS.find((known) => known === event.target.value) ?? 'other')}
        />
        <LongTextField label={text('payment.note')} value={note} onChange={(event) => setNote(event.target.value)} />
        {complete && props.effect !== undefined ? <Effect effect={props.effect} method={method} /> : null}
      </Stack>
    </Dialog>
  )
}

function Effect({ effect, method }: { effect: PaymentEffect; method: PaymentMethod }) {
  const text = useText()
  const { money } = useFormat()
  const { toldTo, costsRemain, overpaid } = effect
  const sentences = [
    overpaid.amount > 0
      ? text('payment.overpaid', { sum: money(overpaid) })
      : text('payment.openAfter', { sum: money(effect.openAfter) }),
    toldTo === undefined ? undefined : text('payment.willBeTold', { partner: toldTo }),
    method === 'cash' ? text('payment.cashBook') : undefined,
  ].filter((sentence) => sentence !== undefined)
  return (
    <div aria-live="polite">
      <p className={styles.effect}>{sentences.join(' ')}</p>
      {costsRemain === undefined || toldTo === undefined ? null : (
        <Note>
          <b>{text('payment.costsRemain', { sum: money(costsRemain) })}</b>
          <ol>
            <li>{text('payment.costsStep1', { partner: toldTo })}</li>
            <li>{text('payment.costsStep2', { partner: toldTo })}</li>
            <li>{text('payment.costsStep3')}</li>
          </ol>
        </Note>
      )}
    </div>
  )
}
