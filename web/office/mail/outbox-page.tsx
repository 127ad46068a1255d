// Postausgang: every mail with what became of it, and beside it what came in.

import type { MailLine, ReceivedMail } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import { IconPaperclip } from '@tabler/icons-react'
import { useMemo } from 'react'
import { type MailText, useMailText } from '../../texts/mail/mail-text.ts'
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  FileDrop,
  Fill,
  Link,
  Moment,
  type More,
  PageHead,
  StatusTag,
  SumBar,
  type Tab,
  Tabs,
  type Trouble,
  useNavigation,
  useTableView,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './mail.module.css'
import { kindWords, stateWords } from './mail-words.ts'

export const MAIL_VIEWS = ['ausgang', 'eingang', 'unzugeordnet'] as const
export type MailView = (typeof MAIL_VIEWS)[number]

type ListProps<Row> = {
  readonly rows: readonly Row[]
  readonly loading: boolean
  readonly more: More
}

export type OutboxPageProps = {
  readonly view: MailView
  readonly sent: ListProps<MailLine>
  readonly received: ListProps<ReceivedMail>
  /** How many nobody could be found for; undefined where that is not known yet. */
  readonly unfiled: number | undefined
  readonly trouble?: Trouble | undefined
  /** Absent where the person may not bring mail in. */
  readonly onFiles?: ((files: readonly File[]) => void) | undefined
  /** Absent where the person may not fetch. */
  readonly onFetch?: (() => void) | undefined
  readonly fetching: boolean
  readonly busy: boolean
  readonly onRetry: () => void
}

export function OutboxPage(props: OutboxPageProps) {
  const { view, sent, received, unfiled, trouble, onFiles, onFetch, fetching, busy, onRetry } = props
  const text = useMailText()
  const tabs = MAIL_VIEWS.map((id): Tab => ({
    id,
    label: text(`mail.view.${id}`),
    href: paths.mails(id),
    count: id === 'unzugeordnet' && unfiled !== 0 ? unfiled : undefined,
  }))
  const fetchNow =
    view === 'ausgang' || onFetch === undefined ? undefined : (
      <Button busy={fetching} onClick={onFetch}>
        {text('mail.in.fetch')}
      </Button>
    )
  return (
    <Fill>
      <PageHead title={text('mail.title')} lead={text('mail.lead')} actions={fetchNow} />
      <Tabs tabs={tabs} current={view} label={text('mail.views')} />
      {view === 'eingang' && onFiles !== undefined ? (
        <div className={styles.drop}>
          <FileDrop
            label={text('mail.in.drop')}
            hint={text('mail.in.dropHint')}
            accept={['.eml']}
            onFiles={onFiles}
            busy={busy}
            slim
          />
        </div>
      ) : null}
      {trouble !== undefined ? <ErrorState trouble={trouble} onRetry={onRetry} /> : null}
      {view === 'ausgang' ? <Sent {...sent} /> : <Received {...received} onlyUnfiled={view === 'unzugeordnet'} />}
    </Fill>
  )
}

function Sent({ rows, loading, more }: ListProps<MailLine>) {
  const text = useMailText()
  const { go } = useNavigation()
  const columns = useMemo(() => sentColumns(text), [text])
  const table = useTableView('mails', columns)
  return (
    <DataTable
      caption={text('mail.title')}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => `${row.toName ?? row.toAddress}, ${row.subject}`}
      columns={table.visible}
      density={table.view.density}
      onOpen={(row) => go(paths.mail(row.id))}
      more={more}
      loading={loading}
      empty={<EmptyState title={text('mail.none')}>{text('mail.noneWords')}</EmptyState>}
      foot={<SumBar>{text.count('mail.loaded', rows.length)}</SumBar>}
    />
  )
}

function sentColumns(text: MailText): readonly Column<MailLine>[] {
  return [
    {
      id: 'to',
      head: text('mail.to'),
      width: 200,
      fixed: true,
      card: 'who',
      cell: (row) => (
        <Link className={styles.name} href={paths.mail(row.id)} tabIndex={-1}>
          {row.toName ?? row.toAddress}
        </Link>
      ),
    },
    { id: 'subject', head: text('mail.subject'), width: 260, grow: true, card: 'next', cell: (row) => row.subject },
    {
      id: 'files',
      head: text('mail.files'),
      width: 96,
      card: 'none',
      cell: (row) =>
        row.attachments.length === 0 ? null : (
          <span className={styles.clip}>
            <IconPaperclip aria-hidden size={15} /> {row.attachments.length}
          </span>
        ),
    },
    {
      id: 'when',
      head: text('mail.when'),
      width: 160,
      card: 'detail',
      cell: (row) => <Moment of={instant(row.queuedAt)} />,
    },
    {
      id: 'state',
      head: text('mail.state'),
      width: 220,
      card: 'status',
      cell: (row) => <StateTag state={row.state} answer={row.answer} />,
    },
  ]
}

export function StateTag({ state, answer }: Pick<MailLine, 'state' | 'answer'>) {
  const text = useMailText()
  const { key, tone } = stateWords(state, answer)
  return <StatusTag tone={tone}>{text(key)}</StatusTag>
}

function Received({ rows, loading, more, onlyUnfiled }: ListProps<ReceivedMail> & { readonly onlyUnfiled: boolean }) {
  const text = useMailText()
  const { go } = useNavigation()
  const columns = useMemo(() => receivedColumns(text), [text])
  const table = useTableView('received-mails', columns)
  return (
    <DataTable
      caption={text('mail.in.title')}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => `${row.fromName ?? row.fromAddress ?? ''}, ${row.subject}`}
      columns={table.visible}
      density={table.view.density}
      onOpen={(row) => go(paths.receivedMail(row.id))}
      more={more}
      loading={loading}
      empty={
        <EmptyState title={text(onlyUnfiled ? 'mail.in.noneUnfiled' : 'mail.in.none')}>
          {text(onlyUnfiled ? 'mail.in.noneUnfiledWords' : 'mail.in.noneWords')}
        </EmptyState>
      }
      foot={<SumBar>{text.count('mail.loaded', rows.length)}</SumBar>}
    />
  )
}

function receivedColumns(text: MailText): readonly Column<ReceivedMail>[] {
  return [
    {
      id: 'from',
      head: text('mail.from'),
      width: 200,
      fixed: true,
      card: 'who',
      cell: (row) => (
        <Link className={styles.name} href={paths.receivedMail(row.id)} tabIndex={-1}>
          {row.fromName ?? row.fromAddress ?? text('mail.in.noSender')}
        </Link>
      ),
    },
    { id: 'subject', head: text('mail.subject'), width: 260, grow: true, card: 'next', cell: (row) => row.subject },
    {
      id: 'kind',
      head: text('mail.in.kind'),
      width: 190,
      card: 'status',
      cell: (row) => <KindTag mail={row} />,
    },
    {
      id: 'when',
      head: text('mail.in.when'),
      width: 160,
      card: 'detail',
      cell: (row) => <Moment of={instant(row.receivedAt)} />,
    },
    {
      id: 'debtor',
      head: text('mail.in.debtor'),
      width: 180,
      card: 'detail',
      cell: (row) =>
        row.debtorName ?? <span className="muted">{row.kind === 'letter' ? text('mail.in.unfiled') : '–'}</span>,
    },
  ]
}

export function KindTag({ mail }: { readonly mail: Pick<ReceivedMail, 'kind' | 'unread'> }) {
  const text = useMailText()
  const { key, tone } = kindWords(mail)
  return <StatusTag tone={tone}>{text(key)}</StatusTag>
}
