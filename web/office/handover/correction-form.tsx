// Mending what leaves: the reason as the debtor will read it, the address, how to reach them, a notice sent outside.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { type HandoverChanges, healthWordsIn } from '@mahnwerk/core/handover'
import { type FormEvent, useState } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import { Button, DateField, LongTextField, Row, Stack, TextField } from '../../ui/index.ts'
import styles from '../invoices/invoices.module.css'
import type { HandoverView } from './handover-view.ts'

type Props = {
  readonly view: HandoverView
  readonly onSave: (changes: HandoverChanges) => void
  readonly onDone: () => void
}

const LONGEST = 300

export function CorrectionForm({ view, onSave, onDone }: Props) {
  const text = useText()
  const { number } = useFormat()
  const { noticeDate, ...known } = view.editable
  const [words, setWords] = useState(known)
  const [notice, setNotice] = useState<LocalDate | undefined>(noticeDate)
  const set = (name: keyof typeof words) => ({
    value: words[name],
    onChange: (event: { target: { value: string } }) => setWords({ ...words, [name]: event.target.value }),
  })
  const health = healthWordsIn(words.subject)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // Only what differs is a change of a person; the rest keeps its source.
    const changed = Object.entries(words).filter(([name, value]) => value !== known[name as keyof typeof known]) // keys of the same object
    onSave({
      ...Object.fromEntries(changed),
      ...(notice === undefined || notice === noticeDate ? {} : { noticeDate: notice }),
    })
    onDone()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <LongTextField
          label={text('out.subject')}
          description={text('correct.subjectHelp', { left: number(LONGEST - words.subject.length) })}
          maxLength={LONGEST}
          error={health.length === 0 ? undefined : text('correct.healthWords', { words: health.join(', ') })}
          {...set('subject')}
        />
        <TextField label={text('field.street')} {...set('street')} />
        <TextField label={text('field.extra')} {...set('extra')} />
        <div className={styles.two}>
          <TextField label={text('field.postCode')} {...set('postCode')} />
          <TextField label={text('field.city')} {...set('city')} />
          <TextField label={text('field.email')} type="email" {...set('email')} />
          <TextField label={text('field.phone')} type="tel" {...set('phone')} />
        </div>
        <DateField
          label={text('out.noticeDate')}
          description={text('correct.noticeHelp')}
          value={notice}
          onChange={setNotice}
        />
        <Row end>
          <Button kind="quiet" onClick={onDone}>
            {text('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit">
            {text('correct.take')}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
