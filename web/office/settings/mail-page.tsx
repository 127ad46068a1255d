// Einstellungen > E-Mail: the mailbox that mail leaves by, tried out with one button, and behind it where mail comes in.

import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '../../texts/index.ts'
import { useMailText } from '../../texts/mail/mail-text.ts'
import {
  Button,
  ErrorState,
  LoadingState,
  Note,
  Row,
  SelectField,
  Sheet,
  Stack,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { type MailServer, MailServerFields } from './mail-server-fields.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

/** What a form holds; empty words are no value. */
export type MailAccount = MailServer & {
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string
  readonly bounceAddress: string
  readonly bounceTokens: boolean
  readonly connections: string
  /** Empty: as fast as the server takes them. */
  readonly perMinute: string
}

export type MailTrial = {
  readonly ok: boolean
  readonly title: string
  readonly detail: string
  readonly answer: string
}

export type MailPageProps = {
  readonly account: MailAccount | undefined
  readonly way: 'smtp' | 'demo' | 'none'
  readonly passwordKept: boolean
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  readonly ownAddress: string
  readonly trial: MailTrial | undefined
  readonly trying: boolean
  /** `password`: undefined where the kept one stays. */
  readonly onSave: (account: MailAccount, password: string | undefined) => void
  readonly onTry: (to: string) => void
  readonly onRetry: () => void
  /** Where answers come in. */
  readonly intake: ReactNode
}

export function MailPage(props: MailPageProps) {
  const { account, trouble, onRetry } = props
  const text = useMailText()
  return (
    <SettingsFrame
      section="e-mail"
      actions={
        <Button kind="quiet" href={paths.mails('ausgang')}>
          {text('mail.set.outbox')}
        </Button>
      }
    >
      {account !== undefined ? (
        <Form key={JSON.stringify([account, props.passwordKept])} {...props} account={account} />
      ) : (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      )}
      {props.intake}
    </SettingsFrame>
  )
}

type FormProps = MailPageProps & { readonly account: MailAccount }

function Form(props: FormProps) {
  const { account, way, busy, trouble, mayWrite, onSave } = props
  const common = useText()
  const text = useMailText()
  const [now, setNow] = useState(account)
  const [password, setPassword] = useState('')
  const changed = password !== '' || JSON.stringify(now) !== JSON.stringify(account)
  const complete = [now.host, now.fromName, now.fromAddress, now.port].every((word) => word.trim() !== '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (changed && complete) onSave(now, password === '' ? undefined : password)
  }
  const parts = {
    ...props,
    now,
    password,
    setPassword,
    set: (more: Partial<MailAccount>) => setNow({ ...now, ...more }),
  }
  return (
    <>
      {way === 'smtp' ? null : <Note tone={way === 'demo' ? 'info' : 'warn'}>{text(`mail.set.${way}`)}</Note>}
      <form onSubmit={submit} className={styles.content}>
        {trouble === undefined ? null : (
          <Sheet>
            <ErrorState trouble={trouble} />
          </Sheet>
        )}
        <ServerFields {...parts} />
        <SenderFields {...parts} />
        <BounceFields {...parts} />
        <PaceFields {...parts} />
        {mayWrite ? (
          <Row end>
            <Button
              kind="primary"
              type="submit"
              busy={busy}
              reason={!changed ? common('settings.unchanged') : complete ? undefined : text('mail.set.missing')}
            >
              {common('ui.save')}
            </Button>
          </Row>
        ) : null}
      </form>
      {mayWrite ? <Trial {...props} unsaved={changed} /> : null}
    </>
  )
}

type FieldsProps = FormProps & {
  readonly now: MailAccount
  readonly set: (more: Partial<MailAccount>) => void
  readonly password: string
  readonly setPassword: (password: string) => void
}

// What a provider almost always means by each.
const PORTS = { starttls: '587', tls: '465', none: '25' } as const

function ServerFields({ now, ...parts }: FieldsProps) {
  const text = useMailText()
  return (
    <Sheet title={text('mail.set.server')} lead={text('mail.set.serverLead')}>
      <div className={styles.form}>
        <MailServerFields {...parts} words="set" server={now} ports={PORTS} userRequired={false} />
      </div>
    </Sheet>
  )
}

function SenderFields({ now, set, mayWrite }: FieldsProps) {
  const text = useMailText()
  return (
    <Sheet title={text('mail.set.sender')} lead={text('mail.set.senderLead')}>
      <div className={styles.form}>
        <div className={styles.two}>
          <TextField
            label={text('mail.set.fromName')}
            required
            readOnly={!mayWrite}
            value={now.fromName}
            onChange={(event) => set({ fromName: event.target.value })}
          />
          <TextField
            label={text('mail.set.fromAddress')}
            type="email"
            required
            readOnly={!mayWrite}
            value={now.fromAddress}
            onChange={(event) => set({ fromAddress: event.target.value.trim() })}
          />
        </div>
        <TextField
          label={text('mail.set.replyTo')}
          description={text('mail.set.replyToHelp')}
          type="email"
          readOnly={!mayWrite}
          value={now.replyTo}
          onChange={(event) => set({ replyTo: event.target.value.trim() })}
        />
      </div>
    </Sheet>
  )
}

function BounceFields({ now, set, mayWrite }: FieldsProps) {
  const text = useMailText()
  return (
    <Sheet title={text('mail.set.bounces')} lead={text('mail.set.bouncesLead')}>
      <div className={styles.form}>
        <TextField
          label={text('mail.set.bounceAddress')}
          description={text('mail.set.bounceHelp')}
          type="email"
          readOnly={!mayWrite}
          value={now.bounceAddress}
          onChange={(event) => set({ bounceAddress: event.target.value.trim() })}
        />
        {now.bounceAddress === '' ? null : (
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={now.bounceTokens}
              disabled={!mayWrite}
              onChange={(event) => set({ bounceTokens: event.target.checked })}
            />
            {text('mail.set.tokens')}
            <small>{text('mail.set.tokensHelp')}</small>
          </label>
        )}
      </div>
    </Sheet>
  )
}

const CONNECTIONS = ['1', '2', '4', '8', '16']

function PaceFields({ now, set, mayWrite }: FieldsProps) {
  const text = useMailText()
  const choices = CONNECTIONS.includes(now.connections) ? CONNECTIONS : [now.connections, ...CONNECTIONS]
  return (
    <Sheet title={text('mail.set.pace')} lead={text('mail.set.paceLead')}>
      <div className={styles.form}>
        <div className={styles.two}>
          <SelectField
            label={text('mail.set.connections')}
            description={text('mail.set.connectionsHelp')}
            data={choices.map((value) => ({ value, label: value }))}
            value={now.connections}
            disabled={!mayWrite}
            onChange={(event) => set({ connections: event.target.value })}
          />
          <TextField
            label={text('mail.set.perMinute')}
            description={text('mail.set.perMinuteHelp')}
            inputMode="numeric"
            readOnly={!mayWrite}
            value={now.perMinute}
            onChange={(event) =>
              set({ perMinute: event.target.value.replace(/\D/g, '').replace(/^0+/, '').slice(0, 5) })
            }
          />
        </div>
      </div>
    </Sheet>
  )
}

function Trial({ ownAddress, trial, trying, unsaved, onTry }: FormProps & { readonly unsaved: boolean }) {
  const text = useMailText()
  const [to, setTo] = useState(ownAddress)
  const reason = unsaved
    ? text('mail.set.testUnsaved')
    : /^\S+@\S+$/.test(to)
      ? undefined
      : text('mail.set.testNoAddress')
  return (
    <Sheet title={text('mail.set.test')} lead={text('mail.set.testLead')}>
      <Stack>
        <div className={styles.form}>
          <TextField
            label={text('mail.set.testTo')}
            type="email"
            value={to}
            onChange={(event) => setTo(event.target.value.trim())}
          />
        </div>
        <Row>
          <Button busy={trying} reason={reason} onClick={() => onTry(to)}>
            {text('mail.set.testSend')}
          </Button>
        </Row>
        {trial === undefined ? null : (
          <div role="status">
            <TrialNote trial={trial} />
          </div>
        )}
      </Stack>
    </Sheet>
  )
}

/** What a server answered, in our words and its own. */
export function TrialNote({ trial }: { readonly trial: MailTrial }) {
  const text = useMailText()
  return (
    <Note tone={trial.ok ? 'good' : 'stop'}>
      <b>{trial.title}.</b> {trial.detail}
      {trial.answer === '' ? null : (
        <>
          <br />
          <small className="muted">
            {text('mail.words')}: {trial.answer}
          </small>
        </>
      )}
    </Note>
  )
}
