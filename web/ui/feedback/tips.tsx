// One tip for the whole page instead of one component per button: whatever carries `data-tip` shows it on hover
// and on keyboard focus. Escape puts it away, and it may be hovered itself (WCAG 1.4.13).

import { useEffect, useRef, useState } from 'react'
import styles from './tips.module.css'

type Tip = { readonly text: string; readonly x: number; readonly y: number; readonly below: boolean }

const DELAY_MS = 350

export function Tips() {
  const [tip, setTip] = useState<Tip>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const show = (target: EventTarget | null, delay: number): void => {
      const owner = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
      clearTimeout(timer.current)
      if (owner === null) {
        if (!(target instanceof Element && target.closest('[data-tip-box]'))) setTip(undefined)
        return
      }
      timer.current = setTimeout(() => setTip(place(owner)), delay)
    }
    const over = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') show(event.target, DELAY_MS)
    }
    const focus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show(event.target, 0)
    }
    const hide = (): void => {
      clearTimeout(timer.current)
      setTip(undefined)
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide()
    }
    const stop = new AbortController()
    const options = { signal: stop.signal, capture: true, passive: true }
    document.addEventListener('pointerover', over, options)
    document.addEventListener('focusin', focus, options)
    document.addEventListener('focusout', hide, options)
    document.addEventListener('pointerdown', hide, options)
    document.addEventListener('scroll', hide, options)
    document.addEventListener('keydown', key, options)
    return () => {
      clearTimeout(timer.current)
      stop.abort()
    }
  }, [])
  if (tip === undefined) return null
  // The name or description already speaks the text, so the box is for the eyes only.
  return (
    <div
      className={styles.tip}
      data-tip-box
      data-below={tip.below || undefined}
      style={{ left: tip.x, top: tip.y }}
      aria-hidden="true"
    >
      {tip.text}
    </div>
  )
}

function place(owner: HTMLElement): Tip | undefined {
  const text = owner.dataset['tip']
  if (!owner.isConnected || text === undefined || text === '') return undefined
  const box = owner.getBoundingClientRect()
  const below = box.top < 48
  const middle = box.left + box.width / 2
  return { text, below, x: Math.min(Math.max(middle, 130), innerWidth - 130), y: below ? box.bottom + 6 : box.top - 6 }
}
