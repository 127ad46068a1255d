import { type RefObject, useLayoutEffect, useRef } from 'react'

/** For a row of links that scrolls sideways: the current one is brought into view, and nothing else moves. */
export function useCurrentInView<Box extends HTMLElement>(current: string): RefObject<Box | null> {
  const box = useRef<Box>(null)
  useLayoutEffect(() => {
    const outer = box.current
    const link = outer?.querySelector('[aria-current]')
    if (outer === null || link === null || link === undefined || outer.scrollWidth <= outer.clientWidth) return
    const [around, own] = [outer.getBoundingClientRect(), link.getBoundingClientRect()]
    outer.scrollLeft += own.left + own.width / 2 - (around.left + around.width / 2)
  }, [current])
  return box
}
