// The list of the house: quiet rows, heads that sort, a keyboard that goes everywhere, cards where it is narrow.

import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useRef } from 'react'
import { useText } from '../../texts/index.ts'
import { LoadingState } from '../feedback/states.tsx'
import { useShortcutHelp } from '../overlays/shortcuts.ts'
import { type Column, type RowKey, SELECT_WIDTH, type Sort } from './columns.ts'
import styles from './data-table.module.css'
import { RowCards } from './row-cards.tsx'
import { type Selection, useSelecting } from './selection.ts'
import { TableHead } from './table-head.tsx'
import { TableRows } from './table-rows.tsx'
import type { Density } from './table-view.ts'

/** Further rows by cursor. */
export type More = { readonly has: boolean; readonly loading: boolean; readonly load: () => void }

export type DataTableProps<Row> = {
  /** What the list holds, for screen readers. */
  readonly caption: string
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly rowName: (row: Row) => string
  /** Only the visible ones; see useTableView. */
  readonly columns: readonly Column<Row>[]
  readonly density?: Density
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort) => void
  readonly selection?: Selection | undefined
  readonly onOpen?: (row: Row) => void
  readonly keys?: readonly RowKey<Row>[]
  readonly more?: More | undefined
  /** All rows that exist, loaded or not. */
  readonly total?: number | undefined
  readonly loading?: boolean
  readonly empty?: ReactNode
  readonly foot?: ReactNode
}

const ROW_HEIGHTS: Readonly<Record<Density, number>> = { roomy: 48, dense: 40 }
const NO_KEYS: readonly never[] = []

export function DataTable<Row>(props: DataTableProps<Row>) {
  const narrow = useMediaQuery('(max-width: 760px)', undefined, { getInitialValueInEffect: false })
  const { rows, rowId, selection, loading = false, foot } = props
  const selecting = useSelecting(selection, rows.map(rowId))
  useTableHelp(props)
  if (loading)
    return (
      <div className={styles.frame}>
        <LoadingState lines={8} />
      </div>
    )
  if (rows.length === 0) return <div className={styles.frame}>{props.empty}</div>
  const select = selection === undefined ? undefined : { ...selecting, ids: selection.ids }
  if (narrow) {
    return (
      <>
        <RowCards rows={rows} rowId={rowId} rowName={props.rowName} columns={props.columns} select={select} />
        <MoreLine more={props.more} />
        {foot}
      </>
    )
  }
  return <WideTable {...props} select={select} />
}

type Select = {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string, through: boolean) => void
  readonly toggleAll: () => void
  readonly all: boolean
  readonly some: boolean
}

function WideTable<Row>(props: DataTableProps<Row> & { select: Select | undefined }) {
  const { columns, density = 'roomy', select, more } = props
  const scroller = useRef<HTMLDivElement>(null)
  const width = columns.reduce((total, column) => total + column.width, select === undefined ? 0 : SELECT_WIDTH)
  return (
    <div className={styles.frame}>
      {/* A scrolling region must be reachable by keyboard; the rows inside are. */}
      <div ref={scroller} className={styles.scroller} data-density={density}>
        <table
          className={styles.table}
          style={{ minWidth: width }}
          data-picks={select !== undefined || undefined}
          aria-rowcount={(props.total ?? props.rows.length) + 1}
        >
          <caption className="hidden">{props.caption}</caption>
          <colgroup>
            {select === undefined ? null : <col style={{ width: SELECT_WIDTH }} />}
            {columns.map((column) => (
              <col key={column.id} style={column.grow === true ? undefined : { width: column.width }} />
            ))}
          </colgroup>
          <TableHead columns={columns} sort={props.sort} onSort={props.onSort} select={select} />
          <TableRows
            rows={props.rows}
            rowId={props.rowId}
            rowName={props.rowName}
            columns={columns}
            rowHeight={ROW_HEIGHTS[density]}
            scroller={scroller}
            select={select}
            onOpen={props.onOpen}
            keys={props.keys ?? NO_KEYS}
            onEnd={more?.has === true && !more.loading ? more.load : undefined}
          />
        </table>
        {more?.loading === true ? <LoadingState lines={2} /> : null}
      </div>
      {props.foot}
    </div>
  )
}

function MoreLine({ more }: { more: More | undefined }) {
  const text = useText()
  if (more === undefined || !more.has) return null
  return (
    <button type="button" className={styles.more} onClick={more.load} disabled={more.loading}>
      {more.loading ? text('ui.loading') : text('ui.table.more')}
    </button>
  )
}

function useTableHelp<Row>({ onOpen, selection, keys = NO_KEYS }: DataTableProps<Row>): void {
  const text = useText()
  useShortcutHelp('table', text('ui.keyboard.list'), [
    { keys: '↑ ↓', does: text('ui.keyboard.move') },
    { keys: text('ui.keyboard.homeEnd'), does: text('ui.keyboard.ends') },
    ...(onOpen === undefined ? [] : [{ keys: text('ui.keyboard.enter'), does: text('ui.keyboard.open') }]),
    ...(selection === undefined ? [] : [{ keys: text('ui.keyboard.space'), does: text('ui.keyboard.select') }]),
    ...keys.map((entry) => ({ keys: entry.key.toUpperCase(), does: entry.does })),
  ])
}
