import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useText } from '../../texts/index.ts'
import { announce } from '../feedback/announcer.tsx'
import { type Column, type Sort } from './columns.ts'
import styles from './data-table.module.css'

type Props<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
  readonly select: { readonly all: boolean; readonly some: boolean; readonly toggleAll: () => void } | undefined
}

export function TableHead<Row>({ columns, sort, onSort, select }: Props<Row>) {
  const text = useText()
  return (
    <thead>
      <tr>
        {select === undefined ? null : (
          <th className={styles.pick} scope="col">
            <input
              type="checkbox"
              aria-label={text('ui.table.selectAll')}
              checked={select.all}
              ref={(box) => {
                if (box !== null) box.indeterminate = select.some
              }}
              onChange={select.toggleAll}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}) {
  const text = useText()
  const className = [column.end === true && 'num', column.card === 'actions' && styles.functions]
    .filter(Boolean)
    .join(' ')
  if (column.sortable !== true || onSort === undefined)
    return (
      <th scope="col" className={className}>
        {column.head}
      </th>
    )
  const active = sort?.by === column.id
  const turn = (): void => {
    const descending = active && !sort.descending
    announce(text(descending ? 'ui.table.sortedDown' : 'ui.table.sortedUp', { column: column.head }))
    onSort({ by: column.id, descending })
  }
  return (
    <th scope="col" className={className} aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.sort} onClick={turn}>
        {column.head}
        {active ? sort.descending ? <IconArrowDown aria-hidden /> : <IconArrowUp aria-hidden /> : null}
      </button>
    </th>
  )
}
