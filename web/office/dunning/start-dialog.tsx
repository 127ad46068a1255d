// Says exactly what a run will do, before it does it.

import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat, useText } from '../../texts/index.ts'
import { Button, Dialog, ErrorState, Stack, type Trouble } from '../../ui/index.ts'
import styles from './dunning.module.css'
import type { LevelCount, RunTotals } from './dunning-view.ts'
import { levelWords } from './dunning-words.ts'

export type StartDialogProps = {
  readonly chosen: RunTotals
  /** How many letters of each level, lowest first; absent where not all letters are loaded. */
  readonly byLevel?: readonly LevelCount[] | undefined
  readonly out: number
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onStart: () => void
  readonly onClose: () => void
}

export function StartDialog({ chosen, byLevel, out, busy, trouble, onStart, onClose }: StartDialogProps) {
  const text = useDunningText()
  const common = useText()
  const format = useFormat()
  const fees = chosen.sums.flatMap(({ fees: sum }) => (sum.amount === 0 ? [] : [sum]))
  const interest = chosen.sums.flatMap(({ interest: sum }) => (sum.amount === 0 ? [] : [sum]))
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={onStart}
      title={text('start.title')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" busy={busy}>
            {text('start.act')}
          </Button>
        </>
      }
    >
      <Stack tight>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        <p>
          <b>{text.count('start.letters', chosen.letters)}</b>
        </p>
        {byLevel === undefined ? null : (
          <ul className={styles.plain}>
            {byLevel.map(({ level, last, letters }) => (
              <li key={`${level}${last}`}>
                {text('start.line', { count: format.number(letters), level: levelWords(level, text, last) })}
              </li>
            ))}
          </ul>
        )}
        <p>
          {fees.length === 0
            ? text('start.noFees')
            : text('start.fees', { fees: fees.map((fee) => format.money(fee)).join(', ') })}
        </p>
        {interest.length === 0 ? null : (
          <p>{text('start.interest', { interest: interest.map((sum) => format.money(sum)).join(', ') })}</p>
        )}
        <p>{text('start.numbered')}</p>
        {out === 0 ? null : <p>{text.count('start.out', out)}</p>}
        <p className="muted">
          {text('start.paid')} {text('start.stop')}
        </p>
      </Stack>
    </Dialog>
  )
}
