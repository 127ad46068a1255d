// Mahnsperren: everything that rests, what ends first on top, with the way to extend or lift it.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import { type ReactNode, useMemo } from 'react'
import { type DunningText, useDunningText } from '../../texts/dunning/dunning-text.ts'
import { type Text, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  type Column,
  DataTable,
  Day,
  EmptyState,
  ErrorState,
  Fill,
  type Filter,
  FilterChips,
  Link,
  type More,
  PageHead,
  StatusTag,
  SumBar,
  Tabs,
  type Trouble,
  useNavigation,
} from '../../ui/index.ts'
import invoiceStyles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'
import { HOLD_REASONS, holdReasonWords } from '../words/index.ts'
import styles from './dunning.module.css'
import { DunningTabs } from './dunning-tabs.tsx'

export const ALL_REASONS = [...HOLD_REASONS, 'hold', 'clarification'] as const
export type AnyReason = (typeof ALL_REASONS)[number]

export const HOLD_VIEWS = ['alle', 'bald', 'ohne-ende'] as const
export type HoldView = (typeof HOLD_VIEWS)[number]

export type HoldRow = {
  readonly id: string
  readonly debtorId: string
  readonly debtorName: string
  /** The one invoice that rests; absent where the debtor does. */
  readonly invoice?: { readonly id: string; readonly number: string; readonly version: number } | undefined
  readonly reason: AnyReason
  readonly note: string
  readonly until?: LocalDate | undefined
  readonly setBy?: string | undefined
  readonly setOn?: LocalDate | undefined
  readonly invoices: number
  readonly cases: number
  readonly open: readonly Money[]
}

export type HoldsPageProps = {
  readonly view: HoldView
  readonly reason?: AnyReason | undefined
  readonly rows: readonly HoldRow[]
  readonly counts?: { readonly all: number; readonly soon: number } | undefined
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly more?: More | undefined
  readonly onReason: (reason: AnyReason | undefined) => void
  /** Absent where the right is missing. */
  readonly onChange?: ((row: HoldRow) => void) | undefined
  readonly onLift?: ((row: HoldRow) => void) | undefined
  readonly onRetry: () => void
  readonly overlay?: ReactNode
}

export function HoldsPage(props: HoldsPageProps) {
  const { view, reason, rows, counts, trouble, onChange, onLift } = props
  const text = useDunningText()
  const common = useText()
  const { go } = useNavigation()
  const columns = useMemo(() => holdColumns({ text, common, onChange, onLift }), [text, common, onChange, onLift])
  const tabs = [
    { id: 'alle', label: text('holds.all'), href: paths.holds(undefined, reason), count: counts?.all },
    { id: 'bald', label: text('holds.soon'), href: paths.holds('bald', reason), count: counts?.soon },
    { id: 'ohne-ende', label: text('holds.open'), href: paths.holds('ohne-ende', reason) },
  ]
  return (
    <Fill>
      <PageHead title={text('title')} lead={text('holds.lead')} />
      <DunningTabs current="sperren" />
      <Tabs tabs={tabs} current={view} label={text('holds.views')} />
      <FilterChips
        fields={[
          {
            id: 'grund',
            label: text('holds.filter'),
            kind: 'choice',
            operators: [{ id: 'is', label: '=' }],
            write: (value) => reasonWords(value, text, common),
            choices: ALL_REASONS.map((value) => ({ value, label: reasonWords(value, text, common) })),
          },
        ]}
        filters={reason === undefined ? [] : [{ field: 'grund', operator: 'is', value: reason }]}
        onChange={(filters: readonly Filter[]) =>
          props.onReason(ALL_REASONS.find((known) => known === filters.at(-1)?.value))
        }
      />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={props.onRetry} />
      ) : (
        <DataTable
          caption={text('holds.caption')}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => `${row.debtorName}, ${reasonWords(row.reason, text, common)}`}
          columns={columns}
          onOpen={(row) => go(addressOf(row))}
          more={props.more}
          total={view === 'alle' && reason === undefined ? counts?.all : undefined}
          loading={props.loading}
          empty={<EmptyState title={text('holds.empty')}>{text('holds.emptyWords')}</EmptyState>}
          foot={
            <SumBar end={<Link href={paths.dunningHelp}>{text('howItWorks')}</Link>}>
              <span>{text.count('holds.count', rows.length)}</span>
            </SumBar>
          }
        />
      )}
      {props.overlay}
    </Fill>
  )
}

