// How a reader likes a list: density and columns. Kept in the browser, per list.

import { useCallback, useState } from 'react'
import type { Column } from './columns.ts'

export type Density = 'roomy' | 'dense'
export type TableView = { readonly density: Density; readonly hidden: readonly string[] }

export function useTableView<Row>(
  name: string,
  columns: readonly Column<Row>[],
): {
  view: TableView
  visible: readonly Column<Row>[]
  change: (view: TableView) => void
} {
  const initial = {
    density: 'roomy' as const,
    hidden: columns.filter((column) => column.shown === false).map((column) => column.id),
  }
  const [view, setView] = useState<TableView>(() => load(name) ?? initial)
  const change = useCallback(
    (next: TableView) => {
      setView(next)
      store(name, next)
    },
    [name],
  )
  const visible = columns.filter((column) => column.fixed === true || !view.hidden.includes(column.id))
  return { view, visible, change }
}

function load(name: string): TableView | undefined {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(`mahnwerk.table.${name}`) ?? 'null')
    return isView(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function store(name: string, view: TableView): void {
  try {
    localStorage.setItem(`mahnwerk.table.${name}`, JSON.stringify(view))
  } catch {
    // Not kept; the view holds until the page is left.
  }
}

function isView(value: unknown): value is TableView {
  return (
    typeof value === 'object' &&
    value !== null &&
    'density' in value &&
    'hidden' in value &&
    Array.isArray(value.hidden)
  )
}
