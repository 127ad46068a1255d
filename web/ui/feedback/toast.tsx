// A short word that something is done, with the way back where there is one. It stays while it is looked at.

import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '../../texts/index.ts'
import { Button } from '../forms/button.tsx'
import { IconAction } from '../forms/icon-action.tsx'
import styles from './toast.module.css'

export type Toast = {
  readonly text: string
  readonly tone?: 'good' | 'warn'
  readonly action?: { readonly label: string; readonly run: () => void }
}

type Shown = Toast & { readonly id: number }

const STAYS_MS = 7000
const STAYS_WITH_ACTION_MS = 12_000

let shown: readonly Shown[] = []
let nextId = 1
const listeners = new Set<() => void>()

export function toast(message: Toast): void {
  set([...shown.slice(-2), { ...message, id: nextId++ }])
}

export function Toasts() {
  const list = useSyncExternalStore(subscribe, () => shown)
  const text = useText()
  return (
    <section className={styles.region} aria-label={text('ui.messages')} aria-live="polite" aria-atomic="false">
      {list.map((message) => (
        <ToastCard key={message.id} message={message} />
      ))}
    </section>
  )
}

function ToastCard({ message }: { message: Shown }) {
  const text = useText()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismiss(message.id), message.action === undefined ? STAYS_MS : STAYS_WITH_ACTION_MS)
    return () => clearTimeout(timer)
  }, [held, message])
  const act = (): void => {
    message.action?.run()
    dismiss(message.id)
  }
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles[message.tone ?? 'good']}>
        {message.tone === 'warn' ? <IconAlertTriangle aria-hidden /> : <IconCheck aria-hidden />}
      </span>
      <p>{message.text}</p>
      {message.action === undefined ? null : (
        <Button small kind="quiet" onClick={act}>
          {message.action.label}
        </Button>
      )}
      <IconAction bare name={text('ui.close')} icon={<IconX />} onClick={() => dismiss(message.id)} />
    </div>
  )
}

function dismiss(id: number): void {
  set(shown.filter((message) => message.id !== id))
}

function set(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
