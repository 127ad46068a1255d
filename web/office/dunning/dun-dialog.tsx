// The yellow triangle: what the next letter would say, before it is written.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Channel } from '@mahnwerk/core/dunning'
import type { Money } from '@mahnwerk/core/money'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  Dialog,
  ErrorState,
  FieldList,
  LoadingState,
  Note,
  Stack,
  type Trouble,
} from '../../ui/index.ts'
import styles from './dunning.module.css'
import type { Why } from './dunning-view.ts'
import { capital, levelWords, repairOf } from './dunning-words.ts'

/** The letter that a person may have now. */
export type NextLetter = {
  readonly level: number
  /** The last one of the policy. */
  readonly last: boolean
  readonly channel: Channel
  readonly open: Money
  readonly fee: Money
  /** Late interest up to today. */
  readonly interest: Money
  /** Absent where the letter comes before its day. */
  readonly payBy?: LocalDate | undefined
  /** Its own day, where that is still ahead. */
  readonly usuallyOn?: LocalDate | undefined
}

export type DunDialogProps = {
  readonly invoiceId: string
  readonly debtorId: string
  readonly debtorName: string
  readonly number: string
  /** Undefined while it is asked. */
  readonly letter: NextLetter | { readonly not: Why } | undefined
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onDun: () => void
  /** Shows the letter as it would go out; nothing is kept. */
  readonly onLook: () => void
  readonly looking: boolean
  readonly onClose: () => void
}

export function DunDialog({
  invoiceId,
  debtorId,
  debtorName,
  number,
  letter,
  busy,
  trouble,
  onDun,
  onLook,
  looking,
  onClose,
}: DunDialogProps) {
  const text = useDunningText()
  const common = useText()
  const next = letter === undefined || 'not' in letter ? undefined : letter
  const level = next === undefined ? undefined : capital(levelWords(next.level, text, next.last))
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => next !== undefined && onDun()}
      title={level === undefined ? text('dun.nameAny') : text('dun.title', { level })}
      lead={`${debtorName} · ${number}`}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common(next === undefined ? 'ui.close' : 'ui.cancel')}
          </Button>
          {level === undefined ? null : (
            <Button busy={looking} onClick={onLook}>
              {text('dun.look')}
            </Button>
          )}
          {level === undefined ? null : (
            <Button kind="primary" type="submit" busy={busy}>
              {text('dun.act', { level })}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        {letter === undefined && trouble === undefined ? <LoadingState lines={4} /> : null}
        {letter !== undefined && 'not' in letter ? (
          <NotNow invoiceId={invoiceId} debtorId={debtorId} why={letter.not} />
        ) : null}
        {next === undefined ? null : <LetterFacts number={number} letter={next} />}
      </Stack>
    </Dialog>
  )
}

function NotNow({ invoiceId, debtorId, why }: Pick<DunDialogProps, 'invoiceId' | 'debtorId'> & { readonly why: Why }) {
  const text = useDunningText()
  const repair = repairOf({ why, invoiceId, debtorId }, text)
  const act =
    repair === undefined ? undefined : (
      <Button small href={repair.href}>
        {repair.label}
      </Button>
    )
  return (
    <Note tone="warn" actions={act}>
      <b>{why.reason}.</b> {why.remedy}
    </Note>
  )
}

function LetterFacts({ number, letter }: { number: string; letter: NextLetter }) {
  const text = useDunningText()
  const format = useFormat()
  const { open, fee, interest, payBy, usuallyOn } = letter
  // Whole cents stay whole cents.
  const total = { ...open, amount: (open.amount + fee.amount + interest.amount) as typeof open.amount }
  return (
    <>
      {usuallyOn === undefined ? null : <Note>{text('dun.early', { day: format.dayNamed(usuallyOn) })}</Note>}
      <table className={styles.asks}>
        <caption className="hidden">{text('dun.items')}</caption>
        <tbody>
          <tr>
            <th scope="row">{text('dun.invoice', { number })}</th>
            <td>
              <Amount of={open} />
            </td>
          </tr>
          <tr>
            <th scope="row">{text('dun.fee')}</th>
            <td>
              <Amount of={fee} />
            </td>
          </tr>
          {interest.amount === 0 ? null : (
            <tr>
              <th scope="row">{text('preview.figure.interest')}</th>
              <td>
                <Amount of={interest} />
              </td>
            </tr>
          )}
          <tr>
            <th scope="row">{text('dun.total')}</th>
            <td>
              <Amount of={total} strong />
            </td>
          </tr>
        </tbody>
      </table>
      <FieldList
        fields={[
          ...(payBy === undefined ? [] : [{ id: 'payBy', label: text('dun.payBy'), value: format.dayNamed(payBy) }]),
          { id: 'channel', label: text('dun.by'), value: text(`channel.${letter.channel}`) },
        ]}
      />
      <p className="small muted">{text('dun.effect')}</p>
    </>
  )
}
