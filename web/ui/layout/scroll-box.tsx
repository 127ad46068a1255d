import type { ReactNode } from 'react'

/** A table that may scroll sideways. It takes the focus, because the keyboard must be able to scroll it (WCAG 2.1.1). */
export function ScrollBox({
  label,
  className,
  children,
}: {
  label: string
  className: string | undefined
  children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached by keyboard only so
    <div className={className} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  )
}
