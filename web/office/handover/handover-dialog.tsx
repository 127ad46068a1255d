// The red flag: the same overview in a window, sent with "Senden".

import { IconSend } from '@tabler/icons-react'
import { useFormat, useText } from '../../texts/index.ts'
import { Button, Dialog, ErrorState, LoadingState, Note, Stack } from '../../ui/index.ts'
import styles from './handover.module.css'
import { WhatHappens, WhatLeaves, WhoPays, useWaiting } from './handover-sheets.tsx'
import type { HandoverProps, HandoverView } from './handover-view.ts'

type Props = HandoverProps & { readonly onClose: () => void }

export function HandoverDialog(props: Props) {
  const { view, trouble, onClose, onRetry } = props
  const text = useText()
  if (view !== undefined) return <Loaded {...props} view={view} />
  return (
    <Dialog open wide onClose={onClose} title={text('handover.order')}>
      {trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}
    </Dialog>
  )
}

function Loaded(props: Props & { readonly view: HandoverView }) {
  const { view, busy, trouble, onClose, onConfirm } = props
  const text = useText()
  const { money } = useFormat()
  const waiting = useWaiting(props)
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text('handover.orderTo', { partner: view.partner.name })}
      lead={text('handover.lead', { debtor: view.debtorName, sum: money(view.total), partner: view.partner.name })}
      hint={waiting}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button kind="primary" icon={<IconSend aria-hidden />} busy={busy} reason={waiting} onClick={onConfirm}>
            {text('handover.send')}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble === undefined ? null : (
          <Note tone="stop" urgent>
            <b>{trouble.title}.</b> {trouble.detail}
          </Note>
        )}
        <div className={styles.dialog}>
          <WhatLeaves {...props} />
          <Stack>
            <WhatHappens view={view} />
            <WhoPays view={view} />
          </Stack>
        </div>
      </Stack>
    </Dialog>
  )
}
