import type { LocalDate } from '@mahnwerk/core/calendar'
import { IconFileText } from '@tabler/icons-react'
import { useText } from '../../texts/index.ts'
import { Day } from '../../ui/index.ts'
import styles from './invoices.module.css'

export type DocumentLink = {
  readonly id: string
  readonly name: string
  readonly on?: LocalDate
  readonly href: string
}

/** Documents, each opened in its own window. */
export function DocumentsList({ documents }: { documents: readonly DocumentLink[] }) {
  const text = useText()
  if (documents.length === 0) return <p className="muted">{text('documents.none')}</p>
  return (
    <ul className={styles.docs}>
      {documents.map((document) => (
        <li key={document.id}>
          <IconFileText aria-hidden />
          <a href={document.href} target="_blank" rel="noreferrer">
            {document.name}
          </a>
          {document.on === undefined ? null : <Day of={document.on} />}
        </li>
      ))}
    </ul>
  )
}
