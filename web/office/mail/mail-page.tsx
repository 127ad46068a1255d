// One mail as it was written: what became of it, and what its reader sees. Its HTML came from us, and is still shown where
// nothing in it can run.

import type { Mail } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import { useState } from 'react'
import { type MailText, useMailText } from '../../texts/mail/mail-text.ts'
import {
  Button,
  Columns,
  ErrorState,
  type Field,
  FieldList,
  LoadingState,
  Moment,
  PageHead,
  Row,
  Sheet,
  Stack,
  type Trouble,
} from '../../ui/index.ts'
import { DocumentsList } from '../invoices/documents-list.tsx'
import { paths } from '../paths.ts'
import styles from './mail.module.css'
import { type DemoAnswer, DemoAnswers } from './demo-answers.tsx'
import { StateTag } from './outbox-page.tsx'

export type MailPageProps = {
  readonly mail: Mail | undefined
  readonly trouble?: Trouble | undefined
  readonly busy: boolean
  /** Absent where the person may not decide. */
  readonly onAgain?: (() => void) | undefined
  readonly onArrived?: (() => void) | undefined
  readonly onDone?: (() => void) | undefined
  /** Only in the demo, of a mail that has left. */
  readonly onAnswer?: ((answer: DemoAnswer) => void) | undefined
  readonly answering: boolean
  readonly onRetry: () => void
}

export function MailPage({ mail, trouble, onAnswer, answering, onRetry, ...acts }: MailPageProps) {
  const text = useMailText()
  const crumbs = [{ label: text('mail.title'), href: paths.mails('ausgang') }]
  if (mail === undefined)
    return (
      <>
        <PageHead title={text('mail.title')} crumbs={crumbs} />
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      </>
    )
  const [invoiceId] = mail.invoiceIds
  return (
    <>
      <PageHead
        title={mail.subject}
        crumbs={crumbs}
        tag={<StateTag state={mail.state} answer={mail.answer} />}
        actions={
          invoiceId === undefined ? undefined : (
            <Button href={paths.invoice(invoiceId)}>{text('mail.toInvoice')}</Button>
          )
        }
      />
      <Columns>
        <Letter text={mail.text} html={mail.html} />
        <Stack>
          {trouble === undefined ? null : (
            <Sheet>
              <ErrorState trouble={trouble} />
            </Sheet>
          )}
          <Trouble mail={mail} {...acts} />
          {onAnswer === undefined || mail.state !== 'accepted' ? null : (
            <DemoAnswers busy={answering} onAnswer={onAnswer} />
          )}
          <Sheet title={text('mail.about')}>
            <FieldList fields={fieldsOf(mail, text)} />
          </Sheet>
          <Sheet title={text('mail.files')}>
            {mail.attachments.length === 0 ? (
              <p className="muted">{text('mail.filesNone')}</p>
            ) : (
              <DocumentsList
                documents={mail.attachments.map(({ documentId, name }) => ({
                  id: documentId,
                  name,
                  href: `/api/v1/documents/${documentId}/content`,
                }))}
              />
            )}
          </Sheet>
        </Stack>
      </Columns>
    </>
  )
}

type ActsProps = Pick<MailPageProps, 'busy' | 'onAgain' | 'onArrived' | 'onDone'>

/** What went wrong, and what a person can do about it. */
function Trouble({ mail, busy, onAgain, onArrived, onDone }: ActsProps & { readonly mail: Mail }) {
  const text = useMailText()
  const { state } = mail
  const told = troubleWords(mail, text)
  if (told === undefined) return null
  const verb = (label: string, act: (() => void) | undefined, primary = false) =>
    act === undefined ? null : (
      <Button kind={primary ? 'primary' : 'plain'} busy={busy} onClick={act}>
        {label}
      </Button>
    )
  return (
    <Sheet title={told.title}>
      <Stack>
        <p>{told.detail}</p>
        <Row>
          {state === 'unknown' ? verb(text('mail.arrived'), onArrived, true) : null}
          {state === 'unknown' || state === 'failed' ? verb(text('mail.again'), onAgain) : null}
          {mail.waits && state !== 'unknown' ? verb(text('mail.done'), onDone) : null}
        </Row>
      </Stack>
    </Sheet>
  )
}

function troubleWords(mail: Mail, text: MailText): { readonly title: string; readonly detail: string } | undefined {
  const { state, trouble, bounceVerdict } = mail
  if (state === 'unknown') return { title: text('mail.unknownTitle'), detail: text('mail.unknownWords') }
  if (state === 'bounced')
    return { title: text('mail.state.bounced'), detail: text(`mail.bounce.${bounceVerdict ?? 'hard'}`) }
  return trouble ?? undefined
}

function fieldsOf(mail: Mail, text: MailText): readonly Field[] {
  const { toName, toAddress, sentAt, bouncedAt, sentFrom, messageId, attempts } = mail
  const words = mail.bounceReason ?? mail.answer
  const moment = (id: string, label: string, at: string | null): Field[] =>
    at === null ? [] : [{ id, label, value: <Moment of={instant(at)} /> }]
  const line = (id: string, label: string, value: string | null): Field[] =>
    value === null || value === '' ? [] : [{ id, label, value: <span className={styles.wrap}>{value}</span> }]
  return [
    ...line('to', text('mail.to'), toName === null ? toAddress : `${toName} <${toAddress}>`),
    ...moment('queued', text('mail.queuedAt'), mail.queuedAt),
    ...moment('sent', text('mail.sentAt'), sentAt),
    ...moment('bounced', text('mail.bouncedAt'), bouncedAt),
    ...line('from', text('mail.sentFrom'), sentFrom),
    ...line('words', text('mail.words'), words),
    { id: 'attempts', label: text('mail.attempts'), value: attempts },
    ...line('id', text('mail.messageId'), messageId),
  ]
}

function Letter({ text: plain, html }: { readonly text: string; readonly html: string | null }) {
  const text = useMailText()
  const [asText, setAsText] = useState(false)
  const choose = (
    <div role="group" aria-label={text('mail.how')} className={styles.how}>
      <Button small kind={asText ? 'quiet' : 'plain'} aria-pressed={!asText} onClick={() => setAsText(false)}>
        {text('mail.asHtml')}
      </Button>
      <Button small kind={asText ? 'plain' : 'quiet'} aria-pressed={asText} onClick={() => setAsText(true)}>
        {text('mail.asText')}
      </Button>
    </div>
  )
  return (
    <Sheet title={text('mail.letter')} actions={html === null ? undefined : choose}>
      {html === null || asText ? (
        <pre className={styles.text}>{plain}</pre>
      ) : (
        <iframe className={styles.frame} title={text('mail.frame')} sandbox="" srcDoc={html} />
      )}
    </Sheet>
  )
}
