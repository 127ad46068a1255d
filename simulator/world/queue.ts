// What is planned in one connection, earliest first; what is planned for the same moment comes in the order of planning.

import type { Instant } from '@mahnwerk/core/calendar'

type Entry<Item> = { readonly at: Instant; readonly order: number; readonly item: Item }

export type TimeQueue<Item> = {
  readonly add: (at: Instant, item: Item) => void
  peek(): { readonly at: Instant; readonly item: Item } | undefined
  take(): { readonly at: Instant; readonly item: Item } | undefined
}

/** A binary heap: adding and taking cost the logarithm of its size. */
export function createTimeQueue<Item>(): TimeQueue<Item> {
  const heap: Entry<Item>[] = []
  let order = 0
  return {
    add(at, item) {
      order += 1
      heap.push({ at, order, item })
      rise(heap, heap.length - 1)
    },
    peek: () => heap[0],
    take() {
      const first = heap[0]
      const last = heap.pop()
      if (first === undefined || last === undefined || first === last) return first
      heap[0] = last
      sink(heap, 0)
      return first
    },
  }
}

function before(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.at === b.at ? a.order < b.order : a.at < b.at
}

function rise<Item>(heap: Entry<Item>[], from: number): void {
  let index = from
  while (index > 0) {
    const parent = (index - 1) >> 1
    if (!swapIfBefore(heap, index, parent)) return
    index = parent
  }
}

function sink<Item>(heap: Entry<Item>[], from: number): void {
  let index = from
  for (;;) {
    const left = 2 * index + 1
    const [a, b] = [heap[left], heap[left + 1]]
    if (a === undefined) return
    const child = b !== undefined && before(b, a) ? left + 1 : left
    if (!swapIfBefore(heap, child, index)) return
    index = child
  }
}

function swapIfBefore<Item>(heap: Entry<Item>[], lower: number, upper: number): boolean {
  const [a, b] = [heap[lower], heap[upper]]
  if (a === undefined || b === undefined || !before(a, b)) return false
  heap[lower] = b
  heap[upper] = a
  return true
}
