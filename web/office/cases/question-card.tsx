import { IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import { Button, LongTextField, Note } from '../../ui/index.ts'
import type { CaseQuestion, QuestionAnswer } from './case-view.ts'
import styles from './cases.module.css'

type Props = {
  readonly question: CaseQuestion
  readonly partner: string
  readonly busy: boolean
  readonly onAnswer: ((answer: QuestionAnswer) => void) | undefined
}

/** A partner's question with its answer in place. */
export function QuestionCard({ question, partner, busy, onAnswer }: Props) {
  const text = useText()
  const format = useFormat()
  const choice = question.kind === 'yes_no' || question.kind === 'accept_plan' || question.kind === 'confirm_payment'
  const [writing, setWriting] = useState(!choice)
  const [words, setWords] = useState('')
  const until =
    question.answerBy === undefined ? null : (
      <span className={`small muted ${styles.until}`}>
        {text('question.until', { day: format.dayNamed(question.answerBy) })}
      </span>
    )
  const send = words.trim() === '' ? text('question.empty') : undefined
  const buttons = (
    <>
      <Button small kind="primary" busy={busy} onClick={() => onAnswer?.({ answer: 'yes' })}>
        {text(question.kind === 'accept_plan' ? 'question.offer' : 'ui.yes')}
      </Button>
      <Button small busy={busy} onClick={() => onAnswer?.({ answer: 'no' })}>
        {text('ui.no')}
      </Button>
      <Button small kind="quiet" onClick={() => setWriting(true)}>
        {text('question.write')}
      </Button>
      {until}
    </>
  )
  const form = (
    <div className={styles.answers}>
      <LongTextField
        label={text('question.yourAnswer', { partner })}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <Button
          small
          kind="primary"
          busy={busy}
          reason={send}
          onClick={() => onAnswer?.({ answer: 'text', text: words.trim() })}
        >
          {text('question.send')}
        </Button>
        {choice ? (
          <Button small kind="quiet" onClick={() => setWriting(false)}>
            {text('ui.cancel')}
          </Button>
        ) : null}
        {until}
      </div>
    </div>
  )
  return (
    <Note
      tone="warn"
      icon={<IconHelpCircle aria-hidden />}
      actions={onAnswer === undefined ? until : writing ? form : buttons}
    >
      <b>{text('question.asks', { partner })}</b> {question.text}
    </Note>
  )
}
