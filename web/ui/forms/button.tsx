// A button is a verb with its object. One that cannot act now keeps its place and says why.

import { IconLoader2 } from '@tabler/icons-react'
import { type AriaAttributes, type MouseEvent, type ReactNode, useId } from 'react'
import { Link } from '../frame/navigation.tsx'
import styles from './button.module.css'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'stop'

export type ButtonProps = AriaAttributes & {
  readonly children: ReactNode
  readonly kind?: ButtonKind
  readonly small?: boolean
  readonly icon?: ReactNode
  readonly type?: 'button' | 'submit'
  /** While true the button waits and cannot be pressed again. */
  readonly busy?: boolean
  /** Why it cannot be pressed now; shown as a tip, read with the name. */
  readonly reason?: string | undefined
  readonly onClick?: ((event: MouseEvent) => void) | undefined
  /** Makes it a link. */
  readonly href?: string | undefined
  readonly download?: boolean
  readonly autoFocus?: boolean
  /** The flyout that it opens. */
  readonly popoverTarget?: string
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'plain',
    small = false,
    icon,
    busy = false,
    reason,
    href,
    download,
    type = 'button',
    onClick,
    autoFocus,
    ...opener
  } = props
  const reasonId = useId()
  const className = [styles.button, styles[kind], small && styles.small].filter(Boolean).join(' ')
  const inner = (
    <>
      {busy ? <IconLoader2 className={styles.turning} aria-hidden /> : icon}
      {children}
    </>
  )
  if (href !== undefined && reason === undefined) {
    return download === true ? (
      <a className={className} href={href} download>
        {inner}
      </a>
    ) : (
      <Link className={className} href={href}>
        {inner}
      </Link>
    )
  }
  const stays = reason !== undefined || busy
  const press = (event: MouseEvent): void => {
    if (stays) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...opener}
      type={type}
      className={className}
      onClick={press}
      aria-disabled={stays || undefined}
      aria-busy={busy || undefined}
      aria-describedby={reason === undefined ? undefined : reasonId}
      data-tip={reason}
      // The first field of a dialog is asked for by its author, where focus belongs there anyway.
      autoFocus={autoFocus}
    >
      {inner}
      {reason === undefined ? null : (
        <span id={reasonId} className="hidden">
          {reason}
        </span>
      )}
    </button>
  )
}
