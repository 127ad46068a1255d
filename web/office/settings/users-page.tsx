// Benutzer und Rechte: who works here, in which role, for which locations.

import type { Instant } from '@mahnwerk/core/calendar'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../texts/index.ts'
import {
  Button,
  Dialog,
  ErrorState,
  LoadingState,
  Moment,
  Note,
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

export type OfficeUser = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  /** Undefined: all of them. */
  readonly practices?: readonly string[] | undefined
  readonly active: boolean
  readonly twoFactor: boolean
  readonly lastSignIn?: Instant | undefined
}

export type NewOfficeUser = {
  readonly name: string
  readonly email: string
  readonly role: OfficeRole
  readonly practices: readonly string[] | null
}

export type UsersPageProps = {
  readonly users: readonly OfficeUser[] | undefined
  readonly practices: readonly { readonly id: string; readonly name: string }[]
  readonly ownId: string
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  /** Shown once after a user was added or the password renewed. */
  readonly initialPassword?: { readonly name: string; readonly password: string } | undefined
  readonly onAdd: (user: NewOfficeUser) => void
  readonly onRole: (id: string, role: OfficeRole) => void
  readonly onActive: (id: string, active: boolean) => void
  readonly onRenewPassword: (id: string) => void
  readonly onRetry: () => void
}

export function UsersPage(props: UsersPageProps) {
  const { users, trouble, initialPassword } = props
  const text = useText()
  const [adding, setAdding] = useState(false)
  return (
    <SettingsFrame
      section="benutzer"
      actions={
        <Button kind="primary" icon={<IconUserPlus aria-hidden />} onClick={() => setAdding(true)}>
          {text('users.add')}
        </Button>
      }
    >
      {initialPassword === undefined ? null : (
        <SecretNote
          lead={text('users.initialPassword', { name: initialPassword.name })}
          secret={initialPassword.password}
        />
      )}
      {trouble === undefined ? null : (
        <Note tone="stop" urgent>
          <b>{trouble.title}.</b> {trouble.detail}
        </Note>
      )}
      <Sheet flush>
        {users === undefined ? (
          trouble === undefined ? (
            <LoadingState />
          ) : (
            <ErrorState trouble={trouble} onRetry={props.onRetry} />
          )
        ) : (
          <Users {...props} users={users} />
        )}
      </Sheet>
      {adding ? <AddUser {...props} onClose={() => setAdding(false)} /> : null}
    </SettingsFrame>
  )
}

function Users({
  users,
  practices,
  ownId,
  onRole,
  onActive,
  onRenewPassword,
}: UsersPageProps & { readonly users: readonly OfficeUser[] }) {
  const text = useText()
  const namesOf = (ids: readonly string[] | undefined): string =>
    ids === undefined
      ? text('users.allPractices')
      : practices
          .filter(({ id }) => ids.includes(id))
          .map(({ name }) => name)
          .join(', ')
  return (
    <ScrollBox className={styles.scroll} label={text('settings.benutzer')}>
      <table className={styles.list}>
        <caption className="hidden">{text('settings.benutzer')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('field.name')}</th>
            <th scope="col">{text('users.role')}</th>
            <th scope="col">{text('users.practices')}</th>
            <th scope="col">{text('users.state')}</th>
            <th scope="col">
              <span className="hidden">{text('invoices.functions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <td>
                <b>{user.name}</b>
                <br />
                <span className="small muted">{user.email}</span>
              </td>
              <td>
                <SelectField
                  className={styles.role ?? ''}
                  aria-label={text('users.roleOf', { name: user.name })}
                  disabled={user.id === ownId}
                  data={ROLES.map((value) => ({ value, label: text(`role.${value}`) }))}
                  value={user.role}
                  onChange={(event) => isOfficeRole(event.target.value) && onRole(user.id, event.target.value)}
                />
              </td>
              <td className="muted">{namesOf(user.practices)}</td>
              <td>
                <div className={styles.state}>
                  {user.active ? (
                    <StatusTag tone={user.twoFactor ? 'good' : 'neutral'}>
                      {text(user.twoFactor ? 'users.twoFactor' : 'users.passwordOnly')}
                    </StatusTag>
                  ) : (
                    <StatusTag tone="stop">{text('users.inactive')}</StatusTag>
                  )}
                  {user.lastSignIn === undefined ? null : (
                    <span className="small muted">
                      {' '}
                      {text('users.lastSignIn')} <Moment of={user.lastSignIn} />
                    </span>
                  )}
                </div>
              </td>
              <td>
                {user.id === ownId ? (
                  <span className="small muted">{text('users.you')}</span>
                ) : (
                  <span className={styles.acts}>
                    <Button small kind="quiet" onClick={() => onRenewPassword(user.id)}>
                      {text('users.renew')}
                    </Button>
                    <Button small kind="quiet" onClick={() => onActive(user.id, !user.active)}>
                      {text(user.active ? 'users.deactivate' : 'users.activate')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function AddUser({ practices, busy, onAdd, onClose }: UsersPageProps & { readonly onClose: () => void }) {
  const text = useText()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<OfficeRole>('front_desk')
  const [practice, setPractice] = useState('')
  const missing = name.trim() === '' || !email.includes('@')
  const save = (): void => {
    if (missing) return
    onAdd({ name: name.trim(), email: email.trim(), role, practices: practice === '' ? null : [practice] })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={save}
      title={text('users.add')}
      lead={text('users.addLead')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" busy={busy} reason={missing ? text('users.missing') : undefined}>
            {text('users.add')}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label={text('field.name')}
          data-autofocus
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={text('field.email')}
          type="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <SelectField
          label={text('users.role')}
          description={text(`roleHelp.${role}`)}
          data={ROLES.map((value) => ({ value, label: text(`role.${value}`) }))}
          value={role}
          onChange={(event) => isOfficeRole(event.target.value) && setRole(event.target.value)}
        />
        {practices.length < 2 ? null : (
          <SelectField
            label={text('users.practices')}
            data={[
              { value: '', label: text('users.allPractices') },
              ...practices.map(({ id, name: label }) => ({ value: id, label })),
            ]}
            value={practice}
            onChange={(event) => setPractice(event.target.value)}
          />
        )}
      </Stack>
    </Dialog>
  )
}
