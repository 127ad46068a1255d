// Rechnungen: what is open, how old, and what comes next.

import type { Money } from '@mahnwerk/core/money'
import { IconLink, IconPlus, IconUpload } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  Fill,
  type Filter,
  FilterChips,
  Link,
  type More,
  PageHead,
  type RowKey,
  type Sort,
  SumBar,
  Tabs,
  type Trouble,
  ViewMenu,
  toast,
  useNavigation,
  useTableView,
} from '../../ui/index.ts'
import { INVOICE_VIEWS, type InvoiceView, paths } from '../paths.ts'
import type { RowActions } from './invoice-cells.tsx'
import type { InvoiceRow } from './invoice-row.ts'
import { invoiceColumns } from './list-columns.tsx'
import { invoiceFilterFields } from './list-filters.ts'

export type InvoiceListProps = {
  readonly view: InvoiceView
  readonly counts: Readonly<Partial<Record<InvoiceView, number>>>
  /** The sub-tab "Inkasso" exists only while a connection is active. */
  readonly collection: boolean
  readonly rows: readonly InvoiceRow[]
  readonly total?: { readonly count: number; readonly open: Money } | undefined
  readonly sort: Sort | undefined
  readonly filters: readonly Filter[]
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly more?: More | undefined
  readonly mayImport: boolean
  readonly mayWrite: boolean
  readonly actions: RowActions
  readonly onSort: (sort: Sort) => void
  readonly onFilters: (filters: readonly Filter[]) => void
  readonly onRetry: () => void
  /** Dialogs that belong to a row. */
  readonly overlay?: ReactNode
}

export function InvoiceListPage(props: InvoiceListProps) {
  const { view, counts, filters, actions, trouble } = props
  const text = useText()
  const format = useFormat()
  const columns = useMemo(() => invoiceColumns(text, view, actions), [text, view, actions])
  const fields = useMemo(() => invoiceFilterFields(text, format), [text, format])
  const table = useTableView(`invoices.${view === 'ueberfaellig' ? 'overdue' : 'all'}`, columns)
  const tabs = INVOICE_VIEWS.filter((id) => id !== 'inkasso' || props.collection).map((id) => ({
    id,
    label: text(`invoices.view.${id}`),
    href: paths.invoices(id),
    count: counts[id],
  }))
  const tools = (
    <>
      <Button
        kind="quiet"
        small
        icon={<IconLink aria-hidden />}
        onClick={() => copyAddress(text('invoices.linkCopied'), text('invoices.linkNotCopied'))}
      >
        {text('invoices.copyLink')}
      </Button>
      <ViewMenu columns={columns} view={table.view} change={table.change} />
    </>
  )
  return (
    <Fill>
      <PageHead title={text('invoices.title')} actions={<HeadActions {...props} />} />
      <Tabs tabs={tabs} current={view} label={text('invoices.views')} />
      <FilterChips fields={fields} filters={filters} onChange={props.onFilters} end={tools} />
      {trouble === undefined ? (
        <List {...props} columns={table.visible} density={table.view.density} />
      ) : (
        <ErrorState trouble={trouble} onRetry={props.onRetry} />
      )}
      {props.overlay}
    </Fill>
  )
}

function HeadActions({ mayImport, mayWrite }: InvoiceListProps) {
  const text = useText()
  return (
    <>
      {mayImport ? (
        <Button icon={<IconUpload aria-hidden />} href={paths.invoiceImport}>
          {text('invoices.import')}
        </Button>
      ) : null}
      {mayWrite ? (
        <Button kind="primary" icon={<IconPlus aria-hidden />} href={paths.invoiceNew}>
          {text('invoices.new')}
        </Button>
      ) : null}
    </>
  )
}

type ListProps = InvoiceListProps & {
  readonly columns: ReturnType<typeof invoiceColumns>
  readonly density: 'roomy' | 'dense'
}

