// Kassenbuch: what was paid in cash, with the balance after each entry. What a partner received is not in it, and it says so.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import { useMemo } from 'react'
import { type Text, useText } from '../../texts/index.ts'
import {
  Amount,
  type Column,
  DataTable,
  Day,
  EmptyState,
  ErrorState,
  Fill,
  Link,
  Note,
  PageHead,
  SumBar,
  type Trouble,
} from '../../ui/index.ts'
import styles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'

export type CashBookEntry = {
  readonly id: string
  readonly on: LocalDate
  readonly debtorName: string
  readonly invoiceId: string
  readonly invoiceNumber: string
  readonly amount: Money
  readonly balance: Money
}

export type CashBookProps = {
  readonly entries: readonly CashBookEntry[]
  readonly partner?: string | undefined
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
}

export function CashBookPage({ entries, partner, loading, trouble, onRetry }: CashBookProps) {
  const text = useText()
  const columns = useMemo(() => cashColumns(text), [text])
  const newest = entries[0]
  return (
    <Fill>
      <PageHead title={text('cashBook.title')} lead={text('cashBook.lead')} />
      <div className={styles.above}>
        <Note>
          {partner === undefined ? text('cashBook.noteAny') : text('cashBook.note', { partner })}{' '}
          <Link href={paths.payments}>{text('cashBook.toPayments')}</Link>
        </Note>
      </div>
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={onRetry} />
      ) : (
        <DataTable
          caption={text('cashBook.title')}
          rows={entries}
          rowId={(entry) => entry.id}
          rowName={(entry) => entry.debtorName}
          columns={columns}
          loading={loading}
          empty={<EmptyState title={text('cashBook.empty')}>{text('cashBook.emptyWords')}</EmptyState>}
          foot={
            newest === undefined ? undefined : (
              <SumBar>
                <span>{text.count('cashBook.count', entries.length)}</span>
                <span>
                  {text('cashBook.balance')}{' '}
                  <b>
                    <Amount of={newest.balance} />
                  </b>
                </span>
              </SumBar>
            )
          }
        />
      )}
    </Fill>
  )
}

function cashColumns(text: Text): readonly Column<CashBookEntry>[] {
  return [
    {
      id: 'debtor',
      head: text('invoices.debtor'),
      width: 200,
      grow: true,
      card: 'who',
      cell: (entry) => <b>{entry.debtorName}</b>,
    },
    { id: 'on', head: text('payments.on'), width: 120, card: 'detail', cell: (entry) => <Day of={entry.on} /> },
    {
      id: 'invoice',
      head: text('invoices.number'),
      width: 150,
      card: 'detail',
      cell: (entry) => <Link href={paths.invoice(entry.invoiceId)}>{entry.invoiceNumber}</Link>,
    },
    {
      id: 'amount',
      head: text('invoices.amount'),
      width: 140,
      end: true,
      card: 'amount',
      cell: (entry) => <Amount of={entry.amount} signed strong />,
    },
    {
      id: 'balance',
      head: text('cashBook.balance'),
      width: 140,
      end: true,
      card: 'detail',
      cell: (entry) => <Amount of={entry.balance} />,
    },
  ]
}
