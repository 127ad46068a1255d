// The yellow triangle with its server: asks what the next letter would be, and writes it.

import { useQuery } from '@tanstack/react-query'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { openPdf } from '../api/open-pdf.ts'
import type { DialogRow } from '../invoices/row-dialogs.tsx'
import { DunDialog } from './dun-dialog.tsx'
import { nextLetterOf } from './dunning-from-api.ts'
import { invoiceDunningQuery } from './invoice-dunning-query.ts'

const STALE = ['invoices', 'invoice', 'invoice-dunning', 'invoice-counts', 'notices', 'dunning-preview', 'overview']

export function DunFlow({ row, onClose }: { row: DialogRow; onClose: () => void }) {
  const text = useDunningText()
  const told = useQuery(invoiceDunningQuery(row.id))
  const asking = useTold(told.error)
  const write = useAct(
    (early: boolean) =>
      answer(
        api.POST('/api/v1/invoices/{id}/notice', {
          params: { path: { id: row.id } },
          body: { early, version: row.version },
        }),
      ),
    STALE,
    ({ number }) => {
      toast({ text: text('dun.written', { number }) })
      onClose()
    },
  )
  const letter = told.data === undefined ? undefined : nextLetterOf(told.data, row.open)
  const look = useAct(
    (level: number) =>
      openPdf(api.POST('/api/v1/notices/letter-preview', { body: { invoiceId: row.id, level }, parseAs: 'blob' })),
    [],
  )
  const early = told.data !== undefined && told.data.due === null
  return (
    <DunDialog
      invoiceId={row.id}
      debtorId={row.debtorId}
      debtorName={row.debtorName}
      number={row.number}
      letter={letter}
      looking={look.busy}
      onLook={() => letter !== undefined && 'level' in letter && look.run(letter.level)}
      busy={write.busy}
      trouble={write.trouble ?? look.trouble ?? asking}
      onDun={() => write.run(early)}
      onClose={onClose}
    />
  )
}
