// One mail that came in: what it says, whose it is, and where it is filed.

import type { ReceivedMail } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import { useState } from 'react'
import { useFormat } from '../../texts/index.ts'
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
  Note,
  PageHead,
  Row,
  Sheet,
  Stack,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { DocumentsList } from '../invoices/documents-list.tsx'
import { paths } from '../paths.ts'
import styles from './mail.module.css'
import { KindTag } from './outbox-page.tsx'

export type Candidate = { readonly id: string; readonly name: string; readonly place: string }

export type InvoiceName = { readonly id: string; readonly number: string }

export type FilingProps = {
  readonly query: string
  readonly found: readonly Candidate[] | undefined
  readonly busy: boolean
  readonly onQuery: (query: string) => void
  readonly chosen: Candidate | undefined
  readonly onChoose: (debtor: Candidate | undefined) => void
  /** The chosen debtor's; undefined until they are known. */
  readonly invoices: readonly InvoiceName[] | undefined
  readonly onFile: (debtorId: string, invoiceIds: readonly string[]) => void
}

export type ReceivedPageProps = {
  readonly mail: ReceivedMail | undefined
  /** The invoices it is about. */
  readonly about: readonly InvoiceName[]
  readonly trouble?: Trouble | undefined
  /** Absent where the person may not file it. */
  readonly filing?: FilingProps | undefined
  /** Absent where nothing waits for this person. */
  readonly onDone?: (() => void) | undefined
  readonly busy: boolean
  readonly onRetry: () => void
}

export function ReceivedPage({ mail, about, trouble, filing, onDone, busy, onRetry }: ReceivedPageProps) {
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
        tag={<KindTag mail={mail} />}
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
          <Stack>
            <Warning mail={mail} />
            {mail.text === '' ? null : <pre className={styles.text}>{mail.text}</pre>}
          </Stack>
        </Sheet>
        <Stack>
          {trouble === undefined ? null : (
            <Sheet>
              <ErrorState trouble={trouble} />
            </Sheet>
          )}
          {documentId === null && kind !== 'bounce' && filing !== undefined ? (
            <Filing {...filing} unread={mail.unread !== null} />
          ) : null}
          <Sheet title={text('mail.in.about')}>
            <FieldList fields={fieldsOf(mail, about, text)} />
          </Sheet>
          {mail.files.length === 0 ? null : (
            <Sheet title={text('mail.files')}>
              <DocumentsList
                documents={mail.files.map(({ name }, index) => ({
                  id: String(index),
                  name,
                  href: `/api/v1/received-mails/${mail.id}/files/${index}`,
                }))}
              />
            </Sheet>
          )}
          {documentId === null && mail.unread === null ? null : (
            <Sheet title={text('mail.in.original')}>
              <DocumentsList
                documents={[
                  { id: mail.id, name: `${mail.subject || text('mail.in.title')}.eml`, href: originalOf(mail) },
                ]}
              />
            </Sheet>
          )}
        </Stack>
      </Columns>
    </>
  )
}

function originalOf({ id, documentId }: ReceivedMail): string {
  return documentId === null ? `/api/v1/received-mails/${id}/original` : `/api/v1/documents/${documentId}/content`
}

function Warning({ mail }: { readonly mail: ReceivedMail }) {
  if (mail.unread !== null) return <Unread why={mail.unread.why} cut={mail.cut} />
  return mail.cut ? <Cut size={mail.size} /> : null
}

type UnreadProps = { readonly why: NonNullable<ReceivedMail['unread']>['why']; readonly cut: boolean }

function Unread({ why, cut }: UnreadProps) {
  const text = useMailText()
  return (
    <Note tone="warn">
      <b>{text('mail.in.unreadTitle')}.</b> {text(`mail.in.unread.${why}`)}{' '}
      {text(cut ? 'mail.in.unreadAway' : 'mail.in.unreadKept')}
    </Note>
  )
}

function Cut({ size }: { readonly size: number | null }) {
  const text = useMailText()
  const { number } = useFormat()
  return (
    <Note tone="warn">
      <b>{text('mail.in.cutTitle')}.</b> {text('mail.in.cut', { size: number(Math.ceil((size ?? 0) / 1_000_000)) })}
    </Note>
  )
}

