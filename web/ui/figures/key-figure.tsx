import type { ReactNode } from 'react'
import { Link } from '../frame/navigation.tsx'
import styles from './key-figure.module.css'

type Props = {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode | undefined
  /** Where the figure can be looked at item by item. */
  readonly href?: string | undefined
  readonly strong?: boolean
}

/** One number that matters, in the title face, with its name above and one line below. */
export function KeyFigure({ label, value, note, href, strong = false }: Props) {
  const inner = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={strong ? `${styles.value} ${styles.strong}` : styles.value}>{value}</span>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </>
  )
  return href === undefined ? (
    <div className={styles.figure}>{inner}</div>
  ) : (
    <Link className={`${styles.figure} ${styles.link}`} href={href}>
      {inner}
    </Link>
  )
}

/** Figures side by side as one sheet, divided by hairlines. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

/** Figures as sheets of their own. */
export function FigureCards({ children }: { children: ReactNode }) {
  return <div className={styles.cards}>{children}</div>
}
