// Übersicht: in five seconds what is open, what lies with the partner, what came in, what needs me.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import { IconAlertTriangle, IconBuildingBank, IconFlag3, IconHelpCircle, IconHourglass } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import {
  AgingBar,
  type AgeBucket,
  Amount,
  Button,
  Columns,
  Day,
  EmptyState,
  ErrorState,
  FigureCards,
  KeyFigure,
  Link,
  LoadingState,
  PageHead,
  Sheet,
  Stack,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './overview.module.css'
import { type Task, type TaskShape, taskWords } from './tasks.ts'

type CountedSum = { readonly count: number; readonly sum: Money }

export type OverviewView = {
  readonly open: CountedSum & { readonly overdue: number }
  readonly ready: CountedSum & { readonly freeUntil?: LocalDate | undefined }
  /** Absent while no partner is connected. */
  readonly atPartner?: (CountedSum & { readonly partner: string; readonly questions: number }) | undefined
  readonly arrived: { readonly direct: Money; readonly throughPartner: Money; readonly sum: Money }
  readonly tasks: readonly Task[]
  readonly aging: readonly {
    readonly id: 'not_due' | 'd1_30' | 'd31_60' | 'd61_90' | 'd90_plus'
    readonly sum: Money
    readonly share: number
  }[]
  readonly recent: readonly {
    readonly id: string
    readonly invoiceId: string
    readonly debtorName: string
    readonly amount: Money
    readonly on: LocalDate
    readonly partner?: string | undefined
  }[]
  readonly nextDue?: LocalDate | undefined
}

export type OverviewProps = {
  readonly name: string
  readonly today: LocalDate
  /** Hour of the reader's day, for the greeting. */
  readonly hour: number
  readonly view: OverviewView | undefined
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
}

export function OverviewPage({ name, today, hour, view, trouble, onRetry }: OverviewProps) {
  const text = useText()
  const format = useFormat()
  const greeting = text(hour < 11 ? 'overview.morning' : hour < 18 ? 'overview.day' : 'overview.evening', { name })
  return (
    <>
      <PageHead title={greeting} lead={format.dayInFull(today)} />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={onRetry} />
      ) : view === undefined ? (
        <Sheet>
          <LoadingState />
        </Sheet>
      ) : (
        <Loaded view={view} today={today} />
      )}
    </>
  )
}

function Loaded({ view, today }: { view: OverviewView; today: LocalDate }) {
  return (
    <Stack>
      <Figures view={view} />
      <Columns>
        <Tasks tasks={view.tasks} nextDue={view.nextDue} />
        <Stack>
          <Aging aging={view.aging} today={today} />
          <Recent recent={view.recent} />
        </Stack>
      </Columns>
    </Stack>
  )
}

function Figures({ view }: { view: OverviewView }) {
  const text = useText()
  const format = useFormat()
  const { open, ready, atPartner, arrived } = view
  const readyNote =
    ready.freeUntil === undefined
      ? text.count('overview.invoices', ready.count)
      : text('overview.readyFree', {
          invoices: text.count('overview.invoices', ready.count),
          day: format.day(ready.freeUntil),
        })
  return (
    <FigureCards>
      <KeyFigure
        label={text('overview.open')}
        value={<Amount of={open.sum} />}
        note={text('overview.openNote', {
          invoices: text.count('overview.invoices', open.count),
          overdue: format.number(open.overdue),
        })}
        href={paths.invoices('offen')}
      />
      <KeyFigure
        label={text('overview.ready')}
        value={<Amount of={ready.sum} />}
        note={readyNote}
        href={paths.invoices('ueberfaellig')}
      />
      {atPartner === undefined ? (
        <KeyFigure
          label={text('overview.noPartner')}
          value="–"
          note={text('overview.noPartnerNote')}
          href={paths.settings('inkasso')}
        />
      ) : (
        <KeyFigure
          label={text('overview.atPartner', { partner: atPartner.partner })}
          value={<Amount of={atPartner.sum} />}
          note={`${text.count('overview.cases', atPartner.count)}, ${text.count('overview.questions', atPartner.questions)}`}
          href={paths.cases}
        />
      )}
      <KeyFigure
        label={text('overview.arrived')}
        value={<Amount of={arrived.sum} />}
        note={text('overview.arrivedNote', { sum: format.money(arrived.throughPartner) })}
        href={paths.payments}
      />
    </FigureCards>
  )
}

