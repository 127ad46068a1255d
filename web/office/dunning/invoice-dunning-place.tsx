// The section on the invoice's page, with its server. It waits for nobody: the page stands without it.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { ErrorState, LoadingState, Sheet } from '../../ui/index.ts'
import { useMe } from '../api/me.ts'
import { dayOf } from '../api/money.ts'
import { invoiceDunningOf } from './dunning-from-api.ts'
import { useHoldActs } from './hold-acts.ts'
import { HoldDialog } from './hold-dialog.tsx'
import { InvoiceDunning } from './invoice-dunning.tsx'
import { invoiceDunningQuery } from './invoice-dunning-query.ts'

type Props = {
  readonly id: string
  readonly debtorId: string
  readonly debtorName: string
  readonly level: number
  readonly over: boolean
}

export default function InvoiceDunningPlace({ id, debtorId, debtorName, level, over }: Props) {
  const text = useDunningText()
  const me = useMe()
  const [setting, setSetting] = useState(false)
  const acts = useHoldActs(() => setSetting(false))
  const told = useQuery(invoiceDunningQuery(id))
  const trouble = useTold(told.error)
  if (told.data === undefined)
    return (
      <Sheet title={text('invoice.title')}>
        {trouble === undefined ? (
          <LoadingState lines={3} />
        ) : (
          <ErrorState trouble={trouble} onRetry={() => void told.refetch()} />
        )}
      </Sheet>
    )
  const held = told.data.why?.kind === 'debtor_hold'
  return (
    <>
      <InvoiceDunning
        view={invoiceDunningOf({ invoiceId: id, debtorId, level }, told.data)}
        onHold={me.may('invoices.write') && !held && !over ? () => setSetting(true) : undefined}
      />
      {setting ? (
        <HoldDialog
          debtorName={debtorName}
          today={dayOf(me.today)}
          busy={acts.set.busy}
          trouble={acts.set.trouble}
          onSave={(hold) => acts.set.run({ debtorId, debtorName, hold })}
          onClose={() => setSetting(false)}
        />
      ) : null}
    </>
  )
}