function addressOf({ invoice, debtorId }: HoldRow): string {
  return invoice === undefined ? paths.debtor(debtorId) : paths.invoice(invoice.id)
}

export function reasonWords(reason: string, text: DunningText, common: Text): string {
  return reason === 'hold' || reason === 'clarification'
    ? text(`hold.reason.${reason}`)
    : holdReasonWords(reason, common)
}

type ColumnsOf = Pick<HoldsPageProps, 'onChange' | 'onLift'> & {
  readonly text: DunningText
  readonly common: Text
}

function holdColumns({ text, common, onChange, onLift }: ColumnsOf): readonly Column<HoldRow>[] {
  return [
    {
      id: 'debtor',
      head: common('invoices.debtor'),
      width: 166,
      grow: true,
      fixed: true,
      card: 'who',
      cell: (row) => (
        <Link className={invoiceStyles.name} href={addressOf(row)} tabIndex={-1} title={row.debtorName}>
          {row.debtorName}
        </Link>
      ),
    },
    {
      id: 'reason',
      head: text('holds.reason'),
      width: 240,
      card: 'status',
      cell: (row) => (
        <span className={styles.why} title={row.note}>
          <StatusTag tone="neutral">{reasonWords(row.reason, text, common)}</StatusTag>
          {row.note === '' ? null : <span className="small muted">{row.note}</span>}
        </span>
      ),
    },
    {
      id: 'rests',
      head: text('holds.rests'),
      width: 160,
      card: 'detail',
      cell: (row) => <Rests row={row} text={text} />,
    },
    {
      id: 'open',
      head: common('invoices.open'),
      width: 112,
      end: true,
      card: 'amount',
      cell: (row) =>
        row.open.length === 0
          ? '–'
          : row.open.map((sum) => (
              <span key={sum.currency} className={styles.line}>
                <Amount of={sum} strong />
              </span>
            )),
    },
    {
      id: 'until',
      head: text('holds.until'),
      width: 160,
      card: 'detail',
      cell: (row) =>
        row.until === undefined ? (
          text('holds.noEnd')
        ) : (
          <span className={styles.why}>
            <Day of={row.until} />
            <span className="small muted">{text('holds.goesOn')}</span>
          </span>
        ),
    },
    {
      id: 'set',
      head: text('holds.since'),
      width: 120,
      card: 'detail',
      cell: (row) => (
        <span className={styles.why}>
          {row.setOn === undefined ? '–' : <Day of={row.setOn} />}
          <span className="small muted">{row.setBy ?? ''}</span>
        </span>
      ),
    },
    {
      id: 'actions',
      head: text('column.functions'),
      width: 192,
      fixed: true,
      card: 'actions',
      cell: (row) => (
        <span className={styles.acts}>
          {onChange === undefined ? null : (
            <Button small aria-label={text('hold.changeOf', { name: nameOf(row) })} onClick={() => onChange(row)}>
              {text('hold.change')}
            </Button>
          )}
          {onLift === undefined ? null : (
            <Button small aria-label={text('hold.liftOf', { name: nameOf(row) })} onClick={() => onLift(row)}>
              {text('hold.lift')}
            </Button>
          )}
        </span>
      ),
    },
  ]
}

function nameOf(row: HoldRow): string {
  return row.invoice === undefined ? row.debtorName : `${row.debtorName}, ${row.invoice.number}`
}

function Rests({ row, text }: { row: HoldRow; text: DunningText }) {
  if (row.invoice !== undefined)
    return (
      <Link
        href={paths.invoice(row.invoice.id)}
        tabIndex={-1}
        title={text('holds.one', { number: row.invoice.number })}
      >
        {row.invoice.number}
      </Link>
    )
  return (
    <span className={styles.why}>
      {text.count('holds.everything', row.invoices)}
      {row.cases === 0 ? null : <span className="small muted">{text.count('holds.cases', row.cases)}</span>}
    </span>
  )
}
