// The letters of the next run, each with who, what, when and why; it opens to its invoices and can be taken out.

import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat } from '../../texts/index.ts'
import { Amount, Button, Day, EmptyState, Link, type More, Row, Sheet, StatusTag } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './dunning.module.css'
import type { LetterView } from './dunning-view.ts'
import { becauseWords, levelWords } from './dunning-words.ts'

type Props = {
  readonly letters: readonly LetterView[]
  readonly out: ReadonlySet<string>
  readonly onOut: (out: ReadonlySet<string>) => void
  readonly more?: More | undefined
}

export function LetterList({ letters, out, onOut, more }: Props) {
  const text = useDunningText()
  if (letters.length === 0 && more?.has !== true)
    return (
      <Sheet>
        <EmptyState title={text('preview.empty')}>{text('preview.emptyWords')}</EmptyState>
      </Sheet>
    )
  const toggle = (debtorId: string): void => {
    const next = new Set(out)
    if (!next.delete(debtorId)) next.add(debtorId)
    onOut(next)
  }
  return (
    <>
      <Sheet flush>
        <ul className={styles.letters}>
          {letters.map((letter) => (
            <Letter
              key={letter.id}
              letter={letter}
              taken={!out.has(letter.debtorId)}
              onToggle={() => toggle(letter.debtorId)}
            />
          ))}
        </ul>
      </Sheet>
      {more === undefined || !more.has ? null : (
        <Row>
          <Button busy={more.loading} onClick={more.load}>
            {text('preview.more')}
          </Button>
        </Row>
      )}
    </>
  )
}

type LetterProps = { readonly letter: LetterView; readonly taken: boolean; readonly onToggle: () => void }

function Letter({ letter, taken, onToggle }: LetterProps) {
  const text = useDunningText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const id = useId()
  const [oldest] = letter.items
  const name = letter.debtorName
  const fee =
    letter.fee.amount === 0 ? text('preview.noFee') : text('preview.feeOnTop', { fee: format.money(letter.fee) })
  return (
    <li data-out={taken ? undefined : true}>
      <div className={styles.letter}>
        <input
          type="checkbox"
          checked={taken}
          onChange={onToggle}
          aria-label={text('preview.take', { name })}
          data-tip={text(taken ? 'preview.taken' : 'preview.out')}
        />
        <div className={styles.who}>
          <b>{name}</b>
          <span className="small muted">
            {taken ? (oldest === undefined ? '' : becauseWords(oldest, text, format)) : text('preview.out')}
          </span>
        </div>
        <span className={styles.level}>
          <StatusTag tone="warn">{levelWords(letter.level, text)}</StatusTag>
          <span className="small muted">{text(`channel.${letter.channel}`)}</span>
        </span>
        <span className={styles.until}>
          <span className="small muted">{text('column.payBy')}</span>
          <Day of={letter.payBy} named />
        </span>
        <span className={styles.sum}>
          <Amount of={letter.open} strong />
          <span className="small muted">{fee}</span>
        </span>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {text.count('invoiceCount', letter.items.length)}
          <span className="hidden">, {name}</span>
          <IconChevronDown aria-hidden />
        </button>
      </div>
      <div id={id} hidden={!open}>
        {open ? <Items letter={letter} /> : null}
      </div>
    </li>
  )
}

function Items({ letter }: { letter: LetterView }) {
  const text = useDunningText()
  const format = useFormat()
  return (
    <ul className={styles.items} aria-label={text('preview.items')}>
      {letter.items.map((item) => (
        <li key={item.invoiceId}>
          <Link className="code" href={paths.invoice(item.invoiceId)}>
            {item.number}
          </Link>
          <span>{levelWords(item.level, text)}</span>
          <span className="muted">{becauseWords(item, text, format)}</span>
          <span className="muted">
            <Day of={item.dueDate} />
          </span>
          <Amount of={item.open} />
        </li>
      ))}
    </ul>
  )
}
