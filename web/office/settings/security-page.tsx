// Sicherheit: the own password, the second factor, where one is signed in.

import type { Instant } from '@mahnwerk/core/calendar'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useText } from '../../texts/index.ts'
import {
  Button,
  Moment,
  Note,
  PasswordField,
  Row,
  Sheet,
  Stack,
  StatusTag,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

export type Enrolment = { readonly qrSvg: string; readonly secret: string; readonly backupCodes: readonly string[] }

export type SecurityPageProps = {
  readonly twoFactor: boolean
  readonly passwordDue: boolean
  /** Being set up: the code of the app confirms it. */
  readonly enrolment?: Enrolment | undefined
  readonly sessions: readonly {
    readonly id: string
    readonly current: boolean
    readonly since: Instant
    readonly device: string
  }[]
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onPassword: (current: string, next: string) => void
  readonly onEnable: (password: string) => void
  readonly onConfirm: (code: string) => void
  readonly onDisable: (password: string) => void
  readonly onEndSession: (id: string) => void
}

export function SecurityPage(props: SecurityPageProps) {
  const { trouble, passwordDue } = props
  const text = useText()
  return (
    <SettingsFrame section="sicherheit">
      {trouble === undefined ? null : (
        <Note tone="stop" urgent>
          <b>{trouble.title}.</b> {trouble.detail}
        </Note>
      )}
      {passwordDue ? <Note tone="warn">{text('security.passwordDue')}</Note> : null}
      <PasswordSheet {...props} />
      <SecondFactorSheet {...props} />
      <Sessions {...props} />
    </SettingsFrame>
  )
}

const SHORTEST = 10

function PasswordSheet({ busy, onPassword }: SecurityPageProps) {
  const text = useText()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const short = next !== '' && next.length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (current === '' || next.length < SHORTEST) return
    onPassword(current, next)
    setCurrent('')
    setNext('')
  }
  return (
    <Sheet title={text('security.password')} lead={text('security.passwordLead')}>
      <form className={styles.form} onSubmit={submit}>
        <PasswordField
          label={text('security.current')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <PasswordField
          label={text('security.next')}
          description={text('security.nextHelp', { count: SHORTEST })}
          autoComplete="new-password"
          value={next}
          error={short ? text('security.tooShort', { count: SHORTEST }) : undefined}
          onChange={(event) => setNext(event.target.value)}
        />
        <Row>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={current === '' || next.length < SHORTEST ? text('security.incomplete') : undefined}
          >
            {text('security.change')}
          </Button>
        </Row>
      </form>
    </Sheet>
  )
}

function SecondFactorSheet(props: SecurityPageProps) {
  const { twoFactor, enrolment, busy } = props
  const text = useText()
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (password === '') return
    if (twoFactor) props.onDisable(password)
    else props.onEnable(password)
    setPassword('')
  }
  return (
    <Sheet
      title={text('security.twoFactor')}
      lead={text('security.twoFactorLead')}
      actions={
        <StatusTag tone={twoFactor ? 'good' : 'neutral'}>{text(twoFactor ? 'security.on' : 'security.off')}</StatusTag>
      }
    >
      {enrolment !== undefined && !twoFactor ? (
        <Enrol enrolment={enrolment} busy={busy} onConfirm={props.onConfirm} />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <PasswordField
            label={text('security.confirmPassword')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Row>
            <Button
              type="submit"
              kind={twoFactor ? 'plain' : 'primary'}
              busy={busy}
              reason={password === '' ? text('security.passwordMissing') : undefined}
            >
              {text(twoFactor ? 'security.disable' : 'security.enable')}
            </Button>
          </Row>
        </form>
      )}
    </Sheet>
  )
}

function Enrol({
  enrolment,
  busy,
  onConfirm,
}: {
  enrolment: Enrolment
  busy: boolean
  onConfirm: (code: string) => void
}) {
  const text = useText()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (code.length === 6) onConfirm(code)
  }
  return (
    <Stack>
      <p>{text('security.scan')}</p>
      <img
        className={styles.qr}
        alt={text('security.qr')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`}
      />
      <p className="small muted">
        {text('security.secret')} <code>{enrolment.secret}</code>
      </p>
      <Note tone="warn">
        <b>{text('security.backup')}</b> {text('security.backupLead')}
        <ul className={styles.codes}>
          {enrolment.backupCodes.map((backup) => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
      </Note>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={text('signIn.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
        />
        <Row>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={code.length === 6 ? undefined : text('security.codeMissing')}
          >
            {text('security.confirm')}
          </Button>
        </Row>
      </form>
    </Stack>
  )
}

function Sessions({ sessions, onEndSession }: SecurityPageProps) {
  const text = useText()
  return (
    <Sheet title={text('security.sessions')}>
      {sessions.map((session) => (
        <p key={session.id} className={styles.practice}>
          <span>{session.device}</span>
          <span className="small muted">
            {text('security.since')} <Moment of={session.since} />
          </span>
          {session.current ? (
            <StatusTag tone="good">{text('security.thisOne')}</StatusTag>
          ) : (
            <Button small onClick={() => onEndSession(session.id)}>
              {text('security.end')}
            </Button>
          )}
        </p>
      ))}
    </Sheet>
  )
}
