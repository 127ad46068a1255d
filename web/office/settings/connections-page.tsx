// Mein Konto > Inkasso: with whom, on which terms, and whether the road is open; below it what leaves, and when.

import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  type Field,
  FieldList,
  LoadingState,
  Moment,
  Note,
  Sheet,
  StatusTag,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SettingsFrame } from './settings-frame.tsx'

export type Connection = {
  readonly id: string
  readonly name: string
  readonly state: 'active' | 'suspended' | 'ended'
  readonly activeSince: Instant
  readonly portalUrl?: string | undefined
  readonly costsBorneBy: 'debtor' | 'creditor'
  readonly courtOnlyByDecision: boolean
  readonly caseFeeMin: Money
  readonly caseFeeMax: Money
  readonly freeUntil?: LocalDate | undefined
  readonly registerEntry?: string | undefined
  readonly association?: string | undefined
  readonly lastContactAt?: Instant | undefined
  readonly lastFailure?: string | undefined
  readonly lastFailureAt?: Instant | undefined
  readonly pending: number
  readonly dead: number
}

export type ConnectionsPageProps = {
  readonly connections: readonly Connection[] | undefined
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
  /** What leaves for them, and when. */
  readonly children?: ReactNode
}

export function ConnectionsPage({ connections, trouble, onRetry, children }: ConnectionsPageProps) {
  const text = useText()
  return (
    <SettingsFrame
      section="inkasso"
      actions={
        <Button kind="quiet" href={paths.help('anbindung')}>
          {text('connection.about')}
        </Button>
      }
    >
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={onRetry} />
      ) : connections === undefined ? (
        <Sheet>
          <LoadingState />
        </Sheet>
      ) : connections.length === 0 ? (
        <Sheet>
          <EmptyState title={text('connection.none')}>{text('connection.noneWords')}</EmptyState>
        </Sheet>
      ) : (
        connections.map((connection) => <ConnectionSheet key={connection.id} connection={connection} />)
      )}
      {children}
    </SettingsFrame>
  )
}

function ConnectionSheet({ connection }: { connection: Connection }) {
  const text = useText()
  const { portalUrl, state } = connection
  const portal =
    portalUrl === undefined ? undefined : (
      <Button
        small
        icon={<IconExternalLink aria-hidden />}
        onClick={() => window.open(portalUrl, '_blank', 'noreferrer')}
      >
        {text('case.portal', { partner: connection.name })}
      </Button>
    )
  return (
    <Sheet
      title={connection.name}
      actions={
        <>
          <StatusTag tone={state === 'active' ? 'good' : state === 'suspended' ? 'warn' : 'neutral'}>
            {text(`connection.${state}`)}
          </StatusTag>
          {portal}
        </>
      }
    >
      {connection.dead > 0 ? <Note tone="stop">{text.count('connection.dead', connection.dead)}</Note> : null}
      {connection.dead === 0 && connection.pending > 0 && connection.lastFailure !== undefined ? (
        <Note tone="warn">
          {text.count('connection.pending', connection.pending)} {connection.lastFailure}
        </Note>
      ) : null}
      <FieldList fields={useTerms(connection)} />
    </Sheet>
  )
}

function useTerms(connection: Connection): readonly Field[] {
  const text = useText()
  const { money, day, moment } = useFormat()
  const { caseFeeMin: min, caseFeeMax: max, freeUntil, registerEntry, association, lastContactAt } = connection
  const fee =
    max.amount === 0
      ? text('connection.noFee')
      : min.amount === max.amount
        ? money(max)
        : text('handover.range', { min: money(min), max: money(max) })
  return [
    { id: 'since', label: text('connection.since'), value: moment(connection.activeSince) },
    {
      id: 'fee',
      label: text('handover.fee'),
      value: freeUntil === undefined ? fee : text('connection.feeFree', { fee, day: day(freeUntil) }),
    },
    { id: 'term', label: text('connection.term'), value: text('connection.noTerm') },
    {
      id: 'costs',
      label: text('connection.costs'),
      value: text(connection.costsBorneBy === 'debtor' ? 'connection.costsDebtor' : 'connection.costsCreditor'),
    },
    {
      id: 'court',
      label: text('connection.court'),
      value: text(connection.courtOnlyByDecision ? 'connection.courtByDecision' : 'connection.courtByPartner'),
    },
    {
      id: 'register',
      label: text('connection.register'),
      value:
        registerEntry === undefined
          ? text('connection.notChecked')
          : `${registerEntry}${association === undefined ? '' : `, ${association}`}`,
    },
    {
      id: 'contact',
      label: text('connection.lastContact'),
      value: lastContactAt === undefined ? text('connection.noContact') : <Moment of={lastContactAt} />,
    },
  ]
}