const SHAPES: Readonly<Record<TaskShape, ReactNode>> = {
  flag: <IconFlag3 aria-hidden className={styles.stop} />,
  question: <IconHelpCircle aria-hidden className={styles.warn} />,
  payment: <IconBuildingBank aria-hidden className={styles.away} />,
  warning: <IconAlertTriangle aria-hidden className={styles.warn} />,
  time: <IconHourglass aria-hidden />,
}

function Tasks({ tasks, nextDue }: { tasks: readonly Task[]; nextDue: LocalDate | undefined }) {
  const text = useText()
  const format = useFormat()
  return (
    <Sheet flush title={text('overview.tasks')}>
      {tasks.length === 0 ? (
        <EmptyState title={text('overview.noTasks')}>
          {nextDue === undefined
            ? text('overview.noTasksWords')
            : text('overview.nextDue', { day: format.dayInFull(nextDue) })}
        </EmptyState>
      ) : (
        <ul className={styles.tasks}>
          {tasks.map((task) => {
            const { sentence, act, shape } = taskWords(task, text)
            return (
              <li key={task.id}>
                <span className={styles.shape}>{SHAPES[shape]}</span>
                <span className={styles.sentence}>{sentence}</span>
                <span className={styles.when}>
                  {task.sum === undefined ? (
                    task.dueOn === undefined ? null : (
                      text('overview.until', { day: format.dayNamed(task.dueOn) })
                    )
                  ) : (
                    <Amount of={task.sum} />
                  )}
                </span>
                <Button small href={task.link}>
                  {act}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </Sheet>
  )
}

type Bucket = OverviewView['aging'][number]['id']

/** The due dates of a bucket as filters of the list. */
function bucketFilters(bucket: Bucket, today: LocalDate): readonly string[] {
  const [youngest, oldest] = {
    not_due: [undefined, 0],
    d1_30: [1, 30],
    d31_60: [31, 60],
    d61_90: [61, 90],
    d90_plus: [91, undefined],
  }[bucket]
  return [
    ...(oldest === undefined ? [] : [`due.from.${addDays(today, -oldest)}`]),
    ...(youngest === undefined ? [] : [`due.to.${addDays(today, -youngest)}`]),
  ]
}

function Aging({ aging, today }: { aging: OverviewView['aging']; today: LocalDate }) {
  const text = useText()
  const { percent } = useFormat()
  const total = aging.reduce((all, bucket) => all + bucket.sum.amount, 0)
  const buckets: readonly AgeBucket[] = aging.map((bucket) => ({
    ...bucket,
    label: text(`aging.${bucket.id}`),
    href: paths.invoices('alle', bucketFilters(bucket.id, today)),
  }))
  const share = (id: Bucket): string => percent(aging.find((bucket) => bucket.id === id)?.share ?? 0)
  return (
    <Sheet
      title={text('overview.aging')}
      lead={
        total === 0 ? undefined : text('overview.agingSentence', { notDue: share('not_due'), old: share('d90_plus') })
      }
    >
      {total === 0 ? (
        <p className="muted">{text('overview.agingEmpty')}</p>
      ) : (
        <AgingBar buckets={buckets} caption={text('overview.aging')} />
      )}
    </Sheet>
  )
}

function Recent({ recent }: { recent: OverviewView['recent'] }) {
  const text = useText()
  return (
    <Sheet title={text('overview.recent')}>
      {recent.length === 0 ? (
        <p className="muted">{text('overview.recentEmpty')}</p>
      ) : (
        <ul className={styles.recent}>
          {recent.map((payment) => (
            <li key={payment.id}>
              <span className="muted small">
                <Day of={payment.on} />
              </span>
              <span>
                <Link href={paths.invoice(payment.invoiceId)}>{payment.debtorName}</Link>
                {payment.partner === undefined ? '' : ` ${text('overview.through', { partner: payment.partner })}`}
              </span>
              <Amount of={payment.amount} strong />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
