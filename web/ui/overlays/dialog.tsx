import { Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useText } from '../../texts/index.ts'
import styles from './dialog.module.css'

type Props = {
  readonly open: boolean
  readonly title: string
  readonly lead?: ReactNode
  readonly wide?: boolean
  readonly onClose: () => void
  /** Makes it a form: Enter in a field submits, the act is a button of type submit. */
  readonly onSubmit?: (() => void) | undefined
  readonly children: ReactNode
  /** Buttons; the act itself stands last. */
  readonly actions?: ReactNode
  readonly hint?: ReactNode
}

const LOOK = {
  overlay: styles.veil ?? '',
  content: styles.content ?? '',
  title: styles.title ?? '',
  body: styles.body ?? '',
}

/** A sheet above the page: focus stays inside, Escape closes, focus goes back to where it came from. */
export function Dialog({ open, title, lead, wide = false, onClose, onSubmit, children, actions, hint }: Props) {
  const text = useText()
  const inner = (
    <>
      <Modal.Body>{children}</Modal.Body>
      {actions === undefined ? null : (
        <div className={styles.footer}>
          {hint === undefined ? null : <p className="small muted">{hint}</p>}
          <div className={styles.actions}>{actions}</div>
        </div>
      )}
    </>
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // A dialog lies in the page's tree for React: its submit must not reach a form around it.
    event.stopPropagation()
    onSubmit?.()
  }
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={wide ? 980 : 520}
      centered
      transitionProps={{ duration: 120 }}
      classNames={LOOK}
    >
      <Modal.Overlay backgroundOpacity={1} />
      <Modal.Content radius="lg">
        {/* Not Mantine's header: that is a banner for screen readers, and the page has one. */}
        <div className={styles.header}>
          <div>
            <Modal.Title>{title}</Modal.Title>
            {lead === undefined ? null : <p className="muted">{lead}</p>}
          </div>
          <Modal.CloseButton aria-label={text('ui.close')} />
        </div>
        {onSubmit === undefined ? (
          inner
        ) : (
          <form noValidate onSubmit={submit}>
            {inner}
          </form>
        )}
      </Modal.Content>
    </Modal.Root>
  )
}
