// Which row a key leads to. Pure, so that the rules can be tested without a browser.

const PAGE = 10

/** The index to move to, or undefined where the key does not move. */
export function moveTo(key: string, from: number, count: number): number | undefined {
  const last = count - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + PAGE,
    PageUp: from - PAGE,
    Home: 0,
    End: last,
  }
  const target = targets[key]
  return target === undefined || count === 0 ? undefined : Math.min(Math.max(target, 0), last)
}
