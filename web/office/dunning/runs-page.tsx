// Läufe: every run with its day, who started it and how far it came; each opens to its own page.

import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import { useMemo } from 'react'
import { type DunningText, useDunningText } from '../../texts/dunning/dunning-text.ts'
import { type Format, useFormat } from '../../texts/index.ts'
import {
  Button,
  type Column,
  DataTable,
  Day,
  EmptyState,
  ErrorState,
  Fill,
  Link,
  Moment,
  PageHead,
  StatusTag,
  type Trouble,
  useNavigation,
} from '../../ui/index.ts'
import invoiceStyles from '../invoices/invoices.module.css'
import { paths } from '../paths.ts'
import { DunningTabs } from './dunning-tabs.tsx'
import type { RunState } from './dunning-view.ts'
import { RUN_TONES } from './run-page.tsx'

export type RunRow = {
  readonly id: string
  readonly day: LocalDate
  readonly state: RunState
  readonly automatic: boolean
  readonly letters: number
  readonly claims: number
  readonly startedBy: string
  readonly startedAt: Instant
}

type Props = {
  readonly rows: readonly RunRow[]
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
}

export function RunsPage({ rows, loading, trouble, onRetry }: Props) {
  const text = useDunningText()
  const format = useFormat()
  const { go } = useNavigation()
  const columns = useMemo(() => runColumns(text, format), [text, format])
  return (
    <Fill>
      <PageHead
        title={text('title')}
        lead={text('runs.lead')}
        actions={
          <Button kind="primary" href={paths.dunningPreview()}>
            {text('toPreview')}
          </Button>
        }
      />
      <DunningTabs current="laeufe" />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={onRetry} />
      ) : (
        <DataTable
          caption={text('runs.title')}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => text('run.title', { day: format.day(row.day) })}
          columns={columns}
          onOpen={(row) => go(paths.dunningRun(row.id))}
          loading={loading}
          empty={<EmptyState title={text('runs.empty')}>{text('runs.emptyWords')}</EmptyState>}
        />
      )}
    </Fill>
  )
}

function runColumns(text: DunningText, format: Format): readonly Column<RunRow>[] {
  return [
    {
      id: 'day',
      head: text('runs.day'),
      width: 130,
      fixed: true,
      card: 'who',
      cell: (row) => (
        <Link className={invoiceStyles.name} href={paths.dunningRun(row.id)} tabIndex={-1}>
          <Day of={row.day} />
        </Link>
      ),
    },
    {
      id: 'state',
      head: text('runs.state'),
      width: 140,
      card: 'status',
      cell: (row) => <StatusTag tone={RUN_TONES[row.state]}>{text(`run.state.${row.state}`)}</StatusTag>,
    },
    {
      id: 'letters',
      head: text('run.letters'),
      width: 120,
      end: true,
      card: 'detail',
      cell: (row) => format.number(row.letters),
    },
    {
      id: 'claims',
      head: text('run.claims'),
      width: 120,
      end: true,
      card: 'detail',
      cell: (row) => format.number(row.claims),
    },
    {
      id: 'by',
      head: text('runs.by'),
      width: 200,
      grow: true,
      card: 'detail',
      cell: (row) => (row.automatic ? text('run.automatic') : row.startedBy),
    },
    { id: 'at', head: text('run.started'), width: 180, card: 'detail', cell: (row) => <Moment of={row.startedAt} /> },
  ]
}
