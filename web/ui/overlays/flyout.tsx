// A small sheet beside the button that opens it. The browser's own popover does the work: it lies above everything, also
// above dialogs, closes on Escape and on a click elsewhere, and gives the focus back. We place it and put the focus in.

import { type ReactNode, type RefObject, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import styles from './flyout.module.css'

/** What the opening button needs; spread it on the button. */
export type Opener = {
  readonly popoverTarget: string
  readonly 'aria-haspopup': 'dialog'
  readonly 'aria-expanded': boolean
}

type Props = {
  readonly label: string
  readonly renderOpener: (props: Opener) => ReactNode
  /** Which edges lie in line. */
  readonly align?: 'start' | 'end'
  readonly children: (close: () => void) => ReactNode
}

const MARGIN = 8

export function Flyout({ label, renderOpener, align = 'start', children }: Props) {
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => document.getElementById(id)?.hidePopover(), [id])
  useEffect(() => {
    const follow = (event: ToggleEvent): void => setOpen(event.newState === 'open')
    const element = sheet.current
    element?.addEventListener('toggle', follow)
    return () => element?.removeEventListener('toggle', follow)
  }, [])
  usePlace(open, id, sheet, align)
  return (
    <>
      {renderOpener({ popoverTarget: id, 'aria-haspopup': 'dialog', 'aria-expanded': open })}
      <div ref={sheet} id={id} popover="auto" role="dialog" aria-label={label} className={styles.sheet}>
        {open ? children(close) : null}
      </div>
    </>
  )
}

function usePlace(open: boolean, id: string, sheet: RefObject<HTMLElement | null>, align: 'start' | 'end'): void {
  useLayoutEffect(() => {
    const box = sheet.current
    const anchor = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)
    if (!open || anchor === null || box === null) return
    const put = (): void => place(anchor.getBoundingClientRect(), box, align)
    put()
    box.querySelector<HTMLElement>('[data-autofocus], input, select, textarea, a, button')?.focus()
    // What is loaded later changes the size; scrolling changes where the button is.
    const watch = new ResizeObserver(put)
    watch.observe(box)
    addEventListener('scroll', put, { capture: true, passive: true })
    addEventListener('resize', put)
    return () => {
      watch.disconnect()
      removeEventListener('scroll', put, { capture: true })
      removeEventListener('resize', put)
    }
  }, [open, id, sheet, align])
}

/** Below the button where there is room, else above it; never over the window's edge. */
function place(anchor: DOMRect, box: HTMLElement, align: 'start' | 'end'): void {
  const { offsetWidth: width, offsetHeight: height } = box
  const left = align === 'start' ? anchor.left : anchor.right - width
  const below = anchor.bottom + 6
  const top = below + height > innerHeight - MARGIN && anchor.top - height > MARGIN ? anchor.top - height - 6 : below
  box.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`
  box.style.top = `${top}px`
}
