// One mail that came in: what it says, whose it is, and where it is filed.

import type { ReceivedMail } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import { type MailText, useMailText } from '../../texts/mail/mail-text.ts'
import {
  Button,
  Columns,
  ErrorState,
  type Field,
  FieldList,
  Link,
  LoadingState,
  Moment,
  PageHead,
  Sheet,
  Stack,
  StatusTag,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { DocumentsList } from '../invoices/documents-list.tsx'
import { paths } from '../paths.ts'
import styles from './mail.module.css'
import { KIND_TONES } from './mail-words.ts'

export type Candidate = { readonly id: string; readonly name: string; readonly place: string }

export type FilingProps = {
  readonly query: string
  readonly found: readonly Candidate[] | undefined
  readonly busy: boolean
  readonly onQuery: (query: string) => void
  readonly onFile: (debtorId: string) => void
}

export type ReceivedPageProps = {
  readonly mail: ReceivedMail | undefined
  readonly trouble?: Trouble | undefined
  /** Absent where the person may not file it. */
  readonly filing?: FilingProps | undefined
  /** Absent where nothing waits for this person. */
  readonly onDone?: (() => void) | undefined
  readonly busy: boolean
  readonly onRetry: () => void
}

export function ReceivedPage({ mail, trouble, filing, onDone, busy, onRetry }: ReceivedPageProps) {
  const text = useMailText()
  const crumbs = [
    { label: text('mail.title'), href: paths.mails('ausgang') },
    { label: text('mail.view.eingang'), href: paths.mails('eingang') },
  ]
  if (mail === undefined)
    return (
      <>
        <PageHead title={text('mail.in.title')} crumbs={crumbs} />
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      </>
    )
  const { documentId, kind } = mail
  return (
    <>
      <PageHead
        title={mail.subject === '' ? text('mail.in.title') : mail.subject}
        crumbs={crumbs}
        tag={<StatusTag tone={KIND_TONES[kind]}>{text(`mail.in.kind.${kind}`)}</StatusTag>}
        actions={
          onDone !== undefined && mail.waits ? (
            <Button kind="primary" busy={busy} onClick={onDone}>
              {text('mail.done')}
            </Button>
          ) : undefined
        }
      />
      <Columns>
        <Sheet>
          <pre className={styles.text}>{mail.text}</pre>
        </Sheet>
        <Stack>
          {trouble === undefined ? null : (
            <Sheet>
              <ErrorState trouble={trouble} />
            </Sheet>
          )}
          {documentId === null && kind !== 'bounce' && filing !== undefined ? <Filing {...filing} /> : null}
          <Sheet title={text('mail.in.about')}>
            <FieldList fields={fieldsOf(mail, text)} />
          </Sheet>
          {documentId === null ? null : (
            <Sheet title={text('mail.in.original')}>
              <DocumentsList
                documents={[
                  { id: documentId, name: `${mail.subject}.eml`, href: `/api/v1/documents/${documentId}/content` },
                ]}
              />
            </Sheet>
          )}
        </Stack>
      </Columns>
    </>
  )
}

function fieldsOf(mail: ReceivedMail, text: MailText): readonly Field[] {
  const { fromName, fromAddress, sentAt, receivedAt, debtorName, mailId } = mail
  const from = fromName === null ? fromAddress : `${fromName} <${fromAddress ?? ''}>`
  const sent =
    sentAt === null ? [] : [{ id: 'sent', label: text('mail.in.sentAt'), value: <Moment of={instant(sentAt)} /> }]
  const ours = <Link href={paths.mail(mailId ?? '')}>{text('mail.in.ours')}</Link>
  return [
    { id: 'from', label: text('mail.from'), value: <span className={styles.wrap}>{from}</span> },
    ...sent,
    { id: 'received', label: text('mail.in.when'), value: <Moment of={instant(receivedAt)} /> },
    ...(mailId === null ? [] : [{ id: 'ours', label: text('mail.in.answers'), value: ours }]),
    ...(debtorName === null ? [] : [{ id: 'debtor', label: text('mail.in.debtor'), value: debtorName }]),
  ]
}

function Filing({ query, found, busy, onQuery, onFile }: FilingProps) {
  const text = useMailText()
  return (
    <Sheet title={text('mail.in.file')} lead={text('mail.in.fileLead')}>
      <Stack tight>
        <TextField
          label={text('mail.in.search')}
          description={text('mail.in.searchHelp')}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
        {found === undefined ? null : found.length === 0 ? (
          <p className="muted">{text('mail.in.noMatch')}</p>
        ) : (
          <ul className={styles.found}>
            {found.map(({ id, name, place }) => (
              <li key={id}>
                <span>
                  <b>{name}</b> <small className="muted">{place}</small>
                </span>
                <Button small busy={busy} onClick={() => onFile(id)}>
                  {text('mail.in.choose')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Sheet>
  )
}
