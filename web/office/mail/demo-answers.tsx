// In the demo: what the other side would do with this mail.

import { useState } from 'react'
import { useText } from '../../texts/index.ts'
import { useMailText } from '../../texts/mail/mail-text.ts'
import { Button, Dialog, LongTextField, Row, Sheet } from '../../ui/index.ts'

export type DemoAnswer =
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'away' }
  | { readonly kind: 'bounce'; readonly verdict: 'hard' }

type Props = { readonly busy: boolean; readonly onAnswer: (answer: DemoAnswer) => void }

export function DemoAnswers({ busy, onAnswer }: Props) {
  const common = useText()
  const text = useMailText()
  const [writing, setWriting] = useState(false)
  const [words, setWords] = useState('')
  const open = (): void => {
    setWords(text('mail.demo.sample'))
    setWriting(true)
  }
  const send = (): void => {
    if (words.trim() === '') return
    setWriting(false)
    onAnswer({ kind: 'reply', text: words.trim() })
  }
  return (
    <Sheet title={text('mail.demo.title')} lead={text('mail.demo.lead')}>
      <Row>
        <Button busy={busy} onClick={open}>
          {text('mail.demo.reply')}
        </Button>
        <Button busy={busy} onClick={() => onAnswer({ kind: 'away' })}>
          {text('mail.demo.away')}
        </Button>
        <Button busy={busy} onClick={() => onAnswer({ kind: 'bounce', verdict: 'hard' })}>
          {text('mail.demo.bounce')}
        </Button>
      </Row>
      <Dialog
        open={writing}
        onClose={() => setWriting(false)}
        onSubmit={send}
        title={text('mail.demo.reply')}
        actions={
          <>
            <Button kind="quiet" onClick={() => setWriting(false)}>
              {common('ui.cancel')}
            </Button>
            <Button kind="primary" type="submit">
              {text('mail.demo.send')}
            </Button>
          </>
        }
      >
        <LongTextField
          label={text('mail.demo.text')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Dialog>
    </Sheet>
  )
}
