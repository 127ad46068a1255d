import styles from './progress.module.css'

/** How far something is, 0 to 1, named for screen readers. */
export function Progress({ share, label }: { share: number; label: string }) {
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${share * 100}%` }} />
    </div>
  )
}
