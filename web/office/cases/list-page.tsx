// Fälle: everything that lies with partners, what they ask, and how it ended.

import type { Case } from '@mahnwerk/core/cases'
import type { Money } from '@mahnwerk/core/money'
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
  PageHead,
  StatusTag,
  SumBar,
  Tabs,
  type Tone,
  type Trouble,
  Button,
  ViewMenu,
  useNavigation,
  useTableView,
} from '../../ui/index.ts'
import styles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'
import { stageWords } from '../words/index.ts'
import { CASE_VIEWS, type CaseRow, type CaseView } from './case-row.ts'

export type CaseListProps = {
  readonly view: CaseView
  readonly rows: readonly CaseRow[]
  readonly total?: { readonly count: number; readonly open: Money } | undefined
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly more?: More | undefined
  readonly onRetry: () => void
}

export function CaseListPage(props: CaseListProps) {
  const { view, rows, total, trouble } = props
  const text = useText()
  const format = useFormat()
  const { go } = useNavigation()
  const columns = useMemo(() => caseColumns(text, format), [text, format])
  const table = useTableView('cases', columns)
  const tabs = CASE_VIEWS.map((id) => ({
    id,
    label: text(`cases.view.${id}`),
    href: `${paths.cases}?ansicht=${id}`,
    count: id === view ? total?.count : undefined,
  }))
  return (
    <Fill>
      <PageHead
        title={text('cases.title')}
        lead={text('cases.lead')}
        actions={<ViewMenu columns={columns} view={table.view} change={table.change} />}
      />
      <Tabs tabs={tabs} current={view} label={text('cases.views')} />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={props.onRetry} />
      ) : (
        <DataTable
          caption={text('cases.title')}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => `${row.debtorName}, ${row.number}`}
          columns={table.visible}
          density={table.view.density}
          onOpen={(row) => go(paths.case(row.id))}
          more={props.more}
          total={total?.count}
          loading={props.loading}
          empty={
            <EmptyState
              title={text(`cases.empty.${view}`)}
              actions={
                view === 'aktiv' ? (
                  <Button href={paths.invoices('ueberfaellig')}>{text('cases.toOverdue')}</Button>
                ) : undefined
              }
            >
              {text(`cases.emptyWords.${view}`)}
            </EmptyState>
          }
          foot={
            total === undefined ? undefined : (
              <SumBar>
                <span>
                  <b>{format.number(rows.length)}</b> {text.count('cases.ofAll', total.count)}
                </span>
                <span>
                  {text('invoices.openSum')}{' '}
                  <b>
                    <Amount of={total.open} />
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

function caseColumns(text: Text, format: Format): readonly Column<CaseRow>[] {
  return [
    {
      id: 'debtor',
      head: text('invoices.debtor'),
      width: 170,
      grow: true,
      fixed: true,
      card: 'who',
      cell: (row) => (
        <Link className={styles.name} href={paths.case(row.id)} tabIndex={-1} title={row.debtorName}>
          {row.debtorName}
        </Link>
      ),
    },
    {
      id: 'number',
      head: text('cases.number'),
      width: 106,
      card: 'detail',
      cell: (row) => <span className="muted code">{row.number}</span>,
    },
    {
      id: 'invoice',
      head: text('invoices.number'),
      width: 122,
      card: 'detail',
      cell: (row) => <span className="muted code">{row.invoiceNumber}</span>,
    },
    {
      id: 'partner',
      head: text('invoices.partner'),
      width: 126,
      card: 'detail',
      cell: (row) => <span className="muted">{row.partner}</span>,
    },
    {
      id: 'fileNumber',
      head: text('cases.fileNumber'),
      width: 104,
      card: 'detail',
      cell: (row) => <span className="muted code">{row.partnerCaseNumber ?? '–'}</span>,
    },
    {
      id: 'opened',
      head: text('cases.opened'),
      width: 104,
      shown: false,
      card: 'none',
      cell: (row) => <Day of={row.openedOn} />,
    },
    {
      id: 'open',
      head: text('invoices.open'),
      width: 108,
      end: true,
      card: 'amount',
      cell: (row) => <Amount of={row.open} strong />,
    },
    {
      id: 'total',
      head: text('cases.total'),
      width: 108,
      end: true,
      shown: false,
      card: 'none',
      cell: (row) => <Amount of={row.total} />,
    },
    { id: 'stage', head: text('cases.stage'), width: 204, card: 'status', cell: (row) => <StageTag row={row} /> },
    {
      id: 'next',
      head: text('invoices.nextStep'),
      width: 180,
      card: 'next',
      cell: (row) => nextWords(row, text, format),
    },
  ]
}

const TONES: Readonly<Record<Case['processing']['kind'], Tone>> = {
  sent: 'away',
  received: 'away',
  accepted: 'away',
  paused: 'neutral',
  rejected: 'stop',
  ended: 'neutral',
}

function StageTag({ row }: { row: CaseRow }) {
  const text = useText()
  if (row.payment === 'full' || row.payment === 'overpaid')
    return <StatusTag tone="good">{text('status.paid')}</StatusTag>
  const label = row.processing === 'accepted' ? stageWords(row.stage, text) : text(`processing.${row.processing}`)
  return <StatusTag tone={TONES[row.processing]}>{label}</StatusTag>
}

function nextWords(row: CaseRow, text: Text, format: Format): string {
  if (row.questionsOpen > 0) return text.count('cases.questions', row.questionsOpen)
  if (!row.active) return '–'
  return row.nextStepOn === undefined
    ? text('next.waits', { partner: row.partner })
    : text('next.waitsUntil', { partner: row.partner, day: format.dayShort(row.nextStepOn) })
}
