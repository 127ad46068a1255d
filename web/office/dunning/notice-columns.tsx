import type { DunningText } from '../../texts/dunning/dunning-text.ts'
import type { Text } from '../../texts/index.ts'
import { Amount, type Column, Day, type FilterField, Link, StatusTag } from '../../ui/index.ts'
import { ActionsCell, type RowActions, StatusCell } from '../invoices/invoice-cells.tsx'
import invoiceStyles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'
import { levelWords, stateWords } from './dunning-words.ts'
import { NOTICE_STATES, type NoticeRow, type NoticeState } from './dunning-view.ts'

/** Status and functions are the invoice list's own cells, so that both lists show and do the same. */
export function noticeColumns(text: DunningText, common: Text, actions: RowActions): readonly Column<NoticeRow>[] {
  return [
    {
      id: 'debtor',
      head: common('invoices.debtor'),
      width: 132,
      sortable: true,
      grow: true,
      fixed: true,
      card: 'who',
      cell: (row) => <Debtor row={row} text={text} />,
    },
    {
      id: 'number',
      head: text('column.number'),
      width: 112,
      sortable: true,
      card: 'detail',
      cell: (row) => (
        <Link
          className="code"
          href={row.href}
          target="_blank"
          rel="noreferrer"
          tabIndex={-1}
          title={text('openLetterOf', { number: row.number })}
        >
          {row.number}
        </Link>
      ),
    },
    {
      id: 'level',
      head: text('column.level'),
      width: 156,
      sortable: true,
      card: 'detail',
      cell: (row) => levelWords(row.level, text, row.last),
    },
    {
      id: 'day',
      head: text('column.day'),
      width: 96,
      sortable: true,
      card: 'detail',
      cell: (row) => (
        <span className="muted">
          <Day of={row.day} />
        </span>
      ),
    },
    {
      id: 'payBy',
      head: text('column.payBy'),
      width: 96,
      sortable: true,
      card: 'detail',
      cell: (row) => <Day of={row.payBy} />,
    },
    {
      id: 'asked',
      head: text('column.asked'),
      width: 96,
      sortable: true,
      end: true,
      card: 'amount',
      cell: (row) => <Amount of={row.asked} strong />,
    },
    {
      id: 'fee',
      head: text('column.fee'),
      width: 108,
      sortable: true,
      end: true,
      shown: false,
      card: 'none',
      cell: (row) => <Amount of={row.fee} />,
    },
    {
      id: 'channel',
      head: text('column.channel'),
      width: 130,
      sortable: true,
      shown: false,
      card: 'none',
      cell: (row) => text(`channel.${row.channel}`),
    },
    {
      id: 'state',
      head: text('column.state'),
      width: 146,
      sortable: true,
      card: 'detail',
      cell: (row) => <State state={row.state} text={text} />,
    },
    {
      id: 'status',
      head: text('column.status'),
      width: 144,
      card: 'status',
      cell: (row) => (row.invoice === undefined ? '–' : <StatusCell row={row.invoice} onMark={actions.onMark} />),
    },
    {
      id: 'actions',
      head: text('column.functions'),
      width: 172,
      fixed: true,
      card: 'actions',
      cell: (row) =>
        row.invoice === undefined ? null : <ActionsCell row={row.invoice} actions={actions} roomy={false} />,
    },
  ]
}

function Debtor({ row, text }: { row: NoticeRow; text: DunningText }) {
  const more = row.items - 1
  const name =
    row.invoice === undefined ? (
      <b>{row.debtorName}</b>
    ) : (
      <Link
        className={invoiceStyles.name}
        href={paths.invoice(row.invoice.id)}
        tabIndex={-1}
        title={`${row.debtorName}, ${row.invoice.number}`}
      >
        {row.debtorName}
      </Link>
    )
  return more > 0 ? (
    <>
      {name} <span className="small faint">{text.count('invoiceCount', row.items)}</span>
    </>
  ) : (
    name
  )
}

function State({ state, text }: { state: NoticeState; text: DunningText }) {
  const { label, tone } = stateWords(state, text)
  return <StatusTag tone={tone}>{label}</StatusTag>
}

/** The value of the filter that is no number. */
export const LAST = 'last'

/** `levels`: those below the last one of some policy. */
export function noticeFilterFields(text: DunningText, levels: readonly number[]): readonly FilterField[] {
  const levelLabel = (value: string): string =>
    value === LAST ? text('level.last') : levelWords(Number(value), text, false)
  return [
    {
      id: 'level',
      label: text('filter.level'),
      kind: 'choice',
      operators: [{ id: 'is', label: '=' }],
      write: levelLabel,
      choices: [...levels.map(String), LAST].map((value) => ({ value, label: levelLabel(value) })),
    },
    {
      id: 'state',
      label: text('filter.state'),
      kind: 'choice',
      operators: [{ id: 'is', label: '=' }],
      write: (value) => text(`state.${NOTICE_STATES.find((known) => known === value) ?? 'written'}`),
      choices: NOTICE_STATES.map((value) => ({ value, label: text(`state.${value}`) })),
    },
  ]
}
