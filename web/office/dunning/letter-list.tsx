// The letters of the next run, each with who, what, when and why; it opens to its invoices, can be taken out, moved, changed or
// stopped, by pointer or by a key on the letter that has the focus.

import { IconChevronDown, IconPencil, IconHandStop } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat } from '../../texts/index.ts'
import {
  Amount,
  Button,
  Day,
  EmptyState,
  IconAction,
  Link,
  type More,
  Row,
  Sheet,
  StatusTag,
  useShortcutHelp,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './dunning.module.css'
import type { LetterView } from './dunning-view.ts'
import { becauseWords, levelWords } from './dunning-words.ts'

type Props = {
  readonly letters: readonly LetterView[]
  readonly out: ReadonlySet<string>
  readonly onOut: (out: ReadonlySet<string>) => void
  readonly more?: More | undefined
  /** Absent where the right is missing. */
  readonly onChange?: ((letter: LetterView) => void) | undefined
  readonly onStop?: ((letter: LetterView) => void) | undefined
}

export function LetterList({ letters, out, onOut, more, onChange, onStop }: Props) {
  const text = useDunningText()
  useShortcutHelp('letters', text('preview.keys'), [
    { keys: 'V', does: text('change.act') },
    { keys: 'A', does: text('change.stop') },
  ])
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
              onChange={onChange}
              onStop={onStop}
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

type LetterProps = Pick<Props, 'onChange' | 'onStop'> & {
  readonly letter: LetterView
  readonly taken: boolean
  readonly onToggle: () => void
}

function Letter({ letter, taken, onToggle, onChange, onStop }: LetterProps) {
  const text = useDunningText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const id = useId()
  const [oldest] = letter.items
  const name = letter.debtorName
  const fee =
    letter.fee.amount === 0 ? text('preview.noFee') : text('preview.feeOnTop', { fee: format.money(letter.fee) })
  return (
    <li
      data-out={taken ? undefined : true}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
        const act = event.key === 'v' ? onChange : event.key === 'a' ? onStop : undefined
        if (act === undefined) return
        event.preventDefault()
        act(letter)
      }}
    >
      <div className={styles.letter}>
        <input
          type="checkbox"
          checked={taken}
          onChange={onToggle}
          aria-label={text('preview.take', { name })}
          data-tip={text(taken ? 'preview.taken' : 'preview.out')}
        />
        <div className={styles.who}>
          <b>
            <Link className={styles.plainLink} href={paths.debtor(letter.debtorId)}>
              {name}
            </Link>
          </b>
          <span className="small muted">
            {taken ? (oldest === undefined ? '' : becauseWords(oldest, text, format)) : text('preview.out')}
          </span>
        </div>
        <span className={styles.level}>
          <StatusTag tone="warn">{levelWords(letter.level, text, letter.last)}</StatusTag>
          <span className="small muted">
            {text(`channel.${letter.channel}`)}
            {letter.changed ? `, ${text('change.changed')}` : ''}
          </span>
        </span>
        <span className={styles.until}>
          <span className="small muted">{text('column.payBy')}</span>
          <Day of={letter.payBy} named />
        </span>
        <span className={styles.sum}>
          <Amount of={letter.open} strong />
          <span className="small muted">{fee}</span>
          {letter.interest.amount === 0 ? null : (
            <span className="small muted">
              {text('preview.interestOnTop', { interest: format.money(letter.interest) })}
            </span>
          )}
        </span>
        <span className={styles.acts}>
          {onChange === undefined ? null : (
            <IconAction
              bare
              name={text('change.actOf', { name })}
              icon={<IconPencil />}
              onClick={() => onChange(letter)}
            />
          )}
          {onStop === undefined ? null : (
            <IconAction
              bare
              name={text('change.stopOf', { name })}
              icon={<IconHandStop />}
              onClick={() => onStop(letter)}
            />
          )}
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
    <>
      <p className={styles.because}>
        {text('preview.policy', { policy: letter.policy, ground: text(`debtor.ground.${letter.ground}`) })}
      </p>
      <ul className={styles.items} aria-label={text('preview.items')}>
        {letter.items.map((item) => (
          <li key={item.invoiceId}>
            <Link className="code" href={paths.invoice(item.invoiceId)}>
              {item.number}
            </Link>
            <span>{levelWords(item.level, text, letter.last && item.level === letter.level)}</span>
            <span className="muted">{becauseWords(item, text, format)}</span>
            <span className="muted">
              <Day of={item.dueDate} />
            </span>
            <Amount of={item.open} />
          </li>
        ))}
      </ul>
    </>
  )
}
