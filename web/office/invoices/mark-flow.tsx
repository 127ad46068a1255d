// Changing what is noted about an invoice, with the way back in the message.

import type { Marker } from '@mahnwerk/core/claims'
import { useText } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf } from '../api/money.ts'
import { MarkDialog } from './mark-dialog.tsx'
import type { DialogRow } from './row-dialogs.tsx'

export const STALE = ['invoices', 'invoice', 'invoice-counts', 'overview', 'tasks']

type Props = { readonly row: DialogRow; readonly onClose: () => void }

export function MarkFlow({ row, onClose }: Props) {
  const text = useText()
  const me = useMe()
  const path = { id: row.id }
  const undo = useAct(
    (version: number) => answer(api.POST('/api/v1/invoices/{id}/marker/undo', { params: { path }, body: { version } })),
    STALE,
    () => toast({ text: text('mark.undone') }),
  )
  const save = useAct(
    (marker: Marker) =>
      answer(api.PATCH('/api/v1/invoices/{id}/marker', { params: { path }, body: { marker, version: row.version } })),
    STALE,
    ({ version }) => {
      toast({
        text: text('mark.saved', { number: row.number }),
        action: { label: text('mark.undo'), run: () => undo.run(version) },
      })
      onClose()
    },
  )
  return (
    <MarkDialog
      debtorName={row.debtorName}
      number={row.number}
      today={dayOf(me.today)}
      busy={save.busy}
      trouble={save.trouble}
      onSave={save.run}
      onClose={onClose}
    />
  )
}
