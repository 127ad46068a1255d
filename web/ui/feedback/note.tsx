import { IconAlertTriangle, IconCircleCheck, IconFlag3, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './note.module.css'

export type NoteTone = 'info' | 'warn' | 'stop' | 'good'

const ICONS: Readonly<Record<NoteTone, ReactNode>> = {
  info: <IconInfoCircle aria-hidden />,
  warn: <IconAlertTriangle aria-hidden />,
  stop: <IconFlag3 aria-hidden />,
  good: <IconCircleCheck aria-hidden />,
}

type Props = {
  readonly tone?: NoteTone
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Read out at once where it arrives as an answer to what someone did. */
  readonly urgent?: boolean
}

/** A calm box for what must be known here. */
export function Note({ tone = 'info', icon, children, actions, urgent = false }: Props) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={urgent ? 'alert' : undefined}>
      {icon ?? ICONS[tone]}
      <div className={styles.body}>
        {children}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
