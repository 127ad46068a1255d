import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat } from '../../texts/index.ts'
import { Amount, Link, StatusTag } from '../../ui/index.ts'
import styles from './dunning.module.css'
import type { NoticeRow } from './dunning-view.ts'
import { capital, levelWords, stateWords } from './dunning-words.ts'

export type LetterLine = Pick<
  NoticeRow,
  'id' | 'number' | 'level' | 'last' | 'day' | 'payBy' | 'asked' | 'state' | 'href'
>

/** Letters that went out, one below the other: what each is, what it asked for, and whether it arrived. */
export function LetterLines({ letters }: { letters: readonly LetterLine[] }) {
  const text = useDunningText()
  const format = useFormat()
  return (
    <ul className={styles.lines}>
      {letters.map((letter) => {
        const { label, tone } = stateWords(letter.state, text)
        return (
          <li key={letter.id}>
            <span>
              {text('invoice.letter', {
                level: capital(levelWords(letter.level, text, letter.last)),
                day: format.day(letter.day),
                payBy: format.day(letter.payBy),
              })}
            </span>
            <Amount of={letter.asked} />
            <span className={styles.under}>
              <Link
                className="small code"
                href={letter.href}
                target="_blank"
                rel="noreferrer"
                title={text('openLetterOf', { number: letter.number })}
              >
                {letter.number}
              </Link>
              <StatusTag tone={tone}>{label}</StatusTag>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
