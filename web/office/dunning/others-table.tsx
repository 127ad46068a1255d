// "Nicht gemahnt": each overdue invoice without a letter, the reason in plain words, and the way to mend it.

import { useMemo } from 'react'
import { type DunningText, useDunningText } from '../../texts/dunning/dunning-text.ts'
import { type Text, useText } from '../../texts/index.ts'
import { Amount, Button, type Column, DataTable, EmptyState, Link, type More, useNavigation } from '../../ui/index.ts'
import invoiceStyles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'
import styles from './dunning.module.css'
import type { OtherView } from './dunning-view.ts'
import { repairOf } from './dunning-words.ts'

type Props = {
  readonly rows: readonly OtherView[]
  readonly more?: More | undefined
  /** Takes back what a person set for the letter; absent where the right is missing. */
  readonly onTakeBack?: ((row: OtherView) => void) | undefined
}

export function OthersTable({ rows, more, onTakeBack }: Props) {
  const text = useDunningText()
  const common = useText()
  const { go } = useNavigation()
  const columns = useMemo(() => otherColumns(text, common, onTakeBack), [text, common, onTakeBack])
  return (
    <DataTable
      caption={text('preview.others')}
      rows={rows}
      rowId={(row) => row.invoiceId}
      rowName={(row) => `${row.debtorName}, ${row.number}`}
      columns={columns}
      onOpen={(row) => go(paths.invoice(row.invoiceId))}
      more={more}
      empty={<EmptyState title={text('preview.othersEmpty')}>{text('preview.othersEmptyWords')}</EmptyState>}
    />
  )
}

function otherColumns(text: DunningText, common: Text, onTakeBack: Props['onTakeBack']): readonly Column<OtherView>[] {
  return [
    {
      id: 'debtor',
      head: common('invoices.debtor'),
      width: 160,
      fixed: true,
      card: 'who',
      cell: (row) => (
        <Link className={invoiceStyles.name} href={paths.invoice(row.invoiceId)} tabIndex={-1} title={row.debtorName}>
          {row.debtorName}
        </Link>
      ),
    },
    {
      id: 'number',
      head: common('invoices.number'),
      width: 124,
      card: 'detail',
      cell: (row) => <span className="muted code">{row.number}</span>,
    },
    {
      id: 'open',
      head: common('invoices.open'),
      width: 108,
      end: true,
      card: 'amount',
      cell: (row) => <Amount of={row.open} strong />,
    },
    {
      id: 'why',
      head: text('column.reason'),
      width: 380,
      grow: true,
      card: 'next',
      cell: (row) => (
        <span className={styles.why} title={row.why.remedy}>
          {row.why.reason}
          <span className="small muted">{row.why.remedy}</span>
        </span>
      ),
    },
    {
      id: 'repair',
      head: text('column.repair'),
      width: 200,
      card: 'actions',
      cell: (row) => {
        if (row.why.kind === 'moved' || row.why.kind === 'stopped')
          return onTakeBack === undefined ? null : (
            <Button small aria-label={text('change.takeBackOf', { name: row.number })} onClick={() => onTakeBack(row)}>
              {text('change.takeBack')}
            </Button>
          )
        const repair = repairOf(row, text)
        return repair === undefined ? null : <Link href={repair.href}>{repair.label}</Link>
      },
    },
  ]
}
