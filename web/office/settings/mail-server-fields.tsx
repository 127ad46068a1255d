// The server that mail goes to or comes from, and the key to it: the same fields, each with its own words.

import { useMailText } from '../../texts/mail/mail-text.ts'
import { Note, PasswordField, SelectField, TextField } from '../../ui/index.ts'
import styles from './settings.module.css'

export type Security = 'tls' | 'starttls' | 'none'

export type MailServer = {
  readonly host: string
  readonly port: string
  readonly security: Security
  readonly user: string
}

export type MailServerFieldsProps = {
  /** Whose words: of sending, or of fetching. */
  readonly words: 'set' | 'get'
  readonly server: MailServer
  readonly set: (more: Partial<MailServer>) => void
  /** What a provider almost always means by each, the usual one first. */
  readonly ports: Readonly<Record<Security, string>>
  readonly userRequired: boolean
  readonly mayWrite: boolean
  readonly passwordKept: boolean
  readonly password: string
  readonly setPassword: (password: string) => void
}

export function MailServerFields(props: MailServerFieldsProps) {
  const { words, server, set, ports, userRequired, mayWrite, passwordKept, password, setPassword } = props
  const text = useMailText()
  const securities = Object.keys(ports) as Security[] // the record has no other keys
  const choose = (security: Security): void =>
    set({ security, ...(Object.values(ports).includes(server.port) ? { port: ports[security] } : {}) })
  return (
    <>
      <TextField
        label={text(`mail.${words}.host`)}
        description={text(`mail.${words}.hostHelp`)}
        required
        readOnly={!mayWrite}
        value={server.host}
        onChange={(event) => set({ host: event.target.value.trim() })}
      />
      <div className={styles.two}>
        <SelectField
          label={text(`mail.${words}.security`)}
          data={securities.map((value) => ({ value, label: text(`mail.${words}.security.${value}`) }))}
          value={server.security}
          disabled={!mayWrite}
          onChange={(event) => choose(securities.find((one) => one === event.target.value) ?? server.security)}
        />
        <TextField
          label={text(`mail.${words}.port`)}
          inputMode="numeric"
          required
          readOnly={!mayWrite}
          value={server.port}
          onChange={(event) => set({ port: event.target.value.replace(/\D/g, '').slice(0, 5) })}
        />
      </div>
      {server.security === 'none' ? <Note tone="warn">{text('mail.set.noneWarning')}</Note> : null}
      <div className={styles.two}>
        <TextField
          label={text(`mail.${words}.user`)}
          description={text(`mail.${words}.userHelp`)}
          autoComplete="off"
          required={userRequired}
          readOnly={!mayWrite}
          value={server.user}
          onChange={(event) => set({ user: event.target.value })}
        />
        <PasswordField
          label={text(`mail.${words}.password`)}
          description={text(passwordKept ? 'mail.set.passwordKept' : 'mail.set.passwordHelp')}
          autoComplete="new-password"
          readOnly={!mayWrite}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
    </>
  )
}
