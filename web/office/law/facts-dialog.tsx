// What is known of an invoice beyond what stands on it: facts that decide since when somebody is late, asked and never guessed.

import { useState } from 'react'
import { useLawText } from '../../texts/law/law-text.ts'
import { useText } from '../../texts/index.ts'
import { Button, DateField, Dialog, ErrorState, SelectField, TextField, type Trouble } from '../../ui/index.ts'
import styles from './statement.module.css'
import type { InvoiceFactsView } from './statement-view.ts'

type Props = {
  readonly facts: InvoiceFactsView
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onSave: (facts: InvoiceFactsView) => void
  readonly onClose: () => void
}

const AGREED = ['settings', 'yes', 'no'] as const

export function FactsDialog({ facts, busy, trouble, onSave, onClose }: Props) {
  const text = useLawText()
  const common = useText()
  const [now, setNow] = useState(facts)
  const [rate, setRate] = useState((facts.agreedRate ?? '').replace('.', ','))
  const plain = rate.trim().replace(',', '.')
  const unreadable = plain !== '' && !/^\d{1,3}(\.\d{1,4})?$/.test(plain)
  const agreed = now.dueAgreed === undefined ? 'settings' : now.dueAgreed ? 'yes' : 'no'
  return (
    <Dialog
      open
      lead={text('facts.lead.invoice')}
      onSubmit={() => unreadable || onSave({ ...now, agreedRate: plain === '' ? undefined : plain })}
      title={text('facts.title.invoice')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common('ui.cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={unreadable ? text('facts.rateUnreadable') : undefined}
          >
            {common('ui.save')}
          </Button>
        </>
      }
    >
      <div className={styles.facts}>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        <SelectField
          label={text('field.dueAgreed')}
          description={text('field.dueAgreedHelp')}
          data={AGREED.map((value) => ({ value, label: text(`facts.agreed.${value}`) }))}
          value={agreed}
          onChange={(event) =>
            setNow({ ...now, dueAgreed: event.target.value === 'settings' ? undefined : event.target.value === 'yes' })
          }
        />
        <DateField
          label={text('field.invoiceReceived')}
          description={text('field.invoiceReceivedHelp')}
          value={now.receivedOn}
          onChange={(receivedOn) => setNow({ ...now, receivedOn })}
        />
        <DateField
          label={text('field.contractOn')}
          description={text('facts.contractHelp')}
          value={now.contractOn}
          onChange={(contractOn) => setNow({ ...now, contractOn })}
        />
        <TextField
          label={text('field.agreedRate')}
          description={text('field.agreedRateHelp')}
          inputMode="decimal"
          value={rate}
          error={unreadable ? text('facts.rateUnreadable') : undefined}
          onChange={(event) => setRate(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
