// Further acts on an invoice: those possible now, the others with the reason why not.

import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../texts/index.ts'
import { ActList, Button, Dialog, Flyout, LongTextField } from '../../ui/index.ts'
import styles from './invoices.module.css'
import type { StateActs } from './state-acts.ts'

/** An act of the API; `reason` where it is not possible now. */
export type PossibleAct = { readonly action: string; readonly reason?: string | undefined }

type Asking = 'write_off' | 'waive_charges' | 'cancel'

const WORDS = {
  write_off: { label: 'state.writeOff', lead: 'state.writeOffLead' },
  waive_charges: { label: 'state.waiveCharges', lead: 'state.waiveChargesLead' },
  cancel: { label: 'state.cancel', lead: 'state.cancelLead' },
} as const

export function StateMenu({ actions, acts }: { actions: readonly PossibleAct[]; acts: StateActs }) {
  const text = useText()
  const [asking, setAsking] = useState<Asking>()
  const offers = [
    { id: 'write_off', label: text('state.writeOff'), run: () => setAsking('write_off') },
    { id: 'undo_write_off', label: text('state.undoWriteOff'), run: () => acts.undoWriteOff.run(undefined) },
    { id: 'waive_charges', label: text('state.waiveCharges'), run: () => setAsking('waive_charges') },
    { id: 'cancel', label: text('state.cancel'), run: () => setAsking('cancel') },
  ].map((offer) => ({ ...offer, reason: actions.find(({ action }) => action === offer.id)?.reason }))
  return (
    <>
      <Flyout
        label={text('state.more')}
        align="end"
        renderOpener={(opener) => (
          <button
            type="button"
            className={styles.moreButton}
            aria-label={text('state.more')}
            data-tip={text('state.more')}
            {...opener}
          >
            <IconDots aria-hidden />
          </button>
        )}
      >
        {(close) => <ActList acts={offers} done={close} />}
      </Flyout>
      {asking === undefined ? null : <ReasonDialog asking={asking} acts={acts} onClose={() => setAsking(undefined)} />}
    </>
  )
}

function ReasonDialog({ asking, acts, onClose }: { asking: Asking; acts: StateActs; onClose: () => void }) {
  const text = useText()
  const [reason, setReason] = useState('')
  const act = { write_off: acts.writeOff, waive_charges: acts.waiveCharges, cancel: acts.cancel }[asking]
  const label = text(WORDS[asking].label)
  const save = (): void => {
    act.run(reason.trim())
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={save}
      title={label}
      lead={text(WORDS[asking].lead)}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button kind={asking === 'cancel' ? 'stop' : 'primary'} type="submit">
            {label}
          </Button>
        </>
      }
    >
      <LongTextField
        label={text('state.reason')}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
