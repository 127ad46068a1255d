import { IconAlertTriangle, IconQuestionMark } from '@tabler/icons-react'
import { useLawText } from '../texts/law/law-text.ts'
import { StatusTag } from '../ui/index.ts'
import styles from './marks.module.css'

export type ShownMark = 'low_confidence' | 'provisional'

const SHAPES = {
  provisional: <IconAlertTriangle aria-hidden />,
  low_confidence: <IconQuestionMark aria-hidden />,
} as const

/** What a figure rests on that is not sure, as words beside it; the tip says what follows from it. */
export function MarkTags({ marks }: { marks: readonly ShownMark[] }) {
  const text = useLawText()
  return marks.map((mark) => (
    <span key={mark} className={styles.mark} data-tip={text(`mark.${mark}.means`)}>
      <StatusTag tone="warn" icon={SHAPES[mark]}>
        {text(`mark.${mark}`)}
      </StatusTag>
      <span className="hidden">{text(`mark.${mark}.means`)}</span>
    </span>
  ))
}
