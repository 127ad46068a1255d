import { IconEraser, IconLink, IconPrinter } from '@tabler/icons-react'
import { useLawText } from '../texts/law/law-text.ts'
import { Button, toast } from '../ui/index.ts'
import { useForm } from './form/form-context.tsx'
import { hashOf } from './form/given.ts'
import styles from './calculators.module.css'

/** What can be done with an answer: send it, print it, begin anew. */
export function ShareActs() {
  const text = useLawText()
  const { given, replace } = useForm()
  const share = (): void => {
    const link = location.origin + location.pathname + hashOf(given)
    // Where the browser keeps the clipboard to itself, the address line holds the same link.
    Promise.resolve(navigator.clipboard?.writeText(link)).then(
      () => toast({ text: text(navigator.clipboard === undefined ? 'share.address' : 'share.copied') }),
      () => toast({ text: text('share.address'), tone: 'warn' }),
    )
  }
  return (
    <div className={styles.acts}>
      <Button small icon={<IconLink aria-hidden />} onClick={share}>
        {text('share.link')}
      </Button>
      <Button small icon={<IconPrinter aria-hidden />} onClick={printOpened}>
        {text('share.print')}
      </Button>
      <Button small kind="quiet" icon={<IconEraser aria-hidden />} onClick={() => replace({})}>
        {text('share.clear')}
      </Button>
    </div>
  )
}

/** On paper nothing can be opened, so every reason of the answer stands open, and the page is as before afterwards. */
function printOpened(): void {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>('[data-answer] details:not([open])')]
  for (const each of closed) each.open = true
  window.print()
  for (const each of closed) each.open = false
}
