// On the invoice's page: the letters so far, the next one with its day, and why none went out today.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat } from '../../texts/index.ts'
import { Button, Link, Note, Sheet, Stack } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './dunning.module.css'
import type { PolicyGround, Why } from './dunning-view.ts'
import { capital, levelWords, repairOf } from './dunning-words.ts'
import { type LetterLine, LetterLines } from './letter-lines.tsx'

export type InvoiceDunningView = {
  readonly invoiceId: string
  readonly debtorId: string
  readonly policy: string
  readonly ground: PolicyGround
  /** Of the policy. */
  readonly lastLevel: number
  /** The level reached, which an import may have brought along. */
  readonly level: number
  readonly letters: readonly LetterLine[]
  /** The next step with its day, if nothing stands against it. */
  readonly next?: { readonly level: number; readonly on: LocalDate; readonly ripe: boolean } | undefined
  /** Why a run of today would not write. */
  readonly not?: Why | undefined
}

type Props = {
  readonly view: InvoiceDunningView
  /** Sets a stop on the debtor; absent where the right is missing. */
  readonly onHold?: (() => void) | undefined
}

export function InvoiceDunning({ view, onHold }: Props) {
  const text = useDunningText()
  return (
    <Sheet
      title={text('invoice.title')}
      actions={
        <>
          {onHold === undefined ? null : (
            <Button small onClick={onHold}>
              {text('hold.set')}
            </Button>
          )}
          <Link href={paths.dunningHelp}>{text('howItWorks')}</Link>
        </>
      }
    >
      <div className={styles.said}>
        {view.letters.length === 0 ? <None {...view} /> : <LetterLines letters={view.letters} />}
        <Next {...view} />
        <WhyNot {...view} />
        <p className="small muted">
          {text('preview.policy', { policy: view.policy, ground: text(`debtor.ground.${view.ground}`) })}.{' '}
          <Link href={paths.debtor(view.debtorId)}>{text('debtor.show')}</Link>
        </p>
      </div>
    </Sheet>
  )
}

function None({ level, lastLevel }: InvoiceDunningView) {
  const text = useDunningText()
  const reached = levelWords(level, text, level >= lastLevel)
  const words = level === 0 ? text('invoice.none') : text('invoice.noneButLevel', { level: reached })
  return <p className="muted">{words}</p>
}

function Next({ next, lastLevel }: InvoiceDunningView) {
  const text = useDunningText()
  const format = useFormat()
  if (next === undefined) return null
  const level = capital(levelWords(next.level, text, next.level === lastLevel))
  return (
    <p>
      <b>{text('invoice.next')}:</b>{' '}
      {next.ripe
        ? text('invoice.nextNow', { level })
        : text('invoice.nextOn', { level, day: format.dayNamed(next.on) })}
    </p>
  )
}

function WhyNot({ not, invoiceId, debtorId }: InvoiceDunningView) {
  const text = useDunningText()
  if (not === undefined) return null
  const repair = repairOf({ why: not, invoiceId, debtorId }, text)
  // One is on the invoice's page already.
  const away = repair !== undefined && repair.href !== paths.invoice(invoiceId)
  return (
    <Note>
      <Stack tight>
        <b>{text('invoice.whyNot')}</b>
        <p>
          {not.reason}. {not.remedy} {away ? <Link href={repair.href}>{repair.label}</Link> : null}
        </p>
      </Stack>
    </Note>
  )
}
