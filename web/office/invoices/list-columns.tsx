import type { Text } from '../../texts/index.ts'
import { Amount, type Column, Day, Link } from '../../ui/index.ts'
import { type InvoiceView, paths } from '../paths.ts'
import { ActionsCell, DaysCell, NextStepCell, type RowActions, StatusCell } from './invoice-cells.tsx'
import styles from './invoices.module.css'
import type { InvoiceRow } from './invoice-row.ts'

/** Columns of the list in a view. The ids are the sort keys of the API. */
export function invoiceColumns(text: Text, view: InvoiceView, actions: RowActions): readonly Column<InvoiceRow>[] {
  const overdue = view === 'ueberfaellig'
  return [
    {
      id: 'debtor',
      head: text('invoices.debtor'),
      width: 132,
      grow: true,
      fixed: true,
      sortable: true,
      card: 'who',
      cell: (row) => (
        <Link className={styles.name} href={paths.invoice(row.id)} tabIndex={-1} title={row.debtorName}>
          {row.debtorName}
        </Link>
      ),
    },
    {
      id: 'number',
      head: text('invoices.number'),
      width: 118,
      sortable: true,
      card: 'detail',
      cell: (row) => <span className="muted code">{row.number}</span>,
    },
    {
      id: 'invoiceDate',
      head: text('invoices.invoiceDate'),
      width: 120,
      sortable: true,
      shown: false,
      card: 'none',
      cell: (row) => (
        <span className="muted">
          <Day of={row.invoiceDate} />
        </span>
      ),
    },
    {
      id: 'dueDate',
      head: text('invoices.dueDate'),
      width: 98,
      sortable: true,
      card: 'detail',
      cell: (row) => (
        <span className="muted">
          <Day of={row.dueDate} />
        </span>
      ),
    },
    {
      id: 'daysOverdue',
      head: text('invoices.days'),
      width: 58,
      end: true,
      sortable: true,
      card: 'detail',
      cell: (row) => <DaysCell row={row} />,
    },
    {
      id: 'amount',
      head: text('invoices.amount'),
      width: 98,
      end: true,
      sortable: true,
      shown: !overdue,
      card: 'none',
      cell: (row) => (
        <span className="muted">
          <Amount of={row.amount} />
        </span>
      ),
    },
    {
      id: 'open',
      head: text('invoices.open'),
      width: 100,
      end: true,
      sortable: true,
      card: 'amount',
      cell: (row) => <Amount of={row.open} strong />,
    },
    {
      id: 'status',
      head: text('invoices.status'),
      width: overdue ? 150 : 168,
      sortable: true,
      card: 'status',
      cell: (row) => <StatusCell row={row} onMark={actions.onMark} />,
    },
    {
      id: 'level',
      head: text('invoices.level'),
      width: 96,
      end: true,
      shown: false,
      card: 'none',
      cell: (row) => (row.dunningLevel === 0 ? '–' : row.dunningLevel),
    },
    {
      id: 'partner',
      head: text('invoices.partner'),
      width: 150,
      shown: false,
      card: 'none',
      cell: (row) => row.partner ?? '–',
    },
    {
      id: 'nextStep',
      head: text('invoices.nextStep'),
      width: 150,
      card: 'next',
      cell: (row) => <NextStepCell row={row} />,
    },
    {
      id: 'actions',
      head: text('invoices.functions'),
      width: overdue ? 270 : 174,
      fixed: true,
      card: 'actions',
      cell: (row) => <ActionsCell row={row} actions={actions} roomy={overdue} />,
    },
  ]
}
