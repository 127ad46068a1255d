import type { ReactNode } from 'react'
import styles from './sum-bar.module.css'

/** Row count and sum, always in view; on the right what the ticked rows are worth and what can be done with them. */
export function SumBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles.bar}>
      <div className={styles.part}>{children}</div>
      {end === undefined ? null : (
        <div className={`${styles.part} ${styles.end}`} aria-live="polite">
          {end}
        </div>
      )}
    </div>
  )
}
