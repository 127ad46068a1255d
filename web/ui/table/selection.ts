// Rows ticked by id. With shift a tick covers all rows between it and the one before.

import { useRef } from 'react'

export type Selection = {
  readonly ids: ReadonlySet<string>
  change: (ids: ReadonlySet<string>) => void
}

export function useSelecting(
  selection: Selection | undefined,
  order: readonly string[],
): {
  toggle: (id: string, through: boolean) => void
  toggleAll: () => void
  all: boolean
  some: boolean
} {
  const last = useRef<string>(undefined)
  const ids = selection?.ids ?? NONE
  const all = order.length > 0 && order.every((id) => ids.has(id))
  const toggle = (id: string, through: boolean): void => {
    const range = through && last.current !== undefined ? between(order, last.current, id) : [id]
    selection?.change(ticked(ids, range, !ids.has(id)))
    last.current = id
  }
  return {
    toggle,
    toggleAll: () => selection?.change(ticked(ids, order, !all)),
    all,
    some: !all && order.some((id) => ids.has(id)),
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The ids with `range` ticked or unticked. */
export function ticked(ids: ReadonlySet<string>, range: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(ids)
  for (const id of range) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return next
}

/** All ids from one to the other in list order, both included. */
export function between(order: readonly string[], from: string, to: string): readonly string[] {
  const [low = 0, high = 0] = [order.indexOf(from), order.indexOf(to)].toSorted((a, b) => a - b)
  return low < 0 ? [to] : order.slice(low, high + 1)
}
