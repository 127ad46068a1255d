// Vorschläge: claims that are ripe for collection by the account's threshold, each with its reason in figures.

import { useMemo, type ReactNode } from 'react'
import { type DunningText, useDunningText } from '../../texts/dunning/dunning-text.ts'
import { type Format, type Text, useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Fill,
  Link,
  type More,
  PageHead,
  SumBar,
  type Trouble,
  useNavigation,
} from '../../ui/index.ts'
import { ActionsCell, type RowActions, StatusCell } from '../invoices/invoice-cells.tsx'
import invoiceStyles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'
import type { SuggestionView } from './dunning-view.ts'
import { DunningTabs } from './dunning-tabs.tsx'
import { levelWords } from './dunning-words.ts'

export type SuggestionsPageProps = {
  readonly rows: readonly SuggestionView[]
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly more?: More | undefined
  readonly actions: RowActions
  readonly maySet: boolean
  readonly onRetry: () => void
  readonly overlay?: ReactNode
}

export function SuggestionsPage(props: SuggestionsPageProps) {
  const { rows, trouble, actions, maySet } = props
  const text = useDunningText()
  const common = useText()
  const format = useFormat()
  const { go } = useNavigation()
  const held = rows.some(({ against }) => against.length > 0)
  const columns = useMemo(
    () => suggestionColumns(text, common, format, actions).filter(({ id }) => held || id !== 'against'),
    [text, common, format, actions, held],
  )
  const threshold = maySet ? (
    <Button href={paths.settings('inkasso')}>{text('suggestions.threshold')}</Button>
  ) : undefined
  return (
    <Fill>
      <PageHead title={text('title')} lead={text('suggestions.lead')} actions={threshold} />
      <DunningTabs current="vorschlaege" />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={props.onRetry} />
      ) : (
        <DataTable
          caption={text('suggestions.title')}
          rows={rows}
          rowId={({ invoice }) => invoice.id}
          rowName={({ invoice }) => `${invoice.debtorName}, ${invoice.number}`}
          columns={columns}
          onOpen={({ invoice }) => go(paths.invoice(invoice.id))}
          more={props.more}
          loading={props.loading}
          empty={
            <EmptyState title={text('suggestions.empty')} actions={threshold}>
              {text('suggestions.emptyWords')}
            </EmptyState>
          }
          foot={
            <SumBar end={<Link href={paths.dunningHelp}>{text('howItWorks')}</Link>}>
              <span>{text.count('suggestions.loaded', rows.length)}</span>
            </SumBar>
          }
        />
      )}
      {props.overlay}
    </Fill>
  )
}

function suggestionColumns(
  text: DunningText,
  common: Text,
  format: Format,
  actions: RowActions,
): readonly Column<SuggestionView>[] {
  return [
    {
      id: 'debtor',
      head: common('invoices.debtor'),
      width: 150,
      grow: true,
      fixed: true,
      card: 'who',
      cell: ({ invoice }) => (
        <Link className={invoiceStyles.name} href={paths.invoice(invoice.id)} tabIndex={-1} title={invoice.debtorName}>
          {invoice.debtorName}
        </Link>
      ),
    },
    {
      id: 'number',
      head: common('invoices.number'),
      width: 134,
      card: 'detail',
      cell: ({ invoice }) => <span className="muted code">{invoice.number}</span>,
    },
    {
      id: 'open',
      head: common('invoices.open'),
      width: 104,
      end: true,
      card: 'amount',
      cell: ({ invoice }) => <Amount of={invoice.open} strong />,
    },
    {
      id: 'reason',
      head: text('suggestions.reason'),
      width: 330,
      card: 'next',
      cell: ({ reason }) =>
        text.count('suggestions.because', reason.daysOverdue, {
          level: levelWords(reason.level, text, reason.last),
          open: format.money(reason.open),
        }),
    },
    {
      id: 'against',
      head: text('suggestions.against'),
      width: 210,
      card: 'detail',
      cell: ({ against: [first] }) =>
        first === undefined ? text('suggestions.nothing') : <span title={first.detail}>{first.title}</span>,
    },
    {
      id: 'status',
      head: common('invoices.status'),
      width: 160,
      card: 'status',
      cell: ({ invoice }) => <StatusCell row={invoice} onMark={actions.onMark} />,
    },
    {
      id: 'actions',
      head: common('invoices.functions'),
      width: 270,
      fixed: true,
      card: 'actions',
      cell: ({ invoice }) => <ActionsCell row={invoice} actions={actions} roomy />,
    },
  ]
}
