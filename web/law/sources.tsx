import { IconBook2 } from '@tabler/icons-react'
import { useLawText } from '../texts/law/law-text.ts'
import styles from './sources.module.css'

export type ShownSource = {
  /** As a lawyer quotes it. */
  readonly citation: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly note?: string | undefined
}

/** The rules that a line rests on. How sure each is stands in its tip, and in words where it is not. */
export function Sources({ sources }: { sources: readonly ShownSource[] }) {
  const text = useLawText()
  if (sources.length === 0) return null
  return (
    <p className={styles.sources}>
      <IconBook2 aria-hidden />
      <span className="hidden">{text('sources.by')}</span>
      {sources.map((source, at) => (
        <span key={source.citation} data-tip={`${source.note ?? ''} ${text(`confidence.${source.confidence}`)}`.trim()}>
          {source.citation}
          {source.confidence === 'low' ? ` (${text('mark.low_confidence')})` : ''}
          {at < sources.length - 1 ? '; ' : ''}
        </span>
      ))}
    </p>
  )
}
