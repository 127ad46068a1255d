// The same rows where it is narrow: who and how much, then state and next step, then details, actions at the bottom.

import { Fragment, type ReactNode } from 'react'
import { useText } from '../../texts/index.ts'
import type { CardPlace, Column } from './columns.ts'
import styles from './row-cards.module.css'

type Props<Row> = {
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly rowName: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly select:
    | { readonly ids: ReadonlySet<string>; readonly toggle: (id: string, through: boolean) => void }
    | undefined
}

export function RowCards<Row>({ rows, rowId, rowName, columns, select }: Props<Row>) {
  const text = useText()
  return (
    <ul className={styles.cards}>
      {rows.map((row) => {
        const id = rowId(row)
        const ticked = select?.ids.has(id) ?? false
        return (
          <li key={id} className={ticked ? styles.ticked : undefined}>
            <div className={styles.top}>
              {select === undefined ? null : (
                <input
                  type="checkbox"
                  aria-label={text('ui.table.select', { name: rowName(row) })}
                  checked={ticked}
                  onClick={(event) => select.toggle(id, event.shiftKey)}
                  readOnly
                />
              )}
              <span className={styles.who}>{cells(row, columns, 'who')}</span>
              <span className={styles.amount}>{cells(row, columns, 'amount')}</span>
            </div>
            <div className={styles.next}>
              {cells(row, columns, 'status')}
              <span>{cells(row, columns, 'next')}</span>
            </div>
            <Details row={row} columns={columns} />
            <div className={styles.actions}>{cells(row, columns, 'actions')}</div>
          </li>
        )
      })}
    </ul>
  )
}

function Details<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  const details = columns.filter((column) => column.card === 'detail')
  if (details.length === 0) return null
  return (
    <dl className={styles.details}>
      {details.map((column) => (
        <div key={column.id}>
          <dt>{column.head}</dt>
          <dd>{column.cell(row)}</dd>
        </div>
      ))}
    </dl>
  )
}

function cells<Row>(row: Row, columns: readonly Column<Row>[], place: CardPlace): ReactNode {
  return columns
    .filter((column) => column.card === place)
    .map((column) => <Fragment key={column.id}>{column.cell(row)}</Fragment>)
}
