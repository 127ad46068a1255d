import { HandoverDialog } from './handover-dialog.tsx'
import { useHandover } from './use-handover.ts'

/** The red flag's dialog with its server. */
export default function HandoverFlow({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const handover = useHandover(invoiceId, onClose)
  return <HandoverDialog {...handover} onClose={onClose} />
}
