import type { ReactNode } from 'react'

export type Sort = { readonly by: string; readonly descending: boolean }

/** Where a column's value goes when the table becomes cards. */
export type CardPlace = 'who' | 'amount' | 'status' | 'next' | 'detail' | 'actions' | 'none'

export type Column<Row> = {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Pixels; a growing column takes what is left and never less than this. */
  readonly width: number
  readonly grow?: boolean
  readonly end?: boolean
  readonly sortable?: boolean
  /** Shown unless the reader hides it; `false` starts hidden. */
  readonly shown?: boolean
  /** Cannot be hidden. */
  readonly fixed?: boolean
  readonly card: CardPlace
}

/** A key that acts on the active row. */
export type RowKey<Row> = { readonly key: string; readonly does: string; readonly run: (row: Row) => void }

export const SELECT_WIDTH = 42
