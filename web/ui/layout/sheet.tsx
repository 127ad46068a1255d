import { type ReactNode, useId } from 'react'
import styles from './sheet.module.css'

type SheetProps = {
  readonly title?: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
  /** The content reaches the edges: tables and lists with their own padding. */
  readonly flush?: boolean
}

/** A white sheet on the paper. One with a title is a region that can be jumped to. */
export function Sheet({ title, lead, actions, children, flush = false }: SheetProps) {
  const id = useId()
  if (title === undefined)
    return <div className={flush ? styles.sheet : `${styles.sheet} ${styles.pad}`}>{children}</div>
  return (
    <section className={styles.sheet} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {lead === undefined ? null : <p className="small muted">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  )
}

/** Two columns: what on the left, consequences on the right; one below the other where it is narrow. */
export function Columns({ children, even = false }: { children: ReactNode; even?: boolean }) {
  return <div className={even ? `${styles.columns} ${styles.even}` : styles.columns}>{children}</div>
}

export function Stack({ children, tight = false }: { children: ReactNode; tight?: boolean }) {
  return <div className={tight ? `${styles.stack} ${styles.tight}` : styles.stack}>{children}</div>
}

export function Row({ children, end = false }: { children: ReactNode; end?: boolean }) {
  return <div className={end ? `${styles.row} ${styles.end}` : styles.row}>{children}</div>
}

/** Acts that conclude a page; at narrow width they stay at the bottom within reach of a thumb. */
export function ActionRow({ children, hint }: { children: ReactNode; hint?: ReactNode }) {
  return (
    <div className={styles.concluding}>
      <div className={styles.concludingRow}>{children}</div>
      {hint === undefined ? null : <p className="small muted">{hint}</p>}
    </div>
  )
}

/** A page that fills the window: its table scrolls, head and sum stay. */
export function Fill({ children }: { children: ReactNode }) {
  return <div className={`${styles.fill} fill`}>{children}</div>
}
