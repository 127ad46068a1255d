import type { AriaAttributes, ReactNode } from 'react'
import { Link } from '../frame/navigation.tsx'
import styles from './icon-action.module.css'

export type IconTone = 'plain' | 'warn' | 'stop'

type Props = AriaAttributes & {
  /** The accessible name, also the tip. */
  readonly name: string
  readonly icon: ReactNode
  readonly tone?: IconTone
  readonly bare?: boolean
  readonly onClick?: (() => void) | undefined
  readonly href?: string | undefined
  readonly pressed?: boolean
  readonly reason?: string | undefined
  /** The flyout that it opens. */
  readonly popoverTarget?: string
}

/** An icon that acts: 30 px, with a name that is spoken and shown as a tip. */
export function IconAction({
  name,
  icon,
  tone = 'plain',
  bare = false,
  onClick,
  href,
  pressed,
  reason,
  ...opener
}: Props) {
  const className = [styles.action, styles[tone], bare && styles.bare].filter(Boolean).join(' ')
  if (href !== undefined && reason === undefined) {
    return (
      <Link className={className} href={href} aria-label={name} data-tip={name}>
        {icon}
      </Link>
    )
  }
  const label = reason === undefined ? name : `${name}: ${reason}`
  return (
    <button
      {...opener}
      type="button"
      className={className}
      aria-label={label}
      data-tip={label}
      aria-pressed={pressed}
      aria-disabled={reason === undefined ? undefined : true}
      onClick={reason === undefined ? onClick : undefined}
    >
      {icon}
    </button>
  )
}
