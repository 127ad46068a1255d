// API-Schlüssel: programs that work here, with which rights, and when they last did.

import type { Instant } from '@mahnwerk/core/calendar'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../texts/index.ts'
import {
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  LoadingState,
  Moment,
  SelectField,
  Sheet,
  Stack,
  StatusTag,
  TextField,
  type Trouble,
  ScrollBox,
} from '../../ui/index.ts'
import { type OfficeRole, ROLES, isOfficeRole } from './roles.ts'
import { SecretNote } from './secret-note.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

export type OfficeKey = {
  readonly id: string
  readonly name: string
  readonly start: string
  readonly role: string
  readonly createdAt: Instant
  readonly lastUsedAt?: Instant | undefined
  readonly revoked: boolean
}

export type KeysPageProps = {
  readonly keys: readonly OfficeKey[] | undefined
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  /** Shown once after a key was made. */
  readonly secret?: { readonly name: string; readonly key: string } | undefined
  readonly onMake: (name: string, role: OfficeRole) => void
  readonly onRevoke: (id: string) => void
  readonly onRetry: () => void
}

export function KeysPage(props: KeysPageProps) {
  const { keys, trouble, secret } = props
  const text = useText()
  const [making, setMaking] = useState(false)
  const make = (
    <Button kind="primary" icon={<IconPlus aria-hidden />} onClick={() => setMaking(true)}>
      {text('keys.make')}
    </Button>
  )
  return (
    <SettingsFrame section="api-schluessel" actions={make}>
      {secret === undefined ? null : <SecretNote lead={text('keys.made', { name: secret.name })} secret={secret.key} />}
      <Sheet flush>
        {trouble !== undefined ? (
          <ErrorState trouble={trouble} onRetry={props.onRetry} />
        ) : keys === undefined ? (
          <LoadingState />
        ) : keys.length === 0 ? (
          <EmptyState title={text('keys.none')}>{text('keys.noneWords')}</EmptyState>
        ) : (
          <Keys keys={keys} onRevoke={props.onRevoke} />
        )}
      </Sheet>
      <p className="small muted">
        {text('keys.docs')}{' '}
        <a href="/api/docs" target="_blank" rel="noreferrer">
          {text('keys.docsLink')}
        </a>
      </p>
      {making ? <MakeKey {...props} onClose={() => setMaking(false)} /> : null}
    </SettingsFrame>
  )
}

function Keys({ keys, onRevoke }: { keys: readonly OfficeKey[]; onRevoke: (id: string) => void }) {
  const text = useText()
  return (
    <ScrollBox className={styles.scroll} label={text('settings.api-schluessel')}>
      <table className={styles.list}>
        <caption className="hidden">{text('settings.api-schluessel')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('keys.name')}</th>
            <th scope="col">{text('keys.start')}</th>
            <th scope="col">{text('users.role')}</th>
            <th scope="col">{text('keys.lastUsed')}</th>
            <th scope="col">
              <span className="hidden">{text('invoices.functions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>
                <b>{key.name}</b>
              </td>
              <td>
                <code>{key.start}…</code>
              </td>
              <td>{isOfficeRole(key.role) ? text(`role.${key.role}`) : key.role}</td>
              <td className="muted">
                {key.lastUsedAt === undefined ? text('keys.never') : <Moment of={key.lastUsedAt} />}
              </td>
              <td>
                {key.revoked ? (
                  <StatusTag tone="stop">{text('keys.revoked')}</StatusTag>
                ) : (
                  <Button small onClick={() => onRevoke(key.id)}>
                    {text('keys.revoke')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function MakeKey({ busy, onMake, onClose }: KeysPageProps & { readonly onClose: () => void }) {
  const text = useText()
  const [name, setName] = useState('')
  const [role, setRole] = useState<OfficeRole>('accountant')
  const make = (): void => {
    if (name.trim() === '') return
    onMake(name.trim(), role)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={make}
      title={text('keys.make')}
      lead={text('keys.makeLead')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={name.trim() === '' ? text('keys.nameMissing') : undefined}
          >
            {text('keys.make')}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label={text('keys.name')}
          description={text('keys.nameHelp')}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={text('users.role')}
          description={text(`roleHelp.${role}`)}
          data={ROLES.map((value) => ({ value, label: text(`role.${value}`) }))}
          value={role}
          onChange={(event) => isOfficeRole(event.target.value) && setRole(event.target.value)}
        />
      </Stack>
    </Dialog>
  )
}