function List(props: ListProps) {
  const { rows, total, actions, view } = props
  const text = useText()
  const { go } = useNavigation()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const selection = useMemo(() => ({ ids: ticked, change: setTicked }), [ticked])
  const keys = useMemo(() => rowKeys(actions, go, text('claim.create'), text('payment.receive')), [actions, go, text])
  return (
    <DataTable
      caption={text('invoices.caption', { view: text(`invoices.view.${view}`) })}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => `${row.debtorName}, ${row.number}`}
      columns={props.columns}
      density={props.density}
      sort={props.sort}
      onSort={props.onSort}
      selection={selection}
      onOpen={(row) => go(paths.invoice(row.id))}
      keys={keys}
      more={props.more}
      total={total?.count}
      loading={props.loading}
      empty={<NoInvoices {...props} />}
      foot={<Foot rows={rows} total={total} ticked={ticked} view={view} />}
    />
  )
}

function rowKeys(
  actions: RowActions,
  go: (href: string) => void,
  claim: string,
  payment: string,
): readonly RowKey<InvoiceRow>[] {
  const { onPayment } = actions
  const forderung: RowKey<InvoiceRow> = {
    key: 'f',
    does: claim,
    run: (row) => go(row.caseId === undefined ? paths.handover(row.id) : paths.case(row.caseId)),
  }
  return onPayment === undefined ? [forderung] : [forderung, { key: 'z', does: payment, run: onPayment }]
}

function Foot({
  rows,
  total,
  ticked,
  view,
}: {
  rows: readonly InvoiceRow[]
  total: InvoiceListProps['total']
  ticked: ReadonlySet<string>
  view: InvoiceView
}) {
  const text = useText()
  const { number } = useFormat()
  const chosen = rows.filter((row) => ticked.has(row.id))
  const ready = chosen.filter((row) => row.readiness.kind === 'ready').length
  const missing = chosen.filter((row) => row.readiness.kind === 'missing').length
  const end =
    chosen.length === 0 ? (
      view === 'ueberfaellig' ? (
        <Link href={paths.dunningHelp}>{text('invoices.howDunning')}</Link>
      ) : undefined
    ) : (
      <>
        <span>
          {text.count('invoices.selected', chosen.length)}{' '}
          <b>
            <Amount of={sumOf(chosen)} />
          </b>
        </span>
        <span>{text('invoices.selectedReady', { ready: number(ready), missing: number(missing) })}</span>
      </>
    )
  return (
    <SumBar end={end}>
      <span>
        {total === undefined ? (
          <b>{number(rows.length)}</b>
        ) : (
          <>
            <b>{number(rows.length)}</b> {text.count('invoices.ofAll', total.count)}
          </>
        )}
      </span>
      {total === undefined ? null : (
        <span>
          {text('invoices.openSum')}{' '}
          <b>
            <Amount of={total.open} />
          </b>
        </span>
      )}
    </SumBar>
  )
}

function sumOf(rows: readonly InvoiceRow[]): Money {
  const [first] = rows
  if (first === undefined) throw new Error('a sum needs at least one row')
  // The list holds one currency; the API filters by it.
  return rows
    .slice(1)
    .reduce((total, row) => ({ ...total, amount: (total.amount + row.open.amount) as Money['amount'] }), first.open)
}

function NoInvoices({ view, filters, onFilters, mayImport, mayWrite }: InvoiceListProps) {
  const text = useText()
  if (filters.length > 0) {
    return (
      <EmptyState
        title={text('invoices.empty.filtered')}
        actions={<Button onClick={() => onFilters([])}>{text('ui.filter.clear')}</Button>}
      >
        {text('invoices.empty.filteredWords')}
      </EmptyState>
    )
  }
  const begin = view === 'alle' || view === 'offen'
  return (
    <EmptyState
      title={text(`invoices.empty.${view}`)}
      actions={
        begin && (mayImport || mayWrite) ? (
          <Button kind="primary" href={mayImport ? paths.invoiceImport : paths.invoiceNew}>
            {text(mayImport ? 'invoices.import' : 'invoices.new')}
          </Button>
        ) : undefined
      }
    >
      {text(`invoices.emptyWords.${view}`)}
    </EmptyState>
  )
}

function copyAddress(done: string, failed: string): void {
  navigator.clipboard.writeText(location.href).then(
    () => toast({ text: done }),
    () => toast({ text: failed, tone: 'warn' }),
  )
}
