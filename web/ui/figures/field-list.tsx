import type { ReactNode } from 'react'
import styles from './field-list.module.css'

export type Field = {
  readonly id: string
  readonly label: string
  readonly value: ReactNode
  /** Where the value comes from. */
  readonly source?: ReactNode
  /** The person changed it: the source is shown in the accent. */
  readonly changed?: boolean
}

/** Field, value and where it comes from, line by line. */
export function FieldList({ fields, inset = false }: { fields: readonly Field[]; inset?: boolean }) {
  return (
    <dl className={inset ? `${styles.list} ${styles.inset}` : styles.list}>
      {fields.map((field) => (
        <div key={field.id}>
          <dt>{field.label}</dt>
          <dd className={styles.value}>{field.value}</dd>
          {field.source === undefined ? null : (
            <dd className={field.changed === true ? `${styles.source} ${styles.changed}` : styles.source}>
              {field.source}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
