// Rows of a table with one of them active: it holds the focus, the arrow keys move it. Long lists draw only what is seen.

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, memo, useEffect, useRef, useState } from 'react'
import { useText } from '../../texts/index.ts'
import type { Column, RowKey } from './columns.ts'
import styles from './data-table.module.css'
import { moveTo } from './row-keys.ts'

/** Shorter lists are drawn whole, so that the browser's own search finds everything. */
const VIRTUAL_FROM = 150

export type RowsProps<Row> = {
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly rowName: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly rowHeight: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly select:
    | { readonly ids: ReadonlySet<string>; readonly toggle: (id: string, through: boolean) => void }
    | undefined
  readonly onOpen: ((row: Row) => void) | undefined
  readonly keys: readonly RowKey<Row>[]
  readonly onEnd: (() => void) | undefined
}

export function TableRows<Row>(props: RowsProps<Row>) {
  const { rows, rowId, rowHeight, scroller, columns, select, onEnd } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState(0)
  const current = Math.min(active, rows.length - 1)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: rows.length >= VIRTUAL_FROM,
  })
  useEffect(() => virtual.measure(), [rowHeight, virtual])
  const seen =
    rows.length >= VIRTUAL_FROM ? virtual.getVirtualItems().map((item) => item.index) : rows.map((_, index) => index)
  const [first = 0, last = 0] = [seen[0], seen.at(-1)]
  useEffect(() => {
    if (last >= rows.length - 5) onEnd?.()
  }, [last, rows.length, onEnd])
  const wanted = useRef<number>(undefined)
  useEffect(() => {
    if (wanted.current === undefined) return
    const row = body.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"]`)
    if (row === null || row === undefined) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  })
  const move = (to: number): void => {
    wanted.current = to
    if (rows.length >= VIRTUAL_FROM) virtual.scrollToIndex(to)
    setActive(to)
  }
  const key = (event: KeyboardEvent): void => onKey(event, props, current, move)
  const span = columns.length + (select === undefined ? 0 : 1)
  return (
    <tbody ref={body} onKeyDown={key}>
      {first > 0 ? <Gap span={span} height={first * rowHeight} /> : null}
      {seen.map((index) => {
        const row = rows[index]
        if (row === undefined) return null
        const id = rowId(row)
        return (
          <TableRow
            key={id}
            row={row}
            id={id}
            at={index}
            active={index === current}
            ticked={select?.ids.has(id) ?? false}
            columns={columns}
            name={props.rowName}
            toggle={select?.toggle}
            onOpen={props.onOpen}
            onFocus={setActive}
          />
        )
      })}
      {last < rows.length - 1 && rows.length > 0 ? (
        <Gap span={span} height={(rows.length - 1 - last) * rowHeight} />
      ) : null}
    </tbody>
  )
}

function onKey<Row>(event: KeyboardEvent, props: RowsProps<Row>, current: number, move: (to: number) => void): void {
  const row = props.rows[current]
  // Keys pressed inside a row's own buttons and fields belong to those.
  if (row === undefined || !(event.target instanceof HTMLTableRowElement)) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const to = moveTo(event.key, current, props.rows.length)
  const act = props.keys.find((entry) => entry.key === event.key)
  if (to !== undefined) move(to)
  else if (event.key === 'Enter') props.onOpen?.(row)
  else if (event.key === ' ') props.select?.toggle(props.rowId(row), event.shiftKey)
  else if (act !== undefined) act.run(row)
  else return
  event.preventDefault()
}

function Gap({ span, height }: { span: number; height: number }) {
  return (
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}

type RowProps<Row> = {
  readonly row: Row
  readonly id: string
  readonly at: number
  readonly active: boolean
  readonly ticked: boolean
  readonly columns: readonly Column<Row>[]
  readonly name: (row: Row) => string
  readonly toggle: ((id: string, through: boolean) => void) | undefined
  readonly onOpen: ((row: Row) => void) | undefined
  readonly onFocus: (at: number) => void
}

const TableRow = memo(PlainRow) as typeof PlainRow // memo loses the type parameter

function PlainRow<Row>({ row, id, at, active, ticked, columns, name, toggle, onOpen, onFocus }: RowProps<Row>) {
  const text = useText()
  return (
    <tr
      tabIndex={active ? 0 : -1}
      data-at={at}
      aria-rowindex={at + 2}
      className={ticked ? styles.ticked : undefined}
      onFocus={() => onFocus(at)}
      onClick={(event) => {
        if (onOpen !== undefined && !isControl(event.target) && getSelection()?.isCollapsed !== false) onOpen(row)
      }}
      data-opens={onOpen === undefined ? undefined : true}
    >
      {toggle === undefined ? null : (
        <td className={styles.pick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={text('ui.table.select', { name: name(row) })}
            checked={ticked}
            onClick={(event) => toggle(id, event.shiftKey)}
            readOnly
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          className={[column.end === true && 'num', column.card === 'actions' && styles.functions]
            .filter(Boolean)
            .join(' ')}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

function isControl(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('a, button, input, select, label, [role=menu], [role=dialog]') !== null
  )
}
