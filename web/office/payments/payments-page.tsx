// Zahlungen: everything that came, straight or through a partner, and what the partner knows of it.

import { useMemo } from 'react'
import { type Format, type Text, useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  type Column,
  DataTable,
  Day,
  EmptyState,
  ErrorState,
  Fill,
  Link,
  type More,
  Note,
  PageHead,
  StatusTag,
  SumBar,
  Tabs,
  type Trouble,
  ViewMenu,
  useNavigation,
  useTableView,
} from '../../ui/index.ts'
import styles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'
import { type PaymentLine, reportWords } from './payment-line.ts'

export const PAYMENT_VIEWS = ['alle', 'direkt', 'partner', 'nicht-gemeldet'] as const
export type PaymentView = (typeof PAYMENT_VIEWS)[number]

export type PaymentsPageProps = {
  readonly view: PaymentView
  readonly rows: readonly PaymentLine[]
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly more?: More | undefined
  readonly unreported: number
  readonly onRetry: () => void
}

export function PaymentsPage(props: PaymentsPageProps) {
  const { view, rows, unreported, trouble } = props
  const text = useText()
  const format = useFormat()
  const { go } = useNavigation()
  const columns = useMemo(() => paymentColumns(text, format), [text, format])
  const table = useTableView('payments', columns)
  const tabs = PAYMENT_VIEWS.map((id) => ({
    id,
    label: text(`payments.view.${id}`),
    href: `${paths.payments}?ansicht=${id}`,
    count: id === 'nicht-gemeldet' && unreported > 0 ? unreported : undefined,
  }))
  return (
    <Fill>
      <PageHead
        title={text('payments.title')}
        lead={text('payments.lead')}
        actions={<ViewMenu columns={columns} view={table.view} change={table.change} />}
      />
      <Tabs tabs={tabs} current={view} label={text('payments.views')} />
      {unreported > 0 && view !== 'nicht-gemeldet' ? (
        <div className={styles.above}>
          <Note tone="warn">
            {text.count('payments.unreported', unreported)}{' '}
            <Link href={`${paths.payments}?ansicht=nicht-gemeldet`}>{text('payments.lookUnreported')}</Link>
          </Note>
        </div>
      ) : null}
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={props.onRetry} />
      ) : (
        <DataTable
          caption={text('payments.title')}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => `${row.debtorName}, ${row.invoiceNumber}`}
          columns={table.visible}
          density={table.view.density}
          onOpen={(row) => go(row.caseId === undefined ? paths.invoice(row.invoiceId) : paths.case(row.caseId))}
          more={props.more}
          loading={props.loading}
          empty={<EmptyState title={text(`payments.empty.${view}`)}>{text('payments.emptyWords')}</EmptyState>}
          foot={
            <SumBar>
              <span>{text.count('payments.loaded', rows.length)}</span>
            </SumBar>
          }
        />
      )}
    </Fill>
  )
}

function paymentColumns(text: Text, format: Format): readonly Column<PaymentLine>[] {
  return [
    {
      id: 'debtor',
      head: text('invoices.debtor'),
      width: 180,
      grow: true,
      fixed: true,
      card: 'who',
      cell: (row) => (
        <Link className={styles.name} href={paths.invoice(row.invoiceId)} tabIndex={-1}>
          {row.debtorName}
        </Link>
      ),
    },
    {
      id: 'invoice',
      head: text('invoices.number'),
      width: 130,
      card: 'detail',
      cell: (row) => <span className="muted code">{row.invoiceNumber}</span>,
    },
    { id: 'on', head: text('payments.on'), width: 110, card: 'detail', cell: (row) => <Day of={row.on} /> },
    {
      id: 'where',
      head: text('payments.where'),
      width: 200,
      card: 'next',
      cell: (row) =>
        row.partner === undefined ? text(`method.${row.method}`) : text('payment.atPartner', { partner: row.partner }),
    },
    {
      id: 'amount',
      head: text('invoices.amount'),
      width: 120,
      end: true,
      card: 'amount',
      cell: (row) =>
        row.reversed ? <s className="faint fixed">{format.money(row.amount)}</s> : <Amount of={row.amount} strong />,
    },
    {
      id: 'report',
      head: text('payments.report'),
      width: 260,
      card: 'status',
      cell: (row) => <ReportCell row={row} />,
    },
    { id: 'note', head: text('payment.note'), width: 180, shown: false, card: 'none', cell: (row) => row.note ?? '' },
  ]
}

function ReportCell({ row }: { row: PaymentLine }) {
  const { label, tone } = reportWords(row, useText(), useFormat())
  return (
    <span data-tip={row.lastError}>
      <StatusTag tone={tone}>{label}</StatusTag>
    </span>
  )
}
