import { IconCopy } from '@tabler/icons-react'
import { useText } from '../../texts/index.ts'
import { Button, Note, toast } from '../../ui/index.ts'
import styles from './settings.module.css'

/** A secret that is shown this once. */
export function SecretNote({ lead, secret }: { lead: string; secret: string }) {
  const text = useText()
  const copy = (): void => {
    navigator.clipboard.writeText(secret).then(
      () => toast({ text: text('secret.copied') }),
      () => toast({ text: text('secret.notCopied'), tone: 'warn' }),
    )
  }
  return (
    <Note tone="warn" urgent>
      <b>{lead}</b> {text('secret.once')}
      <div className={styles.secret}>
        <code>{secret}</code>
        <Button small icon={<IconCopy aria-hidden />} onClick={copy}>
          {text('secret.copy')}
        </Button>
      </div>
    </Note>
  )
}
