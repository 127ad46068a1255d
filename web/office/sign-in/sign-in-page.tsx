// Anmelden: e-mail and password, then the code of the authenticator app where one is set up.

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useText, useTexts } from '../../texts/index.ts'
import { Button, Note, PasswordField, Stack, TextField, type Trouble, Wordmark } from '../../ui/index.ts'
import styles from './sign-in.module.css'

export type Credentials = { readonly email: string; readonly password: string }
export type SecondFactor = { readonly kind: 'app' | 'backup'; readonly code: string }

export type SignInProps = {
  readonly step: 'password' | 'code'
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  /** Demo logins that may be shown; only a demo server tells them. */
  readonly demo?: readonly { readonly label: string; readonly email: string; readonly password: string }[]
  readonly onPassword: (credentials: Credentials) => void
  readonly onCode: (factor: SecondFactor) => void
  readonly onBack: () => void
}

export function SignInPage(props: SignInProps) {
  const text = useText()
  useEffect(() => {
    document.title = `${text('signIn.title')} · Mahnwerk`
  }, [text])
  return (
    <main className={styles.page} id="main">
      <div className={styles.sheet}>
        <p className={styles.mark}>
          <Wordmark large />
        </p>
        {props.trouble === undefined ? null : (
          <Note tone="stop" urgent>
            <b>{props.trouble.title}.</b> {props.trouble.detail}
          </Note>
        )}
        {props.step === 'password' ? <PasswordStep {...props} /> : <CodeStep {...props} />}
      </div>
      <LanguageLine />
      <p className="small">
        <a href="/rechner">{text('signIn.calculators')}</a>
      </p>
    </main>
  )
}

function Step({
  title,
  lead,
  onSubmit,
  children,
}: {
  title: string
  lead?: string
  onSubmit: () => void
  children: ReactNode
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="muted">{lead}</p>}
      </div>
      {children}
    </form>
  )
}

function PasswordStep({ busy, demo = [], onPassword }: SignInProps) {
  const text = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const missing = email.trim() === '' || password === ''
  return (
    <Step title={text('signIn.title')} onSubmit={() => !missing && onPassword({ email: email.trim(), password })}>
      <TextField
        label={text('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField
        label={text('signIn.password')}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {text('signIn.act')}
      </Button>
      {demo.length === 0 ? null : (
        <Stack tight>
          <p className="small muted">{text('signIn.demo')}</p>
          {demo.map((login) => (
            <Button key={login.email} small onClick={() => onPassword(login)}>
              {login.label}
            </Button>
          ))}
        </Stack>
      )}
    </Step>
  )
}

function CodeStep({ busy, onCode, onBack }: SignInProps) {
  const text = useText()
  const [kind, setKind] = useState<SecondFactor['kind']>('app')
  const [code, setCode] = useState('')
  const sent = useRef('')
  const backup = kind === 'backup'
  const change = (typed: string): void => {
    const next = backup ? typed : typed.replace(/\D/g, '').slice(0, 6)
    setCode(next)
    // Six digits are the whole code; waiting for a click would only cost time it does not have.
    if (backup || next.length !== 6 || sent.current === next) return
    sent.current = next
    onCode({ kind, code: next })
  }
  return (
    <Step
      title={text('signIn.codeTitle')}
      lead={text(backup ? 'signIn.backupLead' : 'signIn.codeLead')}
      onSubmit={() => code !== '' && onCode({ kind, code: code.trim() })}
    >
      <TextField
        key={kind}
        label={text(backup ? 'signIn.backup' : 'signIn.code')}
        inputMode={backup ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoFocus
        value={code}
        classNames={{ input: styles.code ?? '' }}
        onChange={(event) => change(event.target.value)}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {text('signIn.act')}
      </Button>
      <div className={styles.ways}>
        <Button
          small
          kind="quiet"
          onClick={() => {
            setKind(backup ? 'app' : 'backup')
            setCode('')
          }}
        >
          {text(backup ? 'signIn.useApp' : 'signIn.useBackup')}
        </Button>
        <Button small kind="quiet" onClick={onBack}>
          {text('signIn.back')}
        </Button>
      </div>
    </Step>
  )
}

function LanguageLine() {
  const { language, setLanguage } = useTexts()
  const other = language === 'de' ? 'en' : 'de'
  return (
    <p className="small">
      <button type="button" className={styles.language} lang={other} onClick={() => setLanguage(other)}>
        {other === 'en' ? 'English' : 'Deutsch'}
      </button>
    </p>
  )
}
