import type { ReactNode } from 'react'
import styles from './act-list.module.css'

export type ListedAct = {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly run: () => void
  /** Why it is not possible now. */ readonly reason?: string | undefined
}

/** Acts one below the other, for a flyout: those possible now, the others with the reason why not. */
export function ActList({ acts, done }: { acts: readonly ListedAct[]; done: () => void }) {
  return (
    <ul className={styles.acts}>
      {acts.map(({ id, label, icon, run, reason }) => (
        <li key={id}>
          <button
            type="button"
            aria-disabled={reason === undefined ? undefined : true}
            onClick={() => {
              if (reason !== undefined) return
              done()
              run()
            }}
          >
            {icon}
            <span>
              {label}
              {reason === undefined ? null : <small>{reason}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
