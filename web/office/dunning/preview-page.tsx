// Mahnvorschau: the next run as a calm list, before anything is written.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import type { ReactNode } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat } from '../../texts/index.ts'
import {
  Button,
  ErrorState,
  Fill,
  FigureRow,
  KeyFigure,
  Link,
  LoadingState,
  type More,
  Note,
  PageHead,
  Sheet,
  Stack,
  Tabs,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './dunning.module.css'
import type { CurrencySums, LetterView, OtherView, RunTotals } from './dunning-view.ts'
import { LetterList } from './letter-list.tsx'
import { OthersTable } from './others-table.tsx'
import { Sums } from './sums.tsx'

export const PREVIEW_VIEWS = ['mahnen', 'nicht'] as const
export type PreviewView = (typeof PREVIEW_VIEWS)[number]

export type PreviewPageProps = {
  readonly view: PreviewView
  readonly today: LocalDate
  readonly letters: readonly LetterView[]
  readonly others: readonly OtherView[]
  readonly totals: RunTotals | undefined
  readonly othersCount: number | undefined
  /** Debtors whose letters a person has taken out. */
  readonly out: ReadonlySet<string>
  /** The day of the latest payment where that is long ago; `null`: there is none. */
  readonly paymentsOn?: LocalDate | null | undefined
  readonly running?: string | undefined
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly more?: More | undefined
  /** Absent where the right is missing. */
  readonly onStart?: (() => void) | undefined
  readonly onOut: (out: ReadonlySet<string>) => void
  /** Absent where the right is missing. */
  readonly onChange?: ((letter: LetterView) => void) | undefined
  readonly onStop?: ((letter: LetterView) => void) | undefined
  readonly onTakeBack?: ((row: OtherView) => void) | undefined
  readonly onRetry: () => void
  readonly overlay?: ReactNode
}

export function PreviewPage(props: PreviewPageProps) {
  const { view, totals, trouble, overlay } = props
  const text = useDunningText()
  const format = useFormat()
  const tabs = [
    { id: 'mahnen', label: text('preview.letters'), href: paths.dunningPreview('mahnen'), count: totals?.letters },
    { id: 'nicht', label: text('preview.others'), href: paths.dunningPreview('nicht'), count: props.othersCount },
  ]
  return (
    <Fill>
      <PageHead
        crumbs={[{ label: text('title'), href: paths.notices() }, { label: text('preview.title') }]}
        title={text('preview.title')}
        lead={text('preview.lead', { day: format.dayNamed(props.today) })}
        actions={<Start {...props} />}
      />
      <Hints {...props} />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={props.onRetry} />
      ) : (
        <>
          <Figures {...props} />
          <Tabs tabs={tabs} current={view} label={text('preview.views')} />
          <Content {...props} />
        </>
      )}
      {overlay}
    </Fill>
  )
}

function Content({ view, loading, letters, others, out, onOut, more, ...acts }: PreviewPageProps) {
  if (loading)
    return (
      <Sheet>
        <LoadingState lines={8} />
      </Sheet>
    )
  if (view === 'nicht') return <OthersTable rows={others} more={more} onTakeBack={acts.onTakeBack} />
  return (
    <LetterList letters={letters} out={out} onOut={onOut} more={more} onChange={acts.onChange} onStop={acts.onStop} />
  )
}

/** Sums of what is still in: taking a letter out is seen at once. */
export function chosenOf(totals: RunTotals, letters: readonly LetterView[], out: ReadonlySet<string>): RunTotals {
  const gone = letters.filter((letter) => out.has(letter.debtorId))
  return {
    letters: totals.letters - gone.length,
    claims: totals.claims - gone.reduce((sum, letter) => sum + letter.items.length, 0),
    sums: totals.sums.map((sums) => without(sums, gone)),
  }
}

function without(sums: CurrencySums, letters: readonly LetterView[]): CurrencySums {
  const gone = letters.filter(({ open }) => open.currency === sums.asked.currency)
  // Whole minor units stay whole minor units.
  const less = (from: Money, part: (letter: LetterView) => number): Money => ({
    ...from,
    amount: gone.reduce((sum, letter) => sum - part(letter), from.amount as number) as Money['amount'],
  })
  return {
    letters: sums.letters - gone.length,
    claims: sums.claims - gone.reduce((sum, letter) => sum + letter.items.length, 0),
    asked: less(sums.asked, (letter) => letter.open.amount),
    fees: less(sums.fees, (letter) => letter.fee.amount),
    interest: less(sums.interest, (letter) => letter.interest.amount),
  }
}

function Start({ totals, letters, out, onStart, running }: PreviewPageProps) {
  const text = useDunningText()
  if (running !== undefined)
    return (
      <Button kind="primary" href={paths.dunningRun(running)}>
        {text('preview.toRun')}
      </Button>
    )
  const none = totals !== undefined && chosenOf(totals, letters, out).letters === 0
  const reason = onStart === undefined ? text('preview.noRight') : none ? text('preview.nothing') : undefined
  return (
    <Button kind="primary" reason={reason} busy={totals === undefined} onClick={onStart}>
      {text('preview.start')}
    </Button>
  )
}

function Hints({ paymentsOn, running }: PreviewPageProps) {
  const text = useDunningText()
  const format = useFormat()
  if (paymentsOn === undefined && running === undefined) return null
  return (
    <div className={styles.hints}>
      <Stack tight>
        {running === undefined ? null : (
          <Note>
            {text('preview.running')} <Link href={paths.dunningRun(running)}>{text('preview.toRun')}</Link>
          </Note>
        )}
        {paymentsOn === undefined ? null : (
          <Note tone="warn">
            {paymentsOn === null
              ? text('preview.paymentsNever')
              : text('preview.paymentsOld', { day: format.day(paymentsOn) })}{' '}
            <Link href={paths.payments}>{text('preview.toPayments')}</Link>
          </Note>
        )}
      </Stack>
    </div>
  )
}

function Figures({ totals, letters, out }: PreviewPageProps) {
  const text = useDunningText()
  const { number } = useFormat()
  if (totals === undefined) return null
  const chosen = chosenOf(totals, letters, out)
  const taken = totals.letters - chosen.letters
  return (
    <div className={styles.figures} aria-live="polite">
      <Sheet flush>
        <FigureRow>
          <KeyFigure
            label={text('preview.figure.letters')}
            value={number(chosen.letters)}
            note={text.count('invoiceCount', chosen.claims)}
          />
          <KeyFigure
            label={text('preview.figure.asked')}
            value={<Sums of={chosen.sums.map(({ asked }) => asked)} />}
            note={text('preview.figure.askedNote')}
            strong
          />
          <KeyFigure
            label={text('preview.figure.fees')}
            value={<Sums of={chosen.sums.map(({ fees }) => fees)} />}
            note={text(
              chosen.sums.every(({ fees }) => fees.amount === 0) ? 'preview.figure.noFees' : 'preview.figure.feesNote',
            )}
          />
          {chosen.sums.every(({ interest }) => interest.amount === 0) ? null : (
            <KeyFigure
              label={text('preview.figure.interest')}
              value={<Sums of={chosen.sums.map(({ interest }) => interest)} />}
              note={text('preview.figure.feesNote')}
            />
          )}
          {taken === 0 ? null : (
            <KeyFigure label={text('preview.figure.out')} value={number(taken)} note={text('preview.figure.outNote')} />
          )}
        </FigureRow>
      </Sheet>
    </div>
  )
}
