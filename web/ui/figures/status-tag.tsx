import { IconAlertTriangle, IconCheck, IconFlag3, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './status-tag.module.css'

/** warn = reminding, stop = collection or refusal, good = money came, away = lies with the partner. */
export type Tone = 'neutral' | 'warn' | 'stop' | 'good' | 'away'

const SHAPES: Readonly<Record<Tone, ReactNode>> = {
  neutral: null,
  warn: <IconAlertTriangle aria-hidden />,
  stop: <IconFlag3 aria-hidden />,
  good: <IconCheck aria-hidden />,
  away: <IconSend aria-hidden />,
}

type Props = { readonly tone?: Tone; readonly icon?: ReactNode; readonly children: ReactNode }

/** A state as word, shape and colour; the word alone is enough. */
export function StatusTag({ tone = 'neutral', icon, children }: Props) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      {icon ?? SHAPES[tone]}
      <span>{children}</span>
    </span>
  )
}
