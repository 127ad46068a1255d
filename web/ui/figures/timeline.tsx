import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import type { ReactNode } from 'react'
import { useFormat } from '../../texts/index.ts'
import type { Tone } from './status-tag.tsx'
import styles from './timeline.module.css'

export type TimelineEntry = {
  readonly id: string
  /** A moment where the hour matters, else a day. */
  readonly at: { readonly moment: Instant } | { readonly day: LocalDate }
  readonly text: ReactNode
  readonly note?: ReactNode
  readonly tone?: Tone
  /** Arrived while the page was open. */
  readonly fresh?: boolean
}

/** What happened, newest first. The dot's colour only repeats what the sentence says. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const format = useFormat()
  return (
    <ol className={styles.line}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.fresh === true ? styles.fresh : undefined}>
          <time className={styles.when} dateTime={'moment' in entry.at ? entry.at.moment : entry.at.day}>
            {'moment' in entry.at ? format.moment(entry.at.moment) : format.day(entry.at.day)}
          </time>
          <i className={styles[entry.tone ?? 'neutral']} aria-hidden="true" />
          <div>
            {entry.text}
            {entry.note === undefined ? null : <div className={styles.note}>{entry.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
