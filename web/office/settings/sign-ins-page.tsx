// Anmeldeprotokoll: who came in, who tried, from where.

import type { Instant } from '@mahnwerk/core/calendar'
import { useMemo } from 'react'
import { type Text, useText } from '../../texts/index.ts'
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Moment,
  type More,
  StatusTag,
  type Tone,
  type Trouble,
} from '../../ui/index.ts'
import { SettingsFrame } from './settings-frame.tsx'

export type SignInEntry = {
  readonly id: string
  readonly at: Instant
  readonly outcome: string
  readonly who: string
  readonly address?: string | undefined
  readonly device?: string | undefined
}

export type SignInsPageProps = {
  readonly entries: readonly SignInEntry[]
  readonly loading: boolean
  readonly more?: More | undefined
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
}

export function SignInsPage({ entries, loading, more, trouble, onRetry }: SignInsPageProps) {
  const text = useText()
  const columns = useMemo(() => signInColumns(text), [text])
  return (
    <SettingsFrame section="anmeldungen">
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={onRetry} />
      ) : (
        <DataTable
          caption={text('settings.anmeldungen')}
          rows={entries}
          rowId={(entry) => entry.id}
          rowName={(entry) => entry.who}
          columns={columns}
          density="dense"
          loading={loading}
          more={more}
          empty={<EmptyState title={text('signIns.empty')} />}
        />
      )}
    </SettingsFrame>
  )
}

const OUTCOMES = [
  'success',
  'second_factor_asked',
  'wrong_password',
  'unknown_user',
  'second_factor_failed',
  'locked',
  'no_membership',
  'signed_out',
  'password_changed',
  'second_factor_enabled',
  'second_factor_disabled',
  'key_used_first_time',
  'key_refused',
] as const
const REFUSED: readonly string[] = [
  'wrong_password',
  'unknown_user',
  'second_factor_failed',
  'locked',
  'no_membership',
  'key_refused',
]

function outcomeText(outcome: string, text: Text): string {
  const known = OUTCOMES.find((candidate) => candidate === outcome)
  return known === undefined ? outcome : text(`signIns.${known}`)
}

function toneOf(outcome: string): Tone {
  if (outcome === 'success') return 'good'
  return REFUSED.includes(outcome) ? 'stop' : 'neutral'
}

function signInColumns(text: Text): readonly Column<SignInEntry>[] {
  return [
    { id: 'who', head: text('signIns.who'), width: 180, grow: true, card: 'who', cell: (entry) => <b>{entry.who}</b> },
    { id: 'at', head: text('signIns.at'), width: 150, card: 'amount', cell: (entry) => <Moment of={entry.at} /> },
    {
      id: 'outcome',
      head: text('signIns.outcome'),
      width: 210,
      card: 'status',
      cell: (entry) => <StatusTag tone={toneOf(entry.outcome)}>{outcomeText(entry.outcome, text)}</StatusTag>,
    },
    {
      id: 'address',
      head: text('signIns.address'),
      width: 130,
      card: 'detail',
      cell: (entry) => <span className="fixed muted">{entry.address ?? '–'}</span>,
    },
    {
      id: 'device',
      head: text('signIns.device'),
      width: 220,
      card: 'detail',
      cell: (entry) => (
        <span className="muted" title={entry.device}>
          {entry.device ?? '–'}
        </span>
      ),
    },
  ]
}
