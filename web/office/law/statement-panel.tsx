import { useState } from 'react'
import { useLawText } from '../../texts/law/law-text.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { FactsDialog } from './facts-dialog.tsx'
import { StatementSheet } from './statement-sheet.tsx'
import type { InvoiceFactsView } from './statement-view.ts'
import { type Of, useStatement } from './use-statement.ts'

/** The statement of an invoice or a case, and what is known about it. Fetched with the first page that shows it. */
export default function StatementPanel(of: Of) {
  const text = useLawText()
  const me = useMe()
  const { invoiceId, ...asked } = useStatement(of)
  const [asking, setAsking] = useState(false)
  const save = useAct(
    (facts: InvoiceFactsView) =>
      answer(
        api.PATCH('/api/v1/invoices/{id}/facts', {
          params: { path: { id: invoiceId ?? '' } },
          body: {
            dueAgreed: facts.dueAgreed ?? null,
            receivedOn: facts.receivedOn ?? null,
            contractOn: facts.contractOn ?? null,
            agreedRate: facts.agreedRate ?? null,
          },
        }),
      ),
    ['invoice', 'case'],
    () => {
      setAsking(false)
      toast({ text: text('facts.saved') })
    },
  )
  const may = invoiceId !== undefined && me.may('invoices.write')
  return (
    <>
      <StatementSheet {...asked} onFacts={may ? () => setAsking(true) : undefined} />
      {asking && asked.view !== undefined ? (
        <FactsDialog
          facts={asked.view.facts}
          busy={save.busy}
          trouble={save.trouble}
          onSave={save.run}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
