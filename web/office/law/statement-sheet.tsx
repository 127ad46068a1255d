// So setzt sich die Summe zusammen: what is owed if it is paid on a day, part by part, down to the law.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { IconFileText, IconPencil } from '@tabler/icons-react'
import { Explanation, MarkTags } from '../../law/index.ts'
import { type Format, useFormat } from '../../texts/index.ts'
import { type LawText, useLawText } from '../../texts/law/law-text.ts'
import { Amount, Button, DateField, ErrorState, Link, LoadingState, Sheet, type Trouble } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './statement.module.css'
import type { StatementView } from './statement-view.ts'

/** Days that are offered beside a free choice. */
export const AHEAD = [0, 7, 14] as const

export type StatementSheetProps = {
  readonly view: StatementView | undefined
  readonly today: LocalDate
  readonly on: LocalDate
  readonly onDay: (day: LocalDate) => void
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
  readonly pdfHref: string
  /** Absent where the person may not change facts. */
  readonly onFacts?: (() => void) | undefined
}

export function StatementSheet(props: StatementSheetProps) {
  const { view, trouble, onRetry, pdfHref } = props
  const text = useLawText()
  const pdf = (
    <Button small icon={<IconFileText aria-hidden />} href={pdfHref} download>
      {text('statement.pdf')}
    </Button>
  )
  return (
    <Sheet flush title={text('result.parts')} lead={text('statement.lead')} actions={view === undefined ? null : pdf}>
      <DayChoice {...props} />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={onRetry} />
      ) : view === undefined ? (
        <LoadingState lines={5} />
      ) : (
        <Shown {...props} view={view} />
      )}
    </Sheet>
  )
}

function DayChoice({ view, today, on, onDay }: StatementSheetProps) {
  const text = useLawText()
  const format = useFormat()
  const offered = AHEAD.map((days) => addDays(today, days))
  return (
    <div className={styles.choice}>
      <fieldset className={styles.days}>
        <legend className="hidden">{text('field.payOn')}</legend>
        {AHEAD.map((days, at) => {
          const day = offered[at] ?? today
          const total = view?.days.find((each) => each.on === day)?.total
          return (
            <label key={days}>
              <input type="radio" name="statement-day" checked={on === day} onChange={() => onDay(day)} />
              <span>{days === 0 ? text('day.today') : text.count('day.in', days)}</span>
              <b>{total === undefined ? '…' : format.money(total)}</b>
            </label>
          )
        })}
      </fieldset>
      <div className={styles.other}>
        <DateField
          key={offered.includes(on) ? 'free' : 'other'}
          label={text('statement.otherDay')}
          value={offered.includes(on) ? undefined : on}
          onChange={(day) => day !== undefined && onDay(day)}
        />
      </div>
    </div>
  )
}

function Shown({ view, onFacts }: StatementSheetProps & { readonly view: StatementView }) {
  const text = useLawText()
  const format = useFormat()
  const { currency } = view.total
  return (
    <>
      <div className={styles.figure}>
        <output aria-live="polite">
          <span>{figureWords(view, text, format)}</span>
          <b>
            <Amount of={view.total} />
          </b>
        </output>
        <MarkTags marks={view.marks} />
        {view.settled && view.total.amount > 0 ? <p className="small muted">{text('statement.settledHelp')}</p> : null}
        {view.perDay.amount > 0 ? (
          <p className="small muted">{text('result.perDay', { sum: format.money(view.perDay) })}</p>
        ) : null}
      </div>
      <div className={styles.part}>
        <Explanation lines={view.parts} currency={currency} />
      </div>
      <section className={styles.part}>
        <h3>{text(view.late.late ? 'statement.late' : 'statement.notLate')}</h3>
        <Explanation lines={[view.late.why]} currency={currency} />
        {view.late.late ? null : <p className="small muted">{text('statement.notLateHelp')}</p>}
        <p className={styles.repair}>
          {onFacts === undefined ? null : (
            <Button small icon={<IconPencil aria-hidden />} onClick={onFacts}>
              {text('facts.change')}
            </Button>
          )}
          <Link className="small" href={paths.settings('recht')}>
            {text('statement.settings')}
          </Link>
        </p>
      </section>
      <Told title={text('statement.beside')} lines={view.besideBooks} view={view} />
      {view.assumptions.length === 0 ? null : (
        <details className={`${styles.part} ${styles.assumed}`}>
          <summary>{text.count('statement.assumed', view.assumptions.length)}</summary>
          <Explanation lines={view.assumptions} currency={currency} />
        </details>
      )}
    </>
  )
}

function figureWords(view: StatementView, text: LawText, format: Format): string {
  if (view.total.amount < 0) return text('result.overpaid')
  const owed = view.settled && view.total.amount > 0 ? 'statement.settled' : 'result.owedOn'
  return text(owed, { day: format.day(view.on) })
}

type ToldProps = {
  readonly title: string
  readonly lines: StatementView['assumptions']
  readonly view: StatementView
}

function Told({ title, lines, view }: ToldProps) {
  if (lines.length === 0) return null
  return (
    <section className={`${styles.part} ${styles.told}`}>
      <h3>{title}</h3>
      <Explanation lines={lines} currency={view.total.currency} />
    </section>
  )
}