function fieldsOf(mail: ReceivedMail, about: readonly InvoiceName[], text: MailText): readonly Field[] {
  const { fromName, fromAddress, sentAt, receivedAt, debtorId, debtorName, filedBy, mailId, unread } = mail
  const from = fromName === null ? (fromAddress ?? text('mail.in.noSender')) : `${fromName} <${fromAddress ?? ''}>`
  const sent =
    sentAt === null ? [] : [{ id: 'sent', label: text('mail.in.sentAt'), value: <Moment of={instant(sentAt)} /> }]
  const ours = <Link href={paths.mail(mailId ?? '')}>{text('mail.in.ours')}</Link>
  return [
    { id: 'from', label: text('mail.from'), value: <span className={styles.wrap}>{from}</span> },
    ...sent,
    ...(unread === null ? [] : [{ id: 'unread', label: text('mail.in.unreadWords'), value: unread.words }]),
    { id: 'received', label: text('mail.in.when'), value: <Moment of={instant(receivedAt)} /> },
    ...(mailId === null ? [] : [{ id: 'ours', label: text('mail.in.answers'), value: ours }]),
    ...(debtorId === null || debtorName === null
      ? []
      : [
          {
            id: 'debtor',
            label: text('mail.in.debtor'),
            value: <Link href={paths.debtor(debtorId)}>{debtorName}</Link>,
          },
        ]),
    ...(filedBy === null
      ? []
      : [{ id: 'why', label: text('mail.in.filedBy'), value: text(`mail.in.filedBy.${filedBy}`) }]),
    ...(about.length === 0 ? [] : [{ id: 'about', label: text('mail.in.invoices'), value: <Invoices of={about} /> }]),
  ]
}

function Invoices({ of }: { readonly of: readonly InvoiceName[] }) {
  return of.map(({ id, number }, index) => (
    <span key={id}>
      {index === 0 ? '' : ', '}
      <Link href={paths.invoice(id)}>{number}</Link>
    </span>
  ))
}

/** First whose it is, then what it is about. */
function Filing({ unread, ...props }: FilingProps & { readonly unread: boolean }) {
  const { query, found, chosen, onQuery, onChoose } = props
  const text = useMailText()
  return (
    <Sheet title={text('mail.in.file')} lead={text(unread ? 'mail.in.fileUnread' : 'mail.in.fileLead')}>
      {chosen === undefined ? (
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
              {found.map((candidate) => (
                <li key={candidate.id}>
                  <span>
                    <b>{candidate.name}</b> <small className="muted">{candidate.place}</small>
                  </span>
                  <Button small onClick={() => onChoose(candidate)}>
                    {text('mail.in.pick')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Stack>
      ) : (
        <Chosen key={chosen.id} {...props} chosen={chosen} />
      )}
    </Sheet>
  )
}

function Chosen({ chosen, invoices, busy, onChoose, onFile }: FilingProps & { readonly chosen: Candidate }) {
  const text = useMailText()
  const [about, setAbout] = useState<readonly string[]>([])
  const mark = (id: string, on: boolean): void => setAbout(on ? [...about, id] : about.filter((one) => one !== id))
  return (
    <Stack>
      <p>
        <b>{chosen.name}</b> <small className="muted">{chosen.place}</small>
      </p>
      {invoices === undefined ? (
        <LoadingState />
      ) : invoices.length === 0 ? (
        <p className="muted">{text('mail.in.noInvoices')}</p>
      ) : (
        <fieldset className={styles.which}>
          <legend>{text('mail.in.which')}</legend>
          {invoices.map(({ id, number }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={about.includes(id)}
                onChange={(event) => mark(id, event.target.checked)}
              />
              {number}
            </label>
          ))}
        </fieldset>
      )}
      <Row>
        <Button kind="primary" busy={busy} onClick={() => onFile(chosen.id, about)}>
          {text('mail.in.fileAt', { name: chosen.name })}
        </Button>
        <Button kind="quiet" onClick={() => onChoose(undefined)}>
          {text('mail.in.other')}
        </Button>
      </Row>
    </Stack>
  )
}
