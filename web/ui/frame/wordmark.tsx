import styles from './wordmark.module.css'

/** The name with its mark: a tick that is also an envelope's flap. */
export function Wordmark({ large = false }: { large?: boolean }) {
  return (
    <span className={large ? `${styles.mark} ${styles.large}` : styles.mark}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="6" fill="var(--accent)" />
        <path
          d="M8.5 12.5 16 20l7.5-7.5"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="3.6"
          strokeLinecap="square"
        />
      </svg>
      Mahnwerk
    </span>
  )
}
