// Forderung anlegen: the overview before anything leaves, and the second confirmation that it is.

import { IconFlag3 } from '@tabler/icons-react'
import { useFormat, useText } from '../../texts/index.ts'
import { ActionRow, Button, Columns, ErrorState, LoadingState, Note, PageHead, Sheet, Stack } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { WhatHappens, WhatLeaves, WhoPays, useWaiting } from './handover-sheets.tsx'
import type { HandoverProps, HandoverView } from './handover-view.ts'

export function HandoverPage(props: HandoverProps) {
  const { view, trouble, onRetry } = props
  const text = useText()
  if (view !== undefined) return <Overview {...props} view={view} />
  return (
    <>
      <PageHead title={text('claim.create')} />
      <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
    </>
  )
}

function Overview(props: HandoverProps & { readonly view: HandoverView }) {
  const { view, busy, trouble, onConfirm } = props
  const text = useText()
  const { money } = useFormat()
  const waiting = useWaiting(props)
  return (
    <>
      <PageHead
        crumbs={[
          { label: text('invoices.title'), href: paths.invoices() },
          { label: text('invoices.view.ueberfaellig'), href: paths.invoices('ueberfaellig') },
          { label: view.invoiceNumber, href: paths.invoice(view.invoiceId) },
        ]}
        title={text('claim.create')}
        lead={text('handover.lead', { debtor: view.debtorName, sum: money(view.total), partner: view.partner.name })}
      />
      <Columns>
        <WhatLeaves {...props} />
        <Stack>
          <WhatHappens view={view} />
          <WhoPays view={view} />
          {trouble === undefined ? null : (
            <Note tone="stop" urgent>
              <b>{trouble.title}.</b> {trouble.detail}
            </Note>
          )}
          <ActionRow hint={waiting}>
            <Button kind="quiet" href={paths.invoice(view.invoiceId)}>
              {text('ui.cancel')}
            </Button>
            <Button kind="primary" icon={<IconFlag3 aria-hidden />} busy={busy} reason={waiting} onClick={onConfirm}>
              {text('claim.create')}
            </Button>
          </ActionRow>
        </Stack>
      </Columns>
    </>
  )
}
