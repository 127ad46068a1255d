// The three states before there is something to see: empty, loading, and gone wrong. Each says what, and what can be done.

import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../../texts/index.ts'
import { Button } from '../forms/button.tsx'
import styles from './states.module.css'

type EmptyProps = {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly icon?: ReactNode
}

/** Nothing here, and why that is so. */
export function EmptyState({ title, children, actions, icon }: EmptyProps) {
  return (
    <div className={styles.state}>
      {icon}
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** Grey lines in the shape of what comes; spoken once. */
export function LoadingState({ lines = 6, label }: { lines?: number; label?: string }) {
  const text = useText()
  return (
    <div className={styles.loading} role="status">
      <span className="hidden">{label ?? text('ui.loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        <i key={at} style={{ width: `${92 - ((at * 37) % 48)}%` }} aria-hidden="true" />
      ))}
    </div>
  )
}

/** What went wrong in a form that a person can act on; see texts/problems. */
export type Trouble = {
  readonly title: string
  readonly detail?: string | undefined
  readonly repair?: { readonly label: string; readonly href: string } | undefined
  /** The code, for the conversation with support. */
  readonly code?: string | undefined
}

export function ErrorState({ trouble, onRetry }: { trouble: Trouble; onRetry?: (() => void) | undefined }) {
  const text = useText()
  return (
    <div className={`${styles.state} ${styles.error}`} role="alert">
      <p className={styles.title}>{trouble.title}</p>
      {trouble.detail === undefined ? null : <div className={styles.words}>{trouble.detail}</div>}
      <div className={styles.actions}>
        {trouble.repair === undefined ? null : (
          <Button kind="primary" href={trouble.repair.href}>
            {trouble.repair.label}
          </Button>
        )}
        {onRetry === undefined ? null : (
          <Button icon={<IconRefresh aria-hidden />} onClick={onRetry}>
            {text('ui.retry')}
          </Button>
        )}
      </div>
      {trouble.code === undefined ? null : (
        <p className="small faint">{text('ui.errorCode', { code: trouble.code })}</p>
      )}
    </div>
  )
}
