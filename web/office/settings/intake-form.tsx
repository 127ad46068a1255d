// Einstellungen > E-Mail > Empfang: the mailbox that answers and returned mail are fetched from, checked with one button.

import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import { type FormEvent, useState } from 'react'
import { useText } from '../../texts/index.ts'
import { useMailText } from '../../texts/mail/mail-text.ts'
import {
  Button,
  DateField,
  ErrorState,
  Moment,
  Note,
  Row,
  SelectField,
  Sheet,
  Stack,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { type MailTrial, TrialNote } from './mail-page.tsx'
import { type MailServer, MailServerFields } from './mail-server-fields.tsx'
import styles from './settings.module.css'

const AFTERWARDS = ['leave', 'seen', 'move', 'delete'] as const
const TAKES = ['all', 'ours'] as const

/** What the form holds; empty words are no value. */
export type Mailbox = MailServer & {
  readonly active: boolean
  readonly folder: string
  readonly afterwards: (typeof AFTERWARDS)[number]
  readonly moveTo: string
  readonly takes: (typeof TAKES)[number]
  readonly since: LocalDate | undefined
}

export type IntakeFormProps = {
  readonly mailbox: Mailbox
  readonly way: 'imap' | 'demo' | 'none'
  readonly passwordKept: boolean
  readonly checkedAt: Instant | undefined
  /** Why the last look into the mailbox failed. */
  readonly failed: MailTrial | undefined
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  readonly trial: MailTrial | undefined
  readonly trying: boolean
  /** `password`: undefined where the kept one stays. */
  readonly onSave: (mailbox: Mailbox, password: string | undefined) => void
  readonly onTry: () => void
}

export function IntakeForm(props: IntakeFormProps) {
  const { mailbox, way, busy, trouble, mayWrite, passwordKept, onSave } = props
  const common = useText()
  const text = useMailText()
  const [now, setNow] = useState(mailbox)
  const [password, setPassword] = useState('')
  const changed = password !== '' || JSON.stringify(now) !== JSON.stringify(mailbox)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (changed && isComplete(now)) onSave(now, password === '' ? undefined : password)
  }
  const set = (more: Partial<Mailbox>): void => setNow({ ...now, ...more })
  const parts = { now, set, mayWrite, passwordKept, password, setPassword }
  return (
    <>
      <form onSubmit={submit} className={styles.content}>
        <Sheet title={text('mail.get.title')} lead={text('mail.get.lead')}>
          <div className={styles.form}>
            {way === 'imap' ? null : <Note tone={way === 'demo' ? 'info' : 'warn'}>{text(`mail.get.${way}`)}</Note>}
            {trouble === undefined ? null : <ErrorState trouble={trouble} />}
            <ActiveField {...parts} />
            <MailServerFields {...parts} words="get" server={now} ports={PORTS} userRequired />
            <TakingFields {...parts} />
          </div>
        </Sheet>
        {mayWrite ? (
          <Row end>
            <Button
              kind="primary"
              type="submit"
              busy={busy}
              reason={!changed ? common('settings.unchanged') : isComplete(now) ? undefined : text('mail.get.missing')}
            >
              {text('mail.get.save')}
            </Button>
          </Row>
        ) : null}
      </form>
      {way === 'none' ? null : <Health {...props} unsaved={changed} />}
    </>
  )
}

function isComplete({ host, port, user, folder, afterwards, moveTo, since }: Mailbox): boolean {
  const words = [host, port, user, folder, ...(afterwards === 'move' ? [moveTo] : [])]
  return since !== undefined && words.every((word) => word.trim() !== '')
}

type FieldsProps = {
  readonly now: Mailbox
  readonly set: (more: Partial<Mailbox>) => void
  readonly mayWrite: boolean
  readonly passwordKept: boolean
  readonly password: string
  readonly setPassword: (password: string) => void
}

// What a provider almost always means by each.
const PORTS = { tls: '993', starttls: '143', none: '143' } as const

function ActiveField({ now, set, mayWrite }: FieldsProps) {
  const text = useMailText()
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={now.active}
        disabled={!mayWrite}
        onChange={(event) => set({ active: event.target.checked })}
      />
      {text('mail.get.active')}
      <small>{text('mail.get.activeHelp')}</small>
    </label>
  )
}

function TakingFields({ now, set, mayWrite }: FieldsProps) {
  const text = useMailText()
  return (
    <>
      <div className={styles.two}>
        <TextField
          label={text('mail.get.folder')}
          description={text('mail.get.folderHelp')}
          required
          readOnly={!mayWrite}
          value={now.folder}
          onChange={(event) => set({ folder: event.target.value })}
        />
        {mayWrite ? (
          <DateField
            label={text('mail.get.since')}
            description={text('mail.get.sinceHelp')}
            required
            value={now.since}
            onChange={(since) => set({ since })}
          />
        ) : null}
      </div>
      <SelectField
        label={text('mail.get.takes')}
        description={text('mail.get.takesHelp')}
        data={TAKES.map((value) => ({ value, label: text(`mail.get.takes.${value}`) }))}
        value={now.takes}
        disabled={!mayWrite}
        onChange={(event) => set({ takes: TAKES.find((one) => one === event.target.value) ?? 'all' })}
      />
      <div className={styles.two}>
        <SelectField
          label={text('mail.get.afterwards')}
          data={AFTERWARDS.map((value) => ({ value, label: text(`mail.get.afterwards.${value}`) }))}
          value={now.afterwards}
          disabled={!mayWrite}
          onChange={(event) => set({ afterwards: AFTERWARDS.find((one) => one === event.target.value) ?? 'leave' })}
        />
        {now.afterwards === 'move' ? (
          <TextField
            label={text('mail.get.moveTo')}
            required
            readOnly={!mayWrite}
            value={now.moveTo}
            onChange={(event) => set({ moveTo: event.target.value })}
          />
        ) : null}
      </div>
      {now.afterwards === 'delete' ? <Note tone="warn">{text('mail.get.deleteWarning')}</Note> : null}
    </>
  )
}

/** When the mailbox was last looked at and what came of it, and a look on demand that takes nothing. */
function Health(props: IntakeFormProps & { readonly unsaved: boolean }) {
  const { mailbox, checkedAt, failed, mayWrite, trial, trying, unsaved, onTry } = props
  const text = useMailText()
  const reason = unsaved ? text('mail.set.testUnsaved') : mailbox.active ? undefined : text('mail.get.off')
  return (
    <Sheet title={text('mail.get.health')} lead={text('mail.get.healthLead')}>
      <Stack>
        <p>
          {checkedAt === undefined ? (
            text('mail.get.never')
          ) : (
            <>
              {text('mail.get.last')} <Moment of={checkedAt} />
              {failed === undefined ? <>. {text('mail.get.lastGood')}</> : null}
            </>
          )}
        </p>
        {failed === undefined ? null : <TrialNote trial={failed} />}
        {mayWrite ? (
          <Row>
            <Button busy={trying} reason={reason} onClick={onTry}>
              {text('mail.get.test')}
            </Button>
          </Row>
        ) : null}
        {trial === undefined ? null : (
          <div role="status">
            <TrialNote trial={trial} />
          </div>
        )}
      </Stack>
    </Sheet>
  )
}
